import type { Failure, NewFailure, Store } from "../store/index.ts";
import type { KhaldunError } from "../text/errors.ts";

/**
 * What a run has come to so far. `already` were in the store before, coded by this coder if one was given; `notCoded`
 * are kept, and in a language that the coder does not read.
 */
export interface IntakeCounts {
  readonly stored: number;
  readonly coded: number;
  readonly events: number;
  readonly already: number;
  readonly notCoded: number;
  readonly failed: number;
  readonly solved: number;
}

/** Who is told of what on the way. */
export interface IntakeListeners {
  readonly onDone?: (name: string) => void;
  readonly onFailed?: (name: string, error: KhaldunError) => void;
  /** Told of a report that is kept and cannot be coded, with the reason. */
  readonly onUncoded?: (name: string, why: KhaldunError) => void;
  /** Told of every newly stored report whose day of publication is unknown. */
  readonly onUndated?: (name: string) => void;
  /** After every item. */
  readonly onCounts?: (counts: IntakeCounts) => void;
}

/** Keeps count of one run, and writes down what failed and what no longer does. */
export interface Ledger {
  readonly stored: (reports: number) => void;
  readonly done: (name: string, events: number) => void;
  readonly already: (name: string) => void;
  readonly notCoded: (name: string, why: KhaldunError) => void;
  readonly failed: (name: string, error: KhaldunError, input: string) => void;
  /** Writes down what failed and what no longer fails. */
  readonly settle: () => Promise<void>;
  readonly counts: () => IntakeCounts;
}

/** `before` are the failures that stand; a good item of the same name solves them. */
export function createLedger(
  store: Store,
  run: number,
  before: readonly Failure[],
  options: IntakeListeners & { readonly coder?: unknown },
): Ledger {
  const open = new Map<string, number[]>();
  for (const { id, name } of before) open.set(name, [...(open.get(name) ?? []), id]);
  let failures: NewFailure[] = [];
  let solved: number[] = [];
  const counts = { stored: 0, coded: 0, events: 0, already: 0, notCoded: 0, failed: 0, solved: 0 };
  const tell = (): void => options.onCounts?.({ ...counts });
  const good = (name: string): void => {
    solved.push(...(open.get(name) ?? []));
    open.delete(name);
    options.onDone?.(name);
    tell();
  };
  return {
    stored: (reports) => {
      counts.stored += reports;
      tell();
    },
    done: (name, events) => {
      if (options.coder !== undefined) counts.coded += 1;
      counts.events += events;
      good(name);
    },
    already: (name) => {
      counts.already += 1;
      good(name);
    },
    notCoded: (name, why) => {
      counts.notCoded += 1;
      good(name);
      options.onUncoded?.(name, why);
    },
    failed: (name, error, input) => {
      counts.failed += 1;
      failures.push({
        name,
        input,
        code: error.code,
        message: error.message,
        cure: error.cure,
      });
      options.onFailed?.(name, error);
      tell();
    },
    settle: async () => {
      counts.solved += solved.length;
      if (failures.length > 0) await store.addFailures(run, failures);
      if (solved.length > 0) await store.solve(solved);
      failures = [];
      solved = [];
    },
    counts: () => ({ ...counts }),
  };
}
