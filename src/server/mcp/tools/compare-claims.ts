import { z } from "zod";
import { type StoryHappening, storyHappeningSchema } from "../../../record/story-summary.ts";
import { fail } from "../../../text/errors.ts";
import { storyClaims } from "../../claims/story.ts";
import { NOTE } from "../note.ts";
import { quotesOfTable, tableOf, tableSchema } from "../side-by-side.ts";
import { tool } from "../tool.ts";

/** Of a story: those that most origins tell. */
const MOST_HAPPENINGS = 40;

export const compareClaims = tool({
  name: "compare_claims",
  title: "What the reports of a story say, side by side",
  description:
    "One happening of a story as a table: a column a speaker, a row a field, in each cell what this speaker says with the words of the reports, what it said first, and in how many articles of how many origins (a copy is no second origin). `contested` rows are those on which not all agree. No value is chosen for you. `happenings` lists those of the story, with what is contested of each.",
  input: {
    story: z.string().max(100).describe("`story` of a claim's report; a report that is not linked has none"),
    happening: z
      .string()
      .max(100)
      .optional()
      .describe("`happening` of a claim, or of `happenings`; the one that most origins tell if not given"),
  },
  output: {
    story: z.string(),
    happenings: z.array(storyHappeningSchema).readonly(),
    moreHappenings: z.int().optional().describe("so many others are told by fewer"),
    table: tableSchema.optional().describe("absent if nothing is coded in the story"),
    reports: z
      .array(
        z.object({
          key: z.string(),
          title: z.string().optional(),
          outlet: z.string().optional(),
          published: z.string().optional(),
          url: z.string().optional(),
          copyOf: z.string().optional(),
        }),
      )
      .describe("the reports behind the table, by the keys that its cells name"),
    note: z.string(),
  },
  answer: async (store, { story: asked, happening }) => {
    const story = await store.story(asked);
    if (story === undefined) throw fail("K141", { what: "story", id: asked });
    const { happenings, table, reports } = await storyClaims(
      store,
      story.id,
      { rule: "representative" },
      happening,
    );
    const claims = table === undefined ? [] : await store.claimsOf(story.id);
    const reviews = new Map(claims.map(({ id, review }) => [id, review]));
    const shown = mostTold(happenings);
    return {
      story: story.id,
      happenings: shown,
      ...(shown.length < happenings.length ? { moreHappenings: happenings.length - shown.length } : {}),
      ...(table === undefined ? {} : { table: tableOf(table, reviews) }),
      reports: reports.map(
        ({ language: _language, originator: _originator, story: _story, ...head }) => head,
      ),
      note: NOTE,
    };
  },
  quotes: ({ table }) => (table === undefined ? [] : quotesOfTable(table)),
});

/** In the order in which they were. */
function mostTold(happenings: readonly StoryHappening[]): readonly StoryHappening[] {
  const byOrigins = [...happenings].sort((a, b) => b.origins - a.origins || b.reports - a.reports);
  const kept = new Set(byOrigins.slice(0, MOST_HAPPENINGS));
  return happenings.filter((one) => kept.has(one));
}
