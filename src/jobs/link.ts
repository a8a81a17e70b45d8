import { asError, type Coder } from "../coder/coder.ts";
import {
  codedAct,
  foreignMaterial,
  type LinkUse,
  loadPairWeights,
  materialOf,
  place,
} from "../linking/index.ts";
import { publishedDay } from "../record/report.ts";
import type { LinkChange, Prepared, Store, Unprepared } from "../store/index.ts";
import { fail, KhaldunError } from "../text/errors.ts";

export interface LinkOptions {
  /** Asked for only if a report has to be read; with roles. */
  readonly coder?: () => Promise<Coder>;
  /** Reads a report for linking; with the coder, here, if it is not given. */
  readonly prepare?: (one: Unprepared) => Promise<Prepared | KhaldunError>;
  /** Kept with the run. */
  readonly who: string;
  readonly why: string;
  /** Without it: for what the store was linked before, or for reading. */
  readonly use?: LinkUse;
  /** Every report is placed anew, so that the order in which they came leaves no trace; another use does the same. */
  readonly again?: boolean;
  /** Days before and after a report within which others can tell its story. */
  readonly days: number;
  readonly onDone?: () => void;
  readonly onFailed?: (name: string, error: KhaldunError) => void;
  readonly stopped?: () => boolean;
}

export const LINK_KINDS = ["story", "copy", "happening", "merge", "split"] as const;
/** What a run did; without a run nothing was waiting. `failed` reports are tried again by the next one. */
export interface LinkResult extends Readonly<Record<(typeof LINK_KINDS)[number], number>> {
  readonly run?: number;
  readonly prepared: number;
  readonly placed: number;
  readonly failed: number;
}

/** Reports that are read together, and that are placed together: with their window they are held in memory. */
const BATCH = 16;
const PLACED_AT_ONCE = 1000;

/** Links what came since the last run. Throws K520 while another process links the same store. */
export async function linkStore(store: Store, options: LinkOptions): Promise<LinkResult> {
  const { prepared, failed } = await prepareAll(store, options);
  const result = await store.linking.alone(() => placeAll(store, options));
  if (result === undefined) throw fail("K520", { location: store.location });
  return { ...result, prepared, failed };
}

/** Reads every coded report that was not read for linking before. What another process reads meanwhile is kept once. */
export async function prepareAll(
  store: Store,
  options: Pick<LinkOptions, "coder" | "prepare" | "onDone" | "onFailed" | "stopped">,
): Promise<{ readonly prepared: number; readonly failed: number }> {
  const read = options.prepare ?? (async (one: Unprepared) => prepare(await options.coder!(), one));
  const counts = { prepared: 0, failed: 0 };
  let batch: Prepared[] = [];
  for await (const one of store.linking.unprepared()) {
    if (options.stopped?.()) break;
    const ready = one.isForeign
      ? { key: one.key, coding: one.coding, material: foreignMaterial(one.report) }
      : await read(one);
    if (ready instanceof KhaldunError) {
      counts.failed += 1;
      options.onFailed?.(one.key, ready);
      continue;
    }
    counts.prepared += 1;
    batch.push(ready);
    options.onDone?.();
    if (batch.length < BATCH) continue;
    await store.linking.addMaterial(batch);
    batch = [];
  }
  if (batch.length > 0) await store.linking.addMaterial(batch);
  return counts;
}

export async function prepare(
  coder: Coder,
  { key, report, coding, events }: Unprepared,
): Promise<Prepared | KhaldunError> {
  try {
    const document = await coder.annotate(report);
    const told = events.map(({ id, span, ...fields }) => ({ id, span, told: codedAct(fields) }));
    const published = publishedDay(report);
    const day = published ?? lastDayTold(events);
    return {
      key,
      coding,
      material: materialOf(document, published, told),
      ...(day === undefined ? {} : { day }),
    };
  } catch (problem) {
    return asError(report, problem);
  }
}

/** The last day that a report without one writes out with its year: it came out then, or soon after. */
function lastDayTold(events: Unprepared["events"]): string | undefined {
  return events
    .flatMap(({ time }) =>
      time.status === "known" && time.anchor === "explicit" && time.precision === "day" ? [time.to] : [],
    )
    .map((day) => day.slice(0, 10))
    .sort()
    .at(-1);
}

/** Window by window, the earliest days first: what is killed has lost the window under way and nothing else. */
async function placeAll(
  store: Store,
  options: LinkOptions,
): Promise<Omit<LinkResult, "prepared" | "failed">> {
  const counts = { story: 0, copy: 0, happening: 0, merge: 0, split: 0 };
  let placed = 0;
  const before = await store.linking.use();
  const use = options.use ?? before ?? "reading";
  const again = options.again === true || (before !== undefined && before !== use);
  if (!again && !(await store.linking.isWaiting())) return { ...counts, placed };
  const run = await store.linking.begin(options.who, options.why, use, again);
  const weights = loadPairWeights();
  while (!options.stopped?.()) {
    const done = await store.linking.place(
      run,
      { days: options.days, most: PLACED_AT_ONCE, again },
      (window) => place(window, weights, use),
    );
    if (done === undefined) break;
    placed += done.reports;
    for (const kind of LINK_KINDS) counts[kind] += countOf(done.changes, kind);
  }
  return { ...counts, placed, run };
}

function countOf(changes: readonly LinkChange[], kind: LinkChange["kind"]): number {
  return changes.filter((change) => change.kind === kind).length;
}
