import { judgementOf, REVIEW_FIELDS, type ReviewField } from "../corrections/index.ts";
import type { Event } from "../record/event.ts";
import type { QueueOrder, Review } from "../store/types.ts";
import { IS_EVENT } from "./coding.ts";
import { type Share, shareOf } from "./share.ts";

/** A judged event with what an evaluation is grouped by. */
export interface JudgedEvent {
  readonly event: Event;
  readonly outlet?: string;
  readonly reviews: readonly Review[];
}

export const GROUPINGS = ["all", "band", "type", "outlet"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** How often one field was left, corrected, or rejected, in one group. Every share says of how many. */
export interface FieldOutcome {
  /** `event` is the event as a whole. */
  readonly field: ReviewField | typeof IS_EVENT;
  readonly by: Grouping;
  /** The band as "0.6-0.8", the type, the outlet; empty for all, and for an outlet that is not known. */
  readonly group: string;
  readonly accepted: Share;
  readonly corrected: Share;
  readonly rejected: Share;
  /** Mean confidence that the coder gave: it should be near the share accepted. Absent where it gives none. */
  readonly expected?: number;
}

export interface Evaluation {
  /** Judged events: the whole that all shares are parts of. */
  readonly events: number;
  /** Only reviews from this queue, if one was asked for. What comes from `uncertain` is no sample of anything. */
  readonly queue?: QueueOrder;
  readonly outcomes: readonly FieldOutcome[];
  readonly rejections: readonly { readonly reason: string; readonly share: Share }[];
}

const BANDS = 5;

type Verdict = "accepted" | "corrected" | "rejected";
interface Outcome {
  readonly field: FieldOutcome["field"];
  readonly verdict: Verdict;
  readonly confidence: number | undefined;
  readonly type: string;
  readonly outlet: string;
}

/** Counts what reviewers did to what the coder wrote. An event that was rejected says nothing of its fields. */
export function evaluate(judged: Iterable<JudgedEvent>, queue?: QueueOrder): Evaluation {
  const outcomes: Outcome[] = [];
  const reasons = new Map<string, number>();
  let events = 0;
  for (const one of judged) {
    const reviews = one.reviews.filter((review) => queue === undefined || review.queue === queue);
    const found = outcomesOf({ ...one, reviews });
    if (found.length === 0) continue;
    events += 1;
    outcomes.push(...found);
    const { state, whole } = judgementOf(reviews);
    const reason = whole?.reason ?? "";
    if (state === "rejected") reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const rejected = [...reasons.values()].reduce((sum, count) => sum + count, 0);
  return {
    events,
    ...(queue === undefined ? {} : { queue }),
    outcomes: grouped(outcomes),
    rejections: [...reasons]
      .sort(([, a], [, b]) => b - a)
      .map(([reason, count]) => ({ reason, share: shareOf(count, rejected) })),
  };
}

function outcomesOf({ event, outlet = "", reviews }: JudgedEvent): readonly Outcome[] {
  const { state, fields, whole } = judgementOf(reviews);
  const common = { type: event.type, outlet };
  const outcome = (field: Outcome["field"], verdict: Verdict): Outcome => ({
    ...common,
    field,
    verdict,
    confidence: confidenceOf(event, field),
  });
  if (state === "rejected") return [outcome(IS_EVENT, "rejected")];
  const own = REVIEW_FIELDS.flatMap((field) => {
    const review = fields.get(field);
    if (review !== undefined) return [outcome(field, VERDICTS[review.verdict] ?? "accepted")];
    return whole?.verdict === "accept" ? [outcome(field, "accepted")] : [];
  });
  if (state === "unreviewed") return own;
  return [outcome(IS_EVENT, state === "accepted" ? "accepted" : "corrected"), ...own];
}

const VERDICTS: Readonly<Partial<Record<Review["verdict"], Verdict>>> = {
  edit: "corrected",
  reject: "rejected",
};

function confidenceOf(event: Event, field: Outcome["field"]): number | undefined {
  if (field === "modes") return event.modes[0]?.confidence;
  return (event.confidence as Readonly<Partial<Record<string, number>>>)[field];
}

function grouped(outcomes: readonly Outcome[]): readonly FieldOutcome[] {
  const groups = new Map<
    string,
    { readonly key: Pick<FieldOutcome, "field" | "by" | "group">; list: Outcome[] }
  >();
  for (const outcome of outcomes) {
    for (const [by, group] of groupsOf(outcome)) {
      const key = { field: outcome.field, by, group };
      const name = `${by}\n${group}\n${outcome.field}`;
      const known = groups.get(name);
      if (known === undefined) groups.set(name, { key, list: [outcome] });
      else known.list.push(outcome);
    }
  }
  return [...groups.values()].map(({ key, list }) => ({ ...key, ...sharesOf(list) })).sort(byGroup);
}

function groupsOf({ confidence, type, outlet }: Outcome): readonly (readonly [Grouping, string])[] {
  const band = confidence === undefined ? [] : [["band", bandOf(confidence)] as const];
  return [["all", ""], ...band, ["type", type], ["outlet", outlet]];
}

function bandOf(confidence: number): string {
  const at = Math.min(BANDS - 1, Math.floor(confidence * BANDS));
  return `${(at / BANDS).toFixed(1)}-${((at + 1) / BANDS).toFixed(1)}`;
}

function sharesOf(list: readonly Outcome[]): Omit<FieldOutcome, "field" | "by" | "group"> {
  const share = (verdict: Verdict): Share =>
    shareOf(list.filter((one) => one.verdict === verdict).length, list.length);
  const told = list.flatMap(({ confidence }) => confidence ?? []);
  return {
    accepted: share("accepted"),
    corrected: share("corrected"),
    rejected: share("rejected"),
    ...(told.length === 0 ? {} : { expected: told.reduce((sum, one) => sum + one, 0) / told.length }),
  };
}

const ORDER: readonly FieldOutcome["field"][] = [IS_EVENT, ...REVIEW_FIELDS];

function byGroup(a: FieldOutcome, b: FieldOutcome): number {
  return (
    GROUPINGS.indexOf(a.by) - GROUPINGS.indexOf(b.by) ||
    (a.group < b.group ? -1 : a.group > b.group ? 1 : ORDER.indexOf(a.field) - ORDER.indexOf(b.field))
  );
}
