import { z } from "zod";
import { inWords } from "../formats/in-words.ts";
import { isPrivate } from "../formats/profile.ts";
import { STANDINGS, standingOf } from "../formats/standing.ts";
import type { Cell } from "../record/cell.ts";
import type { Event } from "../record/event.ts";
import { countryOf, nameOf, type Participant, sectorOf } from "../record/participant.ts";
import type { ReviewState, StoredEvent } from "../store/index.ts";
import type { Quote } from "../text/span.ts";

/** A receipt that an assistant can pass on: the words, and where they stand in which report (UTF-16 units). */
export const receiptSchema = z.object({
  report: z.string(),
  start: z.int(),
  end: z.int(),
  text: z.string(),
});
export type Receipt = z.infer<typeof receiptSchema>;

const partySchema = z.object({
  words: z.string(),
  name: z.string().optional(),
  country: z.string().optional(),
  sector: z.string().optional(),
  private: z
    .literal(true)
    .optional()
    .describe("a private person: pass on their part in it, not their name, wherever it stands"),
  receipt: receiptSchema,
});

/** One event as one report tells it, short enough to list fifty. */
export const claimSchema = z.object({
  event: z.string().describe("id for get_event"),
  type: z.string(),
  says: z.string().describe("who says so and how sure; pass it on as it stands"),
  standing: z
    .enum(STANDINGS)
    .describe("asserted by the report itself, claimed by a source it cites, denied …"),
  review: z.string(),
  when: z.string(),
  where: z.string(),
  actors: z.array(partySchema),
  recipients: z.array(partySchema),
  sources: z.array(partySchema.extend({ stance: z.string(), kind: z.string() })),
  figures: z.array(
    z.object({
      kind: z.string(),
      min: z.int(),
      max: z.int().nullable().describe("null: no upper bound is told"),
      receipt: receiptSchema,
    }),
  ),
  trigger: receiptSchema,
  report: z.object({
    key: z.string(),
    title: z.string().optional(),
    outlet: z.string().optional(),
    published: z.string().optional(),
    url: z.string().optional(),
    copyOf: z.string().optional().describe("it repeats this report: no second origin"),
    story: z.string().optional(),
  }),
  happening: z.string().optional(),
});
export type Claim = z.infer<typeof claimSchema>;

/** What people made of it. A machine's reading is never shown as more than that. */
const REVIEWS: Readonly<Record<ReviewState, string>> = {
  unreviewed: "unreviewed: read by a machine, checked by nobody",
  accepted: "a reviewer found that the report was read rightly; this does not say that it happened",
  edited: "a reviewer corrected how the report was read; this does not say that it happened",
  rejected: "rejected: a reviewer found that the report was read wrongly; do not use it",
};

export function claimOf(stored: StoredEvent): Claim {
  const { event, report } = stored;
  const receipt = (quote: Quote): Receipt => receiptOf(report.key, quote);
  const { key, title, outlet, published, url, copyOf, story } = report;
  return {
    event: stored.id,
    type: [event.type, ...event.modes.map(({ value }) => value)].join("/"),
    says: inWords(event),
    standing: standingOf(event),
    review: REVIEWS[stored.review],
    when: whenOf(event),
    where: whereOf(event),
    actors: event.actors.map((one) => partyOf(one, receipt)),
    recipients: event.recipients.map((one) => partyOf(one, receipt)),
    sources: event.attributions.map(({ source, stance, kind }) => ({
      ...partyOf(source, receipt),
      stance,
      kind,
    })),
    figures: event.quantities.map(({ kind, min, max, quote }) => ({
      kind,
      min,
      max: max ?? null,
      receipt: receipt(quote),
    })),
    trigger: receipt(event.trigger),
    report: withoutHoles({ key, title, outlet, published, url, copyOf, story }),
    ...withoutHoles({ happening: stored.happening }),
  };
}

export function receiptOf(report: string, { start, end, text }: Quote): Receipt {
  return { report, start, end, text };
}

function partyOf(one: Participant, receipt: (quote: Quote) => Receipt): z.infer<typeof partySchema> {
  const known = { name: nameOf(one), country: countryOf(one), sector: sectorOf(one) };
  return {
    words: one.quote.text,
    ...withoutHoles(known),
    ...(isPrivate(one) ? { private: true as const } : {}),
    receipt: receipt(one.quote),
  };
}

/** "2026-05-03 (day)", "2026-04-01 to 2026-04-30 (month)"; an empty cell with its reason. */
function whenOf({ time }: Event): string {
  if (time.status !== "known") return reasonOf(time);
  const days = time.from === time.to ? time.from : `${time.from} to ${time.to}`;
  return `${time.approximate ? "about " : ""}${days} (${time.precision})`;
}

function whereOf({ place }: Event): string {
  if (place.status !== "known") return reasonOf(place);
  const names = [place.name, place.admin1, place.country].filter((part) => part !== undefined);
  return `${[...new Set(names)].join(", ")} (${place.kind})`;
}

function reasonOf(cell: Exclude<Cell<object>, { readonly status: "known" }>): string {
  return `${cell.status}: ${cell.reason}`;
}

/** The same without the names whose value is undefined. */
export function withoutHoles<Value extends object>(
  value: Value,
): { [Key in keyof Value as undefined extends Value[Key] ? never : Key]: Value[Key] } & {
  [Key in keyof Value as undefined extends Value[Key] ? Key : never]?: Exclude<Value[Key], undefined>;
} {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as never;
}
