import { getSystemErrorMap } from "node:util";
import { memoryState, type WatchState } from "../../ingest/watch/index.ts";
import {
  type CodingThread,
  fetched,
  type Incoming,
  intake,
  linkStore,
  startCodingThread,
  startReader,
} from "../../jobs/index.ts";
import type { Store } from "../../store/index.ts";
import { fail, KhaldunError } from "../../text/errors.ts";
import type { Wait } from "../problem.ts";
import { begin, finish, leftIn, note } from "./left.ts";
import { type ImportProgress, type Imports, type ImportWish, isOver, NOTHING } from "./types.ts";
import { createUploads } from "./uploads.ts";

export interface ImportOptions {
  readonly store: Store;
  /** Folder for the files that are sent. */
  readonly uploads: string;
  readonly version: string;
  /** For the servers that are asked. */
  readonly contact?: string;
  /** Addresses that are fetched although they are not public, as `host:port`. */
  readonly opened: readonly string[];
  /** Milliseconds between two requests to one host. */
  readonly delay?: number;
  /** Milliseconds for one file or page; a minute if not given. */
  readonly readingLimit?: number;
  /** Kept with the runs of links. */
  readonly who: string;
}

interface Line {
  readonly wish: ImportWish;
  readonly stop: AbortController;
  /** Its last word; replaced, never changed. */
  progress: ImportProgress;
}

/** After which the next import may have its place in line. */
const AGAIN_SECONDS = 30;
const MOST_WAITING = 20;
/** As for `khaldun link`. */
const WINDOW_DAYS = 14;
/** Why an import is stopped: the desk that goes on with the store may go on with it too. */
const DESK_ENDS = new Error("the desk ends");
/** At most so often is progress told. */
const TELL_MS = 200;

/** Imports of one store, one after the other, coded in a thread of their own that starts with the first. */
export function createImports(options: ImportOptions): Imports {
  const { store } = options;
  const uploads = createUploads(options.uploads);
  const lines = new Map<number, Line>();
  const listeners = new Set<() => void>();
  let thread: Promise<CodingThread> | undefined;
  let last: Promise<void> = Promise.resolve();

  const tell = (line: Line, change: Partial<ImportProgress>): void => {
    line.progress = { ...line.progress, ...change };
    for (const listener of listeners) listener();
  };
  const coding = async (): Promise<CodingThread> => {
    if ((await thread)?.hasEnded()) thread = undefined;
    thread ??= startCodingThread().catch((problem: unknown) => {
      thread = undefined;
      throw problem;
    });
    return thread;
  };
  const sweep = async (): Promise<void> => {
    const open = await store.failures();
    const left = [...(await leftIn(store)).values()].map(({ wish }) => wish);
    // Those that were put in line just now as well.
    const ours = [...lines.values()].filter(({ progress }) => !isOver(progress)).map(({ wish }) => wish);
    await uploads.sweep([
      ...open.map(({ input }) => input),
      ...[...left, ...ours].flatMap(({ files }) => files),
    ]);
  };
  const run = async (line: Line): Promise<void> => {
    try {
      if (!line.stop.signal.aborted) await readAndLink(options, line, await coding(), tell, uploads.shown);
      if (!isOver(line.progress)) await end(store, line, tell);
    } catch (problem) {
      await note(store, line.progress);
      tell(line, { phase: "failed", error: errorOf(problem) });
    }
    await sweep();
  };

  /** From here on the store alone tells of it. */
  const giveUp = async (progress: ImportProgress): Promise<void> => {
    await finish(store, progress, true);
    lines.delete(progress.run);
  };
  const add = async (wish: ImportWish): Promise<ImportProgress> => {
    try {
      return await putInLine(wish);
    } catch (problem) {
      await uploads.drop(wish.files);
      throw problem;
    }
  };
  const putInLine = async (wish: ImportWish): Promise<ImportProgress> => {
    const waiting = [...lines.values()].filter(({ progress }) => progress.phase === "waiting").length;
    if (waiting >= MOST_WAITING)
      throw fail("K149", { waiting }, { retryAfter: AGAIN_SECONDS } satisfies Wait);
    const inputs = [...wish.files.map(uploads.shown), ...wish.addresses];
    const id = await begin(store, inputs, wish);
    const progress: ImportProgress = { run: id, phase: "waiting", inputs, counts: NOTHING };
    const line: Line = { wish, stop: new AbortController(), progress };
    lines.set(id, line);
    uploads.taken(wish.files);
    if (wish.feed !== undefined) await store.feeds.ask(wish.feed, id);
    last = last.then(() => run(line)).catch(() => undefined);
    return progress;
  };

  return {
    add,
    again: async (id) => {
      const line = lines.get(id);
      const left = (await leftIn(store)).get(id);
      if (left === undefined || (line !== undefined && line.progress.phase !== "failed")) return undefined;
      const progress = await add(left.wish);
      await giveUp(line?.progress ?? left.progress);
      return progress;
    },
    progress: (id) => lines.get(id)?.progress,
    follow: (id, signal) => follow(lines.get(id), listeners, signal),
    stop: async (id) => {
      const line = lines.get(id);
      if (line !== undefined && !isOver(line.progress)) line.stop.abort(new Error("stopped"));
      // Nobody is to go on with it: what was sent for it is taken away by the next sweep.
      else {
        const left = (await leftIn(store)).get(id);
        if (left !== undefined) await giveUp(line?.progress ?? left.progress);
      }
    },
    keep: (name, content) => uploads.keep(name, content).catch(notKept),
    drop: uploads.drop,
    shown: uploads.shown,
    close: async () => {
      for (const { stop } of lines.values()) stop.abort(DESK_ENDS);
      await last;
      await (await thread?.catch(() => undefined))?.close();
      uploads.close();
    },
  };
}

type Tell = (line: Line, change: Partial<ImportProgress>) => void;

async function readAndLink(
  options: ImportOptions,
  line: Line,
  thread: CodingThread,
  tell: Tell,
  shown: (name: string) => string,
): Promise<void> {
  const { store } = options;
  const { stop, progress } = line;
  const began = Date.now();
  const { feed } = line.wish;
  const state = memoryState(feed === undefined ? [] : await store.feeds.pages(feed));
  const stopped = (): boolean => stop.signal.aborted;
  tell(line, { phase: "reading" });
  const { run: _run, ...counts } = await intake(store, {
    run: progress.run,
    inputs: progress.inputs,
    read: {},
    results: incoming(options, line, state),
    coder: thread.coder,
    shown,
    onCounts: (counts) => tell(line, { counts, elapsed: Date.now() - began }),
    stopped,
  });
  tell(line, { counts, elapsed: Date.now() - began });
  if (stopped()) return;
  tell(line, { phase: "linking" });
  // Only now that the reports are stored: what was killed before is fetched again, and known by its content.
  if (feed !== undefined) await store.feeds.keep(feed, state.changed());
  const linked = await linkStore(store, {
    prepare: thread.prepare,
    who: options.who,
    why: `import ${progress.run}`,
    days: WINDOW_DAYS,
    stopped,
  });
  if (counts.stored + counts.coded > 0) await store.maintain();
  tell(line, { linked, elapsed: Date.now() - began });
  if (stopped()) return;
  await finish(store, line.progress);
  tell(line, { phase: "done" });
}

async function* incoming(
  options: ImportOptions,
  { wish, stop }: Line,
  state: WatchState,
): AsyncIterable<Incoming> {
  const { published, anyLanguage = false } = wish;
  const reader = startReader(options.readingLimit);
  try {
    yield* reader.read(wish.files, { anyLanguage, ...(published === undefined ? {} : { published }) });
    if (wish.addresses.length === 0 || stop.signal.aborted) return;
    const { version, contact, opened, delay } = options;
    yield* fetched(wish.addresses, {
      version,
      opened,
      anyLanguage,
      signal: stop.signal,
      state,
      contents: reader.contents,
      ...(contact === undefined ? {} : { contact }),
      ...(delay === undefined ? {} : { delay }),
    });
  } finally {
    await reader.close();
  }
}

/** Of what was stopped. What ended with the desk is left to the next one; a feed is asked again anyway. */
async function end(store: Store, line: Line, tell: Tell): Promise<void> {
  const isLeft = line.stop.signal.reason === DESK_ENDS && line.wish.feed === undefined;
  await (isLeft ? note(store, line.progress) : finish(store, line.progress, true));
  tell(line, { phase: "stopped" });
}

/** A disk that is full or not to be written to. Its own words would name the folder to strangers. */
function notKept(problem: unknown): never {
  const { errno } = problem as NodeJS.ErrnoException;
  const [, reason] = getSystemErrorMap().get(errno ?? 0) ?? [];
  if (reason === undefined) throw problem;
  throw fail("K177", { reason }, problem);
}

function errorOf(problem: unknown): NonNullable<ImportProgress["error"]> {
  if (!(problem instanceof KhaldunError)) return { message: (problem as Error).message };
  return { code: problem.code, message: problem.message, cure: problem.cure };
}

/** The last word at once, then every newer one, with pauses between. */
async function* follow(
  line: Line | undefined,
  listeners: Set<() => void>,
  signal: AbortSignal,
): AsyncIterable<ImportProgress> {
  if (line === undefined) return;
  let told: ImportProgress | undefined;
  let wake: () => void = () => undefined;
  const listener = (): void => wake();
  listeners.add(listener);
  signal.addEventListener("abort", listener);
  try {
    while (!signal.aborted) {
      const { progress } = line;
      if (progress === told) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      told = progress;
      yield progress;
      if (isOver(progress)) return;
      await new Promise((resolve) => setTimeout(resolve, TELL_MS));
    }
  } finally {
    listeners.delete(listener);
    signal.removeEventListener("abort", listener);
  }
}
