import { z } from "@hono/zod-openapi";
import { fail } from "../../text/errors.ts";
import { alsoCalled } from "../actors/also-called.ts";
import { registeredOf } from "../actors/registered.ts";
import { actorPageSchema } from "../actors/schemas.ts";
import { answersOf, answersOfOne } from "../answers.ts";
import type { ServerContext } from "../context.ts";
import { CURSOR_SHAPE, pageOf } from "../filter-query.ts";
import { strictQuery, whole } from "../parameters.ts";
import { createRoute } from "../route.ts";
import { answer, type DeskRoutes, newRoutes } from "../routing.ts";
import { actorHeadSchema, nameHitSchema, pagedSchema } from "../schemas/index.ts";

const TAGS = ["actors"];
const hits = pagedSchema(nameHitSchema);
const heads = pagedSchema(actorHeadSchema);
const name = z.string().min(1).max(200);

const namesRoute = createRoute({
  method: "get",
  path: "/names",
  tags: TAGS,
  summary: "Names that look like one",
  description:
    "Spelling mistakes allowed, and other names that the registry has for a party; for a field that completes what is typed.",
  request: {
    query: strictQuery({
      q: name.openapi({ description: "a name, or how it might be spelt" }),
      ...CURSOR_SHAPE,
    }),
  },
  responses: answersOf(hits, "a page of names, the most alike first, and `next` if there is another"),
});

const actorsRoute = createRoute({
  method: "get",
  path: "/actors",
  tags: TAGS,
  summary: "Named parties and how often they act, suffer and speak",
  description: "Names of one entry of the registry count as one party.",
  request: {
    query: strictQuery({
      q: name.optional().openapi({ description: "a name, or a part of it; spelling mistakes allowed" }),
      ...CURSOR_SHAPE,
    }),
  },
  responses: answersOf(heads, "a page of parties, the most told first, and `next` if there is another"),
});

const oneRoute = createRoute({
  method: "get",
  path: "/actors/{id}",
  tags: TAGS,
  summary: "One party over time: what it does, suffers and says, with whom",
  description:
    "Named as in a filter: a country (COD), a sector (MIL), both (COD MIL), an id of the registry, or a name.",
  request: {
    params: z.object({ id: name }),
    query: strictQuery({ most: whole(1, 1000, "at most so many partners, 100 if not given") }),
  },
  responses: answersOfOne(actorPageSchema, "the party, and what the registry says of it"),
});

export function actorRoutes({ store }: ServerContext): DeskRoutes {
  return newRoutes()
    .openapi(namesRoute, async (c) => {
      const { q, ...page } = c.req.valid("query");
      return answer(hits, await store.names(q, pageOf(page), alsoCalled(q)));
    })
    .openapi(actorsRoute, async (c) => {
      const { q, ...page } = c.req.valid("query");
      return answer(heads, await store.actors(q, pageOf(page), q === undefined ? [] : alsoCalled(q)));
    })
    .openapi(oneRoute, async (c) => {
      const { id } = c.req.valid("param");
      const page = await store.actor(id, c.req.valid("query").most ?? 100);
      if (page === undefined) throw fail("K141", { what: "actor", id });
      return answer(actorPageSchema, { ...page, registry: registeredOf(page) });
    });
}
