import { z } from "zod";
import type { StoredEvent } from "../../../store/index.ts";
import { fail } from "../../../text/errors.ts";
import { type Claim, claimOf, claimSchema } from "../../claim.ts";
import { tool } from "../tool.ts";
import { NOTE } from "./search-events.ts";

const fieldSchema = z.object({
  field: z.string(),
  contested: z.boolean().describe("not all who speak of it say the same"),
  values: z.array(
    z.object({
      value: z.string(),
      saidBy: z.array(z.string()).describe("speakers, as the reports call them"),
      events: z.array(z.string()),
    }),
  ),
});

export const compareClaims = tool({
  name: "compare_claims",
  title: "What the reports of a story say, side by side",
  description:
    "For each happening of a story: who says what of it, field by field, where they differ, and which reports only repeat another (one origin, however many outlets print it). No value is chosen for you.",
  input: {
    story: z.string().max(100).describe("`story` of a claim's report"),
    happening: z.string().max(100).optional().describe("only this one"),
  },
  output: {
    story: z.string(),
    happenings: z.array(
      z.object({
        happening: z.string(),
        origins: z.int().describe("reports without those that repeat another"),
        copies: z.int(),
        fields: z.array(fieldSchema),
        claims: z.array(claimSchema),
      }),
    ),
    note: z.string(),
  },
  answer: async (store, { story: asked, happening }) => {
    const story = await store.story(asked);
    if (story === undefined) throw fail("K152", { kind: "story", name: asked });
    const events = (await store.claimsOf(story.id)).filter(
      (one) => happening === undefined || one.happening === happening,
    );
    return { story: story.id, happenings: byHappening(events).map(compared), note: NOTE };
  },
});

/** Events that were never set beside others stand alone, under their own id. */
function byHappening(events: readonly StoredEvent[]): readonly (readonly [string, readonly StoredEvent[]])[] {
  return grouped(events, (one) => one.happening ?? one.id);
}

function compared([happening, events]: readonly [string, readonly StoredEvent[]]) {
  const claims = events.map(claimOf);
  const own = claims.filter(({ report }) => report.copyOf === undefined);
  const reports = new Set(own.map(({ report }) => report.key));
  const copies = new Set(claims.map(({ report }) => report.key)).size - reports.size;
  return { happening, origins: reports.size, copies, fields: fieldsOf(own), claims };
}

type Said = readonly [field: string, value: string];

function saidIn(claim: Claim): readonly Said[] {
  return [
    ["what", claim.type],
    ["standing", claim.standing],
    ["when", claim.when],
    ["where", claim.where],
    ...claim.actors.map((one): Said => ["actor", one.name ?? one.words]),
    ...claim.recipients.map((one): Said => ["recipient", one.name ?? one.words]),
    ...claim.figures.map(({ kind, min, max }): Said => [kind, rangeOf(min, max)]),
  ];
}

function rangeOf(min: number, max: number | null): string {
  return max === null ? `${min} or more` : min === max ? String(min) : `${min} to ${max}`;
}

/** Whoever is cited says it; without a source the outlet does. */
function speakersOf({ sources, report }: Claim): readonly string[] {
  if (sources.length > 0) return sources.map(({ words, stance }) => `${words} (${stance})`);
  return [report.outlet ?? report.url ?? `report ${report.key}`];
}

function fieldsOf(claims: readonly Claim[]): z.infer<typeof fieldSchema>[] {
  const said = claims.flatMap((claim) => saidIn(claim).map(([field, value]) => ({ field, value, claim })));
  return grouped(said, ({ field }) => field).map(([field, rows]) => {
    const values = grouped(rows, ({ value }) => value).map(([value, same]) => ({
      value,
      saidBy: [...new Set(same.flatMap(({ claim }) => speakersOf(claim)))],
      events: [...new Set(same.map(({ claim }) => claim.event))],
    }));
    return { field, contested: values.length > 1, values };
  });
}

/** In the order in which the groups begin. */
function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly (readonly [string, readonly Item[]])[] {
  const keys = [...new Set(items.map(keyOf))];
  return keys.map((key) => [key, items.filter((item) => keyOf(item) === key)]);
}
