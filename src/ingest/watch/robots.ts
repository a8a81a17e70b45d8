import parseRobots from "robots-parser";
import { KhaldunError } from "../../text/errors.ts";
import type { Answer } from "./request.ts";

/** The name by which robots.txt files know us. */
export const ROBOT = "khaldun";
/** RFC 9309, 2.4: no longer than a day. */
const KEPT = 24 * 60 * 60 * 1000;
/** An unreachable robots.txt is asked for again sooner. */
const KEPT_UNREACHABLE = 10 * 60 * 1000;
/** RFC 9309, 2.5: at least 500 kibibytes are read. */
const MOST_CHARACTERS = 512_000;

interface Rules {
  readonly isAllowed: (url: string, robot: string) => boolean | undefined;
  readonly getCrawlDelay: (robot: string) => number | undefined;
}

// The library's types describe another kind of module than it is.
const rulesIn = parseRobots as unknown as (url: string, text: string) => Rules;

/** What a host allows us. */
export interface Permission {
  readonly allowed: boolean;
  /** Why the host could not be asked: all is forbidden for now (RFC 9309, 2.3.1.4). */
  readonly unreachable: string | undefined;
  /** Seconds between two requests that the host asks for. */
  readonly delay: number | undefined;
}

export interface RobotsRules {
  readonly permission: (url: URL) => Promise<Permission>;
}

interface Unreachable {
  readonly unreachable: string;
}

interface Kept {
  readonly until: number;
  readonly rules: Promise<Rules | Unreachable>;
}

/** Asks every host once a day what robots may do (RFC 9309). `get` follows redirects within the address guard. */
export function createRobots(get: (url: URL) => Promise<Answer>, now: () => number = Date.now): RobotsRules {
  const hosts = new Map<string, Kept>();
  const rulesOf = async (origin: string): Promise<Rules | Unreachable> => {
    const known = hosts.get(origin);
    if (known !== undefined && known.until > now()) return known.rules;
    const rules = ask(origin, get);
    hosts.set(origin, { until: now() + KEPT, rules });
    if ("unreachable" in (await rules)) hosts.set(origin, { until: now() + KEPT_UNREACHABLE, rules });
    return rules;
  };
  return {
    permission: async (url) => {
      const rules = await rulesOf(url.origin);
      if ("unreachable" in rules) return { allowed: false, ...rules, delay: undefined };
      return {
        allowed: rules.isAllowed(url.href, ROBOT) !== false,
        unreachable: undefined,
        delay: rules.getCrawlDelay(ROBOT),
      };
    },
  };
}

/**
 * A server that has no such file (4xx) forbids nothing; one that fails, or asks for patience (429), forbids all. So does
 * an answer that is over the limits; an address that is refused (K130) says so itself.
 */
async function ask(origin: string, get: (url: URL) => Promise<Answer>): Promise<Rules | Unreachable> {
  const url = new URL("/robots.txt", origin);
  try {
    const { status, bytes } = await get(url);
    if (status === 429 || status >= 500) return { unreachable: `it answered ${status}` };
    const text = status >= 200 && status < 300 ? bytes.toString("utf8").slice(0, MOST_CHARACTERS) : "";
    return rulesIn(url.href, text);
  } catch (problem) {
    if (problem instanceof KhaldunError && problem.code === "K130") throw problem;
    return { unreachable: problem instanceof Error ? problem.message : String(problem) };
  }
}
