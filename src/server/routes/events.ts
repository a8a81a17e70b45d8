import { z } from "@hono/zod-openapi";
import { fail } from "../../text/errors.ts";
import { acceptedFormat, LIST_FORMATS } from "../accepted.ts";
import { answersOf, answersOfKinds, answersOfOne } from "../answers.ts";
import { asLeft, SHOWN_SHAPE, shownFilterOf } from "../as-left.ts";
import type { ServerContext } from "../context.ts";
import { eventFields, eventPartSchema } from "../event-fields.ts";
import { download, kindsOf, wishOf } from "../exports/answer.ts";
import { exportFile } from "../exports/file.ts";
import { noFieldsOf } from "../fields.ts";
import { PAGE_SHAPE, pageOf } from "../filter-query.ts";
import { strictQuery } from "../parameters.ts";
import { createRoute } from "../route.ts";
import { answer, type DeskRoutes, demand, newRoutes } from "../routing.ts";
import { pagedSchema, storedEventSchema, wholeEventSchema } from "../schemas/index.ts";

const TAGS = ["events"];
const TOTAL = {
  total: z.int().optional().openapi({ description: "with `with_total`: events of the filter" }),
};
const eventsPage = z.union([
  pagedSchema(storedEventSchema).unwrap().extend(TOTAL),
  pagedSchema(eventPartSchema).unwrap().extend(TOTAL),
]);
const countSchema = z.object({ events: z.int() });

const listRoute = createRoute({
  method: "get",
  path: "/events",
  tags: TAGS,
  summary: "Events, a page at a time",
  description:
    "Each event as one report tells it: a claim, with the words it rests on. In another format than JSON - by `format` or the Accept header - all events of the filter as a file for public readers, as /exports gives it.",
  request: {
    query: strictQuery({
      ...SHOWN_SHAPE,
      ...PAGE_SHAPE,
      format: z.enum(LIST_FORMATS).optional().openapi({ description: "all but json are whole files" }),
      fields: eventFields.parameter,
      with_total: z.enum(["true", "false"]).optional().openapi({ description: "count all that fit" }),
    }),
  },
  responses: answersOfKinds(
    { "application/json": eventsPage, ...kindsOf(LIST_FORMATS.filter((format) => format !== "json")) },
    "the page, and `next` if there is another; or the file",
  ),
});

const countRoute = createRoute({
  method: "get",
  path: "/events/count",
  tags: TAGS,
  summary: "How many events a filter leaves",
  description: "The number that a list, a table and an export of the same filter come to.",
  request: { query: strictQuery(SHOWN_SHAPE) },
  responses: answersOf(countSchema, "the number"),
});

const oneRoute = createRoute({
  method: "get",
  path: "/events/{id}",
  tags: TAGS,
  summary: "One event with its whole report",
  description: "The event, the text it was read in, and the version of the coder that read it.",
  request: { params: z.object({ id: z.string() }) },
  responses: answersOfOne(wholeEventSchema, "the event"),
});

export function eventRoutes(context: ServerContext): DeskRoutes {
  const { store } = context;
  return newRoutes()
    .openapi(listRoute, async (c) => {
      const query = c.req.valid("query");
      const format = query.format ?? acceptedFormat(c.req.header("accept"));
      if (format !== "json") {
        noFieldsOf(format, query.fields);
        demand(context, c.get("who"), "export");
        return download(await exportFile(store, format, wishOf(query)), format, false) as never;
      }
      const filter = shownFilterOf(query);
      const page = await store.events(filter, pageOf(query));
      const items = eventFields.pick(await asLeft(store, page.items, query), query.fields) as never;
      const counted = query.with_total === "true" ? { total: await store.count(filter) } : {};
      return answer(eventsPage, { ...page, items, ...counted });
    })
    .openapi(countRoute, async (c) =>
      answer(countSchema, { events: await store.count(shownFilterOf(c.req.valid("query"))) }),
    )
    .openapi(oneRoute, async (c) => {
      const { id } = c.req.valid("param");
      const event = await store.event(id);
      if (event === undefined) throw fail("K141", { what: "event", id });
      return answer(wholeEventSchema, event);
    });
}
