import { z } from "@hono/zod-openapi";
import { columnsOf } from "../../formats/columns.ts";
import { EXPORTS } from "../../formats/index.ts";
import { REJECTED } from "../../review/index.ts";
import type { StoredEvent, WholeEvent } from "../../store/index.ts";
import { answersOf } from "../answers.ts";
import { asLeft, SHOWN_SHAPE, shownFilterOf } from "../as-left.ts";
import type { ServerContext } from "../context.ts";
import { eventFields, eventPartSchema } from "../event-fields.ts";
import { PAGE_SHAPE, pageOf } from "../filter-query.ts";
import { memberOf } from "../happening.ts";
import { strictQuery } from "../parameters.ts";
import { createRoute } from "../route.ts";
import { answer, type DeskRoutes, newRoutes } from "../routing.ts";
import { storedEventSchema } from "../schemas/index.ts";

/** Formats that are tables of events: one row an event, columns by name. */
const TABLES = ["csv", "polecat", "polecat-extended", "acled", "ucdp", "gdelt"] as const;
type TableName = (typeof TABLES)[number];

const tableSchema = z
  .object({
    columns: z
      .array(z.object({ name: z.string(), meaning: z.string(), filled: z.string() }).readonly())
      .readonly(),
    items: z
      .array(
        z
          .object({
            stored: z.union([storedEventSchema, eventPartSchema]),
            cells: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).readonly(),
            withheld: z
              .string()
              .optional()
              .openapi({ description: "why a file of the format would leave the row out" }),
          })
          .readonly(),
      )
      .readonly(),
    next: z.string().optional(),
  })
  .readonly()
  .openapi("EventTable");

const route = createRoute({
  method: "get",
  path: "/tables/{format}",
  tags: ["events"],
  summary: "Events in the columns of a format",
  description:
    "The cells that a file of the format would hold, by the same code, beside the events themselves.",
  request: {
    params: z.object({ format: z.enum(TABLES) }),
    query: strictQuery({ ...SHOWN_SHAPE, ...PAGE_SHAPE, fields: eventFields.parameter }),
  },
  responses: answersOf(tableSchema, "a page of rows, and `next` if there is another"),
});

export function tableRoutes({ store }: ServerContext): DeskRoutes {
  return newRoutes().openapi(route, async (c) => {
    const { format } = c.req.valid("param");
    const query = c.req.valid("query");
    const { items: found, next } = await store.events(shownFilterOf(query), pageOf(query));
    const items = await asLeft(store, found, query);
    const wholes = new Map<string, WholeEvent>();
    const reports = [...new Set(items.map(({ report }) => report.key))];
    if (reports.length > 0)
      for await (const whole of store.streamEvents({ reports })) wholes.set(whole.id, whole);
    return answer(tableSchema, {
      columns: columnsOf(format).map(({ name, meaning, filled }) => ({ name, meaning, filled })),
      items: items.map((stored) => ({
        ...rowOf(format, stored, wholes.get(stored.id), query.values === "coded"),
        stored: eventFields.pick([stored], query.fields)[0] as never,
      })),
      ...(next === undefined ? {} : { next }),
    });
  });
}

/** An event that was taken away between the two looks at the store keeps its line, without cells. */
function rowOf(format: TableName, stored: StoredEvent, whole: WholeEvent | undefined, asCoded: boolean) {
  if (whole === undefined) return { cells: [] };
  const notation = EXPORTS[format];
  const row = memberOf({ ...whole, event: stored.event });
  const withheld = !asCoded && stored.review === "rejected" ? REJECTED : notation.withheld(row);
  const cells = (notation.cells?.(row) ?? []).map((value) => value ?? null);
  return { cells, ...(withheld === undefined ? {} : { withheld }) };
}
