import type { Run, Store } from "../../store/index.ts";
import { fail } from "../../text/errors.ts";
import { type ImportProgress, type ImportWish, NOTHING } from "./types.ts";

/**
 * What an import is to read stands with its run in the store, and a run is finished once it is done or somebody stopped
 * it. So one that failed, was killed or ended with its desk is known to the next desk, which can go on with it.
 */
const COMMAND = "import";

export function begin(store: Store, inputs: readonly string[], wish: ImportWish): Promise<number> {
  return store.startRun({ command: COMMAND, inputs, options: { wish: JSON.stringify(wish) } });
}

export function finish(store: Store, { run, counts }: ImportProgress, isStopped = false): Promise<void> {
  return store.finishRun(run, { ...counts, ...(isStopped ? { [STOPPED]: 1 } : {}) });
}

/** How far one came that is left to whoever goes on. Where the store is what failed, that is not known. */
export async function note(store: Store, { run, counts }: ImportProgress): Promise<void> {
  await store.noteRun(run, { ...counts }).catch(() => undefined);
}

interface Left {
  readonly wish: ImportWish;
  readonly progress: ImportProgress;
}

/** Imports that are not finished, of this desk or of any. */
export async function leftIn(store: Store): Promise<ReadonlyMap<number, Left>> {
  const runs = await store.unfinishedRuns(COMMAND);
  return new Map(
    runs.flatMap((run) => {
      const wish = wishOf(run);
      return wish === undefined ? [] : [[run.id, { wish, progress: progressOf(run) }] as const];
    }),
  );
}

/** Among the counts of a run, which are all that is written when it ends. */
const STOPPED = "stopped";
const COUNTS = Object.keys(NOTHING) as readonly (keyof typeof NOTHING)[];

/** A run of another process, or of an earlier one. */
export function progressOf(run: Run): ImportProgress {
  const { id, inputs, counts, started, finished } = run;
  const all = Object.fromEntries(COUNTS.map((name) => [name, counts[name] ?? 0]));
  const known = { run: id, inputs, counts: all as unknown as ImportProgress["counts"] };
  if (finished !== undefined) {
    const elapsed = Date.parse(finished) - Date.parse(started);
    return { ...known, phase: counts[STOPPED] === undefined ? "done" : "stopped", elapsed };
  }
  const wish = wishOf(run);
  // The next round of a feed reads what this one did not.
  if (wish === undefined || wish.feed !== undefined) return { ...known, phase: "stopped" };
  const { code, message, cure } = fail("K178", { run: id });
  return { ...known, phase: "failed", error: { code, message, cure } };
}

/** Undefined for what is no import, and for those of older programs. */
function wishOf({ command, options: { wish } }: Run): ImportWish | undefined {
  return command === COMMAND && typeof wish === "string" ? JSON.parse(wish) : undefined;
}
