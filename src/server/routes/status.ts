import { z } from "@hono/zod-openapi";
import { answersOf } from "../answers.ts";
import type { ServerContext } from "../context.ts";
import { CURSOR_SHAPE, pageOf } from "../filter-query.ts";
import { instant, strictQuery } from "../parameters.ts";
import { createRoute } from "../route.ts";
import { answer, type DeskRoutes, newRoutes } from "../routing.ts";
import { changeSchema, freshnessSchema, pagedSchema } from "../schemas/index.ts";

const statusSchema = z
  .object({
    version: z.string(),
    isExample: z.boolean().openapi({ description: "true if the store holds the bundled example reports" }),
    store: z.object({
      engine: z.string(),
      version: z.string(),
      schema: z.int(),
      reports: z.int(),
      codedReports: z.int(),
      notCoded: z.int().openapi({ description: "are kept, in a language that the coder does not read" }),
      events: z.int(),
      codings: z.int(),
      stories: z.int(),
      reviews: z.int(),
      openFailures: z.int(),
      bytes: z.int(),
    }),
    asOf: freshnessSchema,
  })
  .openapi("Status");

const statusRoute = createRoute({
  method: "get",
  path: "/status",
  tags: ["status"],
  summary: "What is served",
  description: "Version of the program, and what the store holds: the denominators of every share.",
  responses: answersOf(statusSchema, "the counts"),
});

const changesPage = pagedSchema(changeSchema);
const changesRoute = createRoute({
  method: "get",
  path: "/changes",
  tags: ["status"],
  summary: "What was added since",
  description:
    "Codings, reviews and links from an instant on, the oldest first. Nothing is ever deleted: what was taken back is a change as well.",
  request: {
    query: strictQuery({
      since: instant().openapi({ description: "an instant as 2026-05-06T12:00:00Z; all if not given" }),
      ...CURSOR_SHAPE,
    }),
  },
  responses: answersOf(changesPage, "the page, and `next` if there is another"),
});

const BEGINNING = "1970-01-01T00:00:00Z";

export function statusRoutes({ store, version, isExample }: ServerContext): DeskRoutes {
  return newRoutes()
    .openapi(statusRoute, async () =>
      answer(statusSchema, {
        version,
        isExample,
        store: await store.stats(),
        asOf: await store.freshness(),
      }),
    )
    .openapi(changesRoute, async (c) => {
      const { since = BEGINNING, ...page } = c.req.valid("query");
      return answer(changesPage, await store.changes(since, pageOf(page)));
    });
}
