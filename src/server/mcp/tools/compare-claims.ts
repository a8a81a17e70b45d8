import { z } from "zod";
import {
  type ClaimCell,
  claimCellSchema,
  claimColumnSchema,
  claimRowSchema,
  type SideBySide,
  sideBySideSchema,
} from "../../../record/side-by-side.ts";
import { storyHappeningSchema } from "../../../record/story-summary.ts";
import { fail } from "../../../text/errors.ts";
import { storyClaims } from "../../claims/story.ts";
import { tool } from "../tool.ts";
import { NOTE } from "./search-events.ts";

/** Quotes of a cell: `articles` says how many reports say so. */
const MOST_QUOTES = 5;

const cellSchema = claimCellSchema.unwrap().omit({ outlier: true });
const tableSchema = sideBySideSchema
  .unwrap()
  .pick({ type: true, articles: true, copies: true, origins: true, speakers: true, from: true, to: true })
  .extend({
    happening: z.string(),
    columns: z
      .array(claimColumnSchema)
      .readonly()
      .describe("speakers: parties to it, witnesses, third parties, outlets in their own voice"),
    rows: z
      .array(
        claimRowSchema
          .unwrap()
          .omit({ one: true })
          .extend({
            cells: z
              .array(cellSchema.nullable())
              .readonly()
              .describe("in the order of the columns; null: this speaker says nothing of it"),
          }),
      )
      .readonly(),
  });

export const compareClaims = tool({
  name: "compare_claims",
  title: "What the reports of a story say, side by side",
  description:
    "One happening of a story as a table: a column a speaker, a row a field, in each cell what this speaker says with the words of the reports, what it said first, and in how many articles of how many origins (a copy is no second origin). `contested` rows are those on which not all agree. No value is chosen for you. `happenings` lists the others of the story.",
  input: {
    story: z.string().max(100).describe("`story` of a claim's report"),
    happening: z.string().max(100).optional().describe("the one that most origins tell if not given"),
  },
  output: {
    story: z.string(),
    happenings: z.array(storyHappeningSchema).readonly(),
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
      .describe("the reports behind the table, by the keys that its quotes name"),
    note: z.string(),
  },
  answer: async (store, { story: asked, happening }) => {
    const story = await store.story(asked);
    if (story === undefined) throw fail("K152", { kind: "story", name: asked });
    const { happenings, table, reports } = await storyClaims(
      store,
      story.id,
      { rule: "representative" },
      happening,
    );
    return {
      story: story.id,
      happenings,
      ...(table === undefined ? {} : { table: tableOf(table) }),
      reports: reports.map(
        ({ language: _language, originator: _originator, story: _story, ...head }) => head,
      ),
      note: NOTE,
    };
  },
});

/** The table without what a rule would choose of it. */
function tableOf({ id, rule: _rule, source: _source, changes: _changes, rows, ...table }: SideBySide) {
  return {
    ...table,
    happening: id,
    rows: rows.map(({ one: _one, cells, ...row }) => ({
      ...row,
      cells: cells.map((cell) => (cell === null ? null : cellOf(cell))),
    })),
  };
}

function cellOf({ outlier: _outlier, quotes, ...cell }: ClaimCell): z.infer<typeof cellSchema> {
  return { ...cell, quotes: quotes.slice(0, MOST_QUOTES) };
}
