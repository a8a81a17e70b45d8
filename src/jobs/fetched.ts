import {
  createGuard,
  createPace,
  createWatcher,
  memoryState,
  ROBOT,
  type WatchOptions,
  type WatchResult,
  type WatchState,
} from "../ingest/watch/index.ts";
import type { Incoming } from "./intake.ts";

export interface Fetching {
  /** Version of the program, for its name before servers. */
  readonly version: string;
  /** A mail or web address at which publishers can reach whoever runs this. */
  readonly contact?: string;
  /** Addresses that are fetched although they are not public, as `host:port`. */
  readonly opened: readonly string[];
  /** Milliseconds between two requests to one host. */
  readonly delay?: number;
  readonly anyLanguage: boolean;
  /** What is known of addresses from rounds before; nothing if not given. */
  readonly state?: WatchState;
  readonly signal: AbortSignal;
  /** Reads what an address gave; here and now if not given. */
  readonly contents?: WatchOptions["contents"];
}

const DELAY_MS = 5000;
const BACKOFF_MS = 2000;
const LIMITS = { timeout: 30_000, mostBytes: 16_000_000 };

/** Reports of addresses - pages, and what feeds and sitemaps name - as they come; what fails is a result as well. */
export async function* fetched(
  addresses: readonly string[],
  {
    version,
    contact,
    opened,
    anyLanguage,
    signal,
    delay = DELAY_MS,
    state = memoryState(),
    contents,
  }: Fetching,
): AsyncIterable<Incoming> {
  const come: Incoming[] = [];
  let wake: () => void = () => undefined;
  const watcher = createWatcher({
    guard: createGuard(opened),
    pace: createPace(),
    limits: LIMITS,
    agent: `${ROBOT}/${version} (${contact === undefined ? "on request of a reader" : `+${contact}`})`,
    delay,
    backoff: BACKOFF_MS,
    anyLanguage,
    state,
    signal,
    ...(contents === undefined ? {} : { contents }),
    emit: async (result) => {
      come.push(incomingOf(result));
      wake();
    },
  });
  let over = false;
  const round = watcher.round(addresses).finally(() => {
    over = true;
    wake();
  });
  for (;;) {
    const next = come.shift();
    if (next !== undefined) yield next;
    else if (over) break;
    else
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  }
  await round;
}

function incomingOf(result: WatchResult): Incoming {
  if ("failed" in result) return { error: result.error, name: result.failed };
  const { report, custody } = result;
  const headers = Object.entries(custody.headers).map(([name, value]) => [name, [value].flat().join(", ")]);
  return { report, name: custody.asked, headers: Object.fromEntries(headers) };
}
