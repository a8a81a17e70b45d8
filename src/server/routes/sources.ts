import { z } from "@hono/zod-openapi";
import { ORIGIN_KINDS, type ReportFilter } from "../../store/index.ts";
import { answersOf } from "../answers.ts";
import { SHOWN_SHAPE, shownFilterOf } from "../as-left.ts";
import type { ServerContext } from "../context.ts";
import { CURSOR_SHAPE, pageOf } from "../filter-query.ts";
import { day, strictQuery, words } from "../parameters.ts";
import { createRoute } from "../route.ts";
import { answer, type DeskRoutes, newRoutes } from "../routing.ts";
import { outletSchema, pagedSchema, sourceSchema, unnamedSchema } from "../schemas/index.ts";

const TAGS = ["sources"];
const PAGE = "the page, and `next` if there is another";
const sourcesPage = pagedSchema(sourceSchema);
const unnamedPage = pagedSchema(unnamedSchema);
const outletsPage = pagedSchema(outletSchema);

const sourcesRoute = createRoute({
  method: "get",
  path: "/sources",
  tags: TAGS,
  summary: "Who says so inside reports, by name, who is cited most first",
  description:
    "Names of one entry of the registry count as one source. /claims has each claim, /outlets who published it.",
  request: {
    query: strictQuery({
      ...SHOWN_SHAPE,
      ...CURSOR_SHAPE,
      with_stances: z
        .enum(["true", "false"])
        .optional()
        .openapi({ description: "also how often each asserts, denies, doubts … ; takes longer" }),
    }),
  },
  responses: answersOf(sourcesPage, PAGE),
});

const unnamedRoute = createRoute({
  method: "get",
  path: "/sources/unnamed",
  tags: TAGS,
  summary: "Sources without a name, counted by country and sector",
  description:
    "Nobody can tell whether the residents of two reports are the same: they are counted and never linked.",
  request: { query: strictQuery({ ...SHOWN_SHAPE, ...CURSOR_SHAPE }) },
  responses: answersOf(unnamedPage, PAGE),
});

const outletsRoute = createRoute({
  method: "get",
  path: "/outlets",
  tags: TAGS,
  summary: "Whose reports the store holds, who has most first",
  description: "An outlet publishes; that does not make it a source of what is told.",
  request: {
    query: strictQuery({
      by: z.enum(ORIGIN_KINDS).optional().openapi({
        description:
          "`outlet`, if not given: who published; `originator`: whose report it is, where the outlet only republishes it",
      }),
      outlets: words("who published it"),
      languages: words("ISO 639-1"),
      stories: words("ids of stories"),
      from: day("first day of publication"),
      to: day("last day of publication"),
      ...CURSOR_SHAPE,
    }),
  },
  responses: answersOf(outletsPage, PAGE),
});

export function sourceRoutes({ store }: ServerContext): DeskRoutes {
  return newRoutes()
    .openapi(sourcesRoute, async (c) => {
      const query = c.req.valid("query");
      const filter = shownFilterOf(query);
      const page = await store.sources(filter, pageOf(query));
      if (query.with_stances !== "true") return answer(sourcesPage, page);
      const stances = await store.stancesOf(
        filter,
        page.items.map(({ id }) => id),
      );
      const items = page.items.map((one) => ({ ...one, stances: stances.get(one.id) ?? {} }));
      return answer(sourcesPage, { ...page, items });
    })
    .openapi(unnamedRoute, async (c) => {
      const query = c.req.valid("query");
      return answer(unnamedPage, await store.unnamedSources(shownFilterOf(query), pageOf(query)));
    })
    .openapi(outletsRoute, async (c) => {
      const { by = "outlet", size, after, ...filter } = c.req.valid("query");
      return answer(outletsPage, await store.outlets(by, filter as ReportFilter, pageOf({ size, after })));
    });
}
