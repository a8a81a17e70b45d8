import { fail } from "../../text/errors.ts";
import { type Guard, hostAndPort } from "./guard.ts";
import type { Pace } from "./pace.ts";
import { type Answer, type RequestLimits, request } from "./request.ts";
import type { RobotsRules } from "./robots.ts";

/** RFC 9309, 2.3.1.2 asks for five at least; more lead nowhere. */
const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export interface Followed extends Answer {
  /** The addresses that led here, the first one asked for. */
  readonly redirects: readonly string[];
}

export interface Manners {
  readonly guard: Guard;
  readonly pace: Pace;
  readonly limits: RequestLimits;
  /** Who asks, with a contact. */
  readonly agent: string;
  /** Milliseconds between two requests to one host. */
  readonly delay: number;
  readonly signal: AbortSignal;
}

/**
 * A GET that follows redirects: every target is checked like the first address, by the guard and, where `robots` are
 * given, by its host's rules. Throws K130, K131, K133 (forbidden by robots.txt), K134 and K137 (rules out of reach).
 */
export async function follow(
  address: string,
  headers: Readonly<Record<string, string>>,
  manners: Manners,
  robots: RobotsRules | undefined,
): Promise<Followed> {
  const redirects: string[] = [];
  let url = parsed(address, address);
  for (;;) {
    manners.guard.check(url);
    const asked = await allowedBy(robots, url);
    const host = hostAndPort(url);
    await manners.pace.turn(host, Math.max(manners.delay, (asked ?? 0) * 1000), manners.signal);
    const own = redirects.length === 0 ? headers : {};
    const answer = await request(url, { "user-agent": manners.agent, ...own }, manners.guard, manners.limits);
    const { location } = answer.headers;
    if (!REDIRECTS.has(answer.status) || location === undefined) return { ...answer, redirects };
    redirects.push(url.href);
    url = parsed(location, url.href);
    if (redirects.includes(url.href) || redirects.length > MOST_REDIRECTS)
      throw fail("K134", {
        url: address,
        reason: redirects.includes(url.href)
          ? `it leads back to ${url.href}`
          : `more than ${MOST_REDIRECTS} redirects`,
      });
  }
}

function parsed(address: string, base: string): URL {
  if (!URL.canParse(address, base)) throw fail("K130", { url: address, reason: "it is no address" });
  return new URL(address, base);
}

/** The delay that the host asks for. */
async function allowedBy(robots: RobotsRules | undefined, url: URL): Promise<number | undefined> {
  if (robots === undefined) return undefined;
  const { allowed, unreachable, delay } = await robots.permission(url);
  if (unreachable !== undefined) throw fail("K137", { url: url.href, host: url.host, reason: unreachable });
  if (!allowed) throw fail("K133", { url: url.href, host: url.host });
  return delay;
}
