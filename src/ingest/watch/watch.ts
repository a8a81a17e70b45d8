import { createHash } from "node:crypto";
import type { Report } from "../../record/report.ts";
import type { KhaldunError } from "../../text/errors.ts";
import type { Reference } from "../result.ts";
import { publishedTime } from "../text.ts";
import { type Contents, contentsOf, type LanguageOptions } from "./contents.ts";
import { type Custody, custodyOf, withoutUndefined } from "./custody.ts";
import { asFailure, BadStatus, mayPass } from "./failure.ts";
import { follow, type Manners } from "./follow.ts";
import { backoff, pause } from "./pace.ts";
import { inParallel } from "./parallel.ts";
import type { Answer } from "./request.ts";
import { createRobots, type RobotsRules } from "./robots.ts";
import type { StateEntry, WatchState } from "./state.ts";

export type { Custody } from "./custody.ts";

/** One report with its custody, or one address that failed and when it is tried again. */
export type WatchResult =
  | { readonly report: Report; readonly custody: Custody }
  | {
      readonly failed: string;
      readonly from: string;
      readonly error: KhaldunError;
      readonly retryAt?: string;
    };

export interface WatchOptions extends Manners, LanguageOptions {
  readonly state: WatchState;
  /** First wait after a failure that may pass, in milliseconds. */
  readonly backoff: number;
  readonly emit: (result: WatchResult) => Promise<void>;
  /** Reads what an address gave; here and now if not given. */
  readonly contents?: (answer: Answer, options: LanguageOptions) => Promise<Contents>;
}

export interface Watcher {
  /** Asks every source once, and every new address that they name. */
  readonly round: (sources: readonly string[]) => Promise<void>;
}

/** Tries within one round, and over all rounds until an address is given up. */
const TRIES_IN_A_ROUND = 3;
const MOST_TRIES = 12;
/** A server that asks for more patience than this is left for a later round. */
const LONGEST_WAIT = 60_000;
/** Sitemaps of sitemaps, and no deeper. */
const DEEPEST_LIST = 3;
/** Hosts asked at the same time. */
const HOSTS_AT_ONCE = 8;

interface Target {
  readonly url: string;
  readonly from: string;
  readonly depth: number;
  /** What a list says of it; undefined for what the user named. */
  readonly reference: Reference | undefined;
}

/** Nothing here is global: two watchers know nothing of each other. */
export function createWatcher(options: WatchOptions): Watcher {
  const robots = createRobots((url) => follow(url.href, {}, options, undefined));
  return {
    round: async (sources) => {
      let targets: readonly Target[] = sources.map((url) => ({
        url,
        from: "argument",
        depth: 0,
        reference: undefined,
      }));
      const seen = new Set<string>();
      while (targets.length > 0 && !options.signal.aborted) {
        const fresh = targets.filter(({ url }) => !seen.has(url) && seen.add(url) !== undefined);
        const found = await inParallel(fresh, hostOf, HOSTS_AT_ONCE, async (target) =>
          options.signal.aborted || !isDue(target, options.state) ? [] : visit(target, robots, options),
        );
        targets = found.flat();
      }
    },
  };
}

function hostOf({ url }: Target): string {
  return URL.canParse(url) ? new URL(url).host : "";
}

/** What the user named is asked for every round; what a list names once, and again when the list says it changed. */
function isDue({ url, reference }: Target, state: WatchState): boolean {
  const known = state.get(url);
  if (known === undefined) return true;
  if (known.error !== undefined)
    return known.retryAt === undefined ? reference === undefined : known.retryAt <= new Date().toISOString();
  if (reference === undefined || reference.leadsTo === "sitemap") return true;
  return reference.modified !== undefined && reference.modified !== known.modified;
}

async function visit(target: Target, robots: RobotsRules, options: WatchOptions): Promise<readonly Target[]> {
  const known = options.state.get(target.url);
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await visitOnce(target, known, robots, options);
    } catch (problem) {
      if (options.signal.aborted) return [];
      const { error, wait } = asFailure(problem, target.url);
      const pass = mayPass(error);
      const next = Math.max(wait ?? 0, backoff(options.backoff, attempt));
      if (pass && attempt + 1 < TRIES_IN_A_ROUND && next <= LONGEST_WAIT) {
        await pause(next, options.signal).catch(() => undefined);
        continue;
      }
      await giveUpForNow(target, known, error, wait, options);
      return [];
    }
  }
}

async function visitOnce(
  target: Target,
  known: StateEntry | undefined,
  robots: RobotsRules,
  options: WatchOptions,
): Promise<readonly Target[]> {
  const answer = await follow(target.url, conditions(known), options, robots);
  const when = new Date().toISOString();
  const base = { url: target.url, when, status: answer.status, ...modifiedOf(target.reference) };
  if (answer.status === 304 && known !== undefined) {
    const { etag, lastModified, sha256 } = known;
    await options.state.put(withoutUndefined({ ...base, etag, lastModified, sha256 }));
    return [];
  }
  if (answer.status < 200 || answer.status >= 300) throw new BadStatus(answer);
  const sha256 = createHash("sha256").update(answer.bytes).digest("hex");
  const { etag, "last-modified": lastModified } = answer.headers;
  const entry = withoutUndefined({ ...base, etag, lastModified, sha256 });
  if (known?.sha256 === sha256 && known.error === undefined) {
    await options.state.put(entry);
    return [];
  }
  const { anyLanguage, keepForeign, contents: read = contentsOf } = options;
  const { url, status, headers, bytes } = answer;
  const language = { anyLanguage, ...(keepForeign === undefined ? {} : { keepForeign }) };
  const contents = await read({ url, status, headers, bytes }, language);
  for (const report of contents.reports)
    await options.emit({
      report: completed(report, target, when),
      custody: custodyOf(answer, target, when, sha256),
    });
  for (const error of contents.errors) await options.emit({ failed: target.url, from: target.from, error });
  await options.state.put(entry);
  return targetsOf(contents, target);
}

function targetsOf(contents: Contents, target: Target): readonly Target[] {
  if (target.depth >= DEEPEST_LIST) return [];
  return contents.references.map((reference) => ({
    url: reference.url,
    from: target.url,
    depth: target.depth + 1,
    reference,
  }));
}

async function giveUpForNow(
  target: Target,
  known: StateEntry | undefined,
  error: KhaldunError,
  wait: number | undefined,
  options: WatchOptions,
): Promise<void> {
  const tries = (known?.tries ?? 0) + 1;
  const isLast = !mayPass(error) || tries >= MOST_TRIES;
  const later = Date.now() + Math.max(wait ?? 0, backoff(options.backoff * 2 ** TRIES_IN_A_ROUND, tries));
  const retry = isLast ? {} : { retryAt: new Date(later).toISOString() };
  const { etag, lastModified, sha256, modified } = known ?? {};
  const base = { url: target.url, when: new Date().toISOString(), etag, lastModified, sha256, modified };
  await options.state.put(withoutUndefined({ ...base, error: error.code, tries, ...retry }));
  await options.emit({ failed: target.url, from: target.from, error, ...retry });
}

function conditions(known: StateEntry | undefined): Readonly<Record<string, string>> {
  return {
    ...(known?.etag === undefined ? {} : { "if-none-match": known.etag }),
    ...(known?.lastModified === undefined ? {} : { "if-modified-since": known.lastModified }),
  };
}

function modifiedOf(reference: Reference | undefined): { modified?: string } {
  return reference?.modified === undefined ? {} : { modified: reference.modified };
}

/** The page's own word first; what it leaves open, the list that named it may tell. */
function completed(report: Report, { url, reference }: Target, when: string): Report {
  const { published, publishedEvidence, title, outlet } = reference ?? {};
  const isDated = report.published.status === "known" || published === undefined;
  return {
    ...report,
    url: report.url ?? url,
    ...(report.title === undefined && title !== undefined ? { title } : {}),
    ...(report.outlet === undefined && outlet !== undefined ? { outlet } : {}),
    ...(isDated
      ? {}
      : { published: publishedTime(published), publishedEvidence: publishedEvidence ?? "list" }),
    retrieved: when,
  };
}
