import type { CoderVersion } from "../../record/coded-report.ts";

/** What went into an export and what did not; kept while rows stream by. */
export interface Summary {
  /** Records written: lines of the file without its head. */
  readonly records: number;
  /** Events or happenings seen, those withheld among them. */
  readonly rows: number;
  /** Rows that the format cannot hold, by reason. */
  readonly withheld: ReadonlyMap<string, number>;
  /** What the profile held back inside the rows, by kind. */
  readonly heldBack: ReadonlyMap<string, number>;
  readonly coder?: CoderVersion;
}

export interface Tally {
  readonly record: () => void;
  readonly row: () => void;
  readonly withheld: (reason: string) => void;
  readonly heldBack: (kinds: readonly string[]) => void;
  readonly coder: (coder: CoderVersion) => void;
  readonly summary: () => Summary;
}

export function createTally(): Tally {
  let records = 0;
  let rows = 0;
  let version: CoderVersion | undefined;
  const withheld = new Map<string, number>();
  const heldBack = new Map<string, number>();
  const add = (map: Map<string, number>, key: string): void => {
    map.set(key, (map.get(key) ?? 0) + 1);
  };
  return {
    record: () => {
      records += 1;
    },
    row: () => {
      rows += 1;
    },
    withheld: (reason) => add(withheld, reason),
    heldBack: (kinds) => {
      for (const kind of kinds) add(heldBack, kind);
    },
    coder: (coder) => {
      version ??= coder;
    },
    summary: () => ({
      records,
      rows,
      withheld,
      heldBack,
      ...(version === undefined ? {} : { coder: version }),
    }),
  };
}
