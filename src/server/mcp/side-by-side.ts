import { z } from "zod";
import {
  type ClaimCell,
  type ClaimColumn,
  claimCellSchema,
  claimColumnSchema,
  claimRowSchema,
  type SideBySide,
  sideBySideSchema,
} from "../../record/side-by-side.ts";
import { REVIEW_STATES, type ReviewState } from "../../store/index.ts";
import type { Anchored } from "./links.ts";
import { quoteOf, quoteSchema } from "./told.ts";

/** Quotes of a cell: `articles` says how many reports say so. */
const MOST_QUOTES = 3;

const EVENT = "id for get_event";
const saidSchema = claimCellSchema
  .unwrap()
  .shape.also.unwrap()
  .element.unwrap()
  .extend({ event: z.string().describe(EVENT) });

const cellSchema = claimCellSchema
  .unwrap()
  .omit({ outlier: true })
  .extend({
    event: z.string().describe(EVENT),
    review: z.enum(REVIEW_STATES).describe("what people made of the reading; none says that it happened"),
    quotes: z.array(quoteSchema).describe("in the cell's report"),
    first: saidSchema.optional().describe("what the speaker said before"),
    also: z.array(saidSchema).optional().describe("further values that stand"),
  });

/** A happening side by side as an assistant gets it: without what a rule would choose, every quote written once. */
export const tableSchema = sideBySideSchema
  .unwrap()
  .pick({ type: true, articles: true, copies: true, origins: true, speakers: true, from: true, to: true })
  .extend({
    happening: z.string(),
    columns: z
      .array(claimColumnSchema.unwrap().omit({ key: true }))
      .describe("speakers: parties to it, witnesses, third parties, outlets in their own voice"),
    rows: z.array(
      claimRowSchema
        .unwrap()
        .omit({ one: true })
        .extend({
          cells: z
            .array(cellSchema.nullable())
            .describe("in the order of the columns; null: this speaker says nothing of it"),
        }),
    ),
  });

type Table = z.infer<typeof tableSchema>;

/** `reviews` by the id of the event. */
export function tableOf(told: SideBySide, reviews: ReadonlyMap<string, ReviewState>): Table {
  const { id, rule: _rule, source: _source, changes: _changes, columns, rows, ...table } = told;
  return {
    ...table,
    happening: id,
    columns: columns.map(columnOf),
    rows: rows.map(({ one: _one, cells, ...row }) => ({
      ...row,
      cells: cells.map((cell) => (cell === null ? null : cellOf(cell, reviews))),
    })),
  };
}

function columnOf({ key: _key, ...column }: ClaimColumn) {
  return column;
}

function cellOf(
  { outlier: _outlier, quotes, first, also, ...cell }: ClaimCell,
  reviews: ReadonlyMap<string, ReviewState>,
): z.infer<typeof cellSchema> {
  const told = withStoredId(cell);
  return {
    ...told,
    review: reviews.get(told.event) ?? "unreviewed",
    quotes: quotes.slice(0, MOST_QUOTES).map(quoteOf),
    ...(first === undefined ? {} : { first: withStoredId(first) }),
    ...(also.length === 0 ? {} : { also: also.map(withStoredId) }),
  };
}

/** A table names an event by its record; elsewhere it bears the name of its report as well. */
function withStoredId<Said extends { readonly report: string; readonly event: string }>(said: Said): Said {
  return { ...said, event: `${said.report}.${said.event}` };
}

/** All words that the table shows. */
export function quotesOfTable({ rows }: Table): readonly Anchored[] {
  return rows
    .flatMap(({ cells }) => cells)
    .flatMap((cell) => cell?.quotes.map((quote) => ({ ...quote, report: cell.report })) ?? []);
}
