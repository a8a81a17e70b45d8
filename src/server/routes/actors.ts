import { z } from "@hono/zod-openapi";
import { fail } from "../../text/errors.ts";
import { registeredOf } from "../actors/registered.ts";
import { actorPageSchema } from "../actors/schemas.ts";
import { answersOf, answersOfOne } from "../answers.ts";
import type { ServerContext } from "../context.ts";
import { strictQuery, whole } from "../parameters.ts";
import { createRoute } from "../route.ts";
import { answer, type DeskRoutes, newRoutes } from "../routing.ts";
import { actorHeadSchema, nameHitSchema } from "../schemas/index.ts";

const TAGS = ["actors"];
const hits = z.object({ items: z.array(nameHitSchema).readonly() });
const heads = z.object({
  items: z.array(actorHeadSchema).readonly(),
  more: z.boolean().openapi({ description: "true if there are more parties than these" }),
});
const name = z.string().min(1).max(200);

const namesRoute = createRoute({
  method: "get",
  path: "/names",
  tags: TAGS,
  summary: "Names that look like one",
  description: "Spelling mistakes allowed, for a field that completes what is typed.",
  request: {
    query: strictQuery({
      q: name.openapi({ description: "a name, or how it might be spelt" }),
      most: whole(1, 200, "at most so many, 20 if not given"),
    }),
  },
  responses: answersOf(hits, "the names, the most alike first"),
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
      most: whole(1, 1000, "at most so many, 200 if not given"),
    }),
  },
  responses: answersOf(heads, "the parties, the most told first"),
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
      const { q, most = 20 } = c.req.valid("query");
      return answer(hits, { items: await store.names(q, most) });
    })
    .openapi(actorsRoute, async (c) => {
      const { q, most = 200 } = c.req.valid("query");
      const found = await store.actors(q, most + 1);
      return answer(heads, { items: found.slice(0, most), more: found.length > most });
    })
    .openapi(oneRoute, async (c) => {
      const { id } = c.req.valid("param");
      const page = await store.actor(id, c.req.valid("query").most ?? 100);
      if (page === undefined) throw fail("K141", { what: "actor", id });
      return answer(actorPageSchema, { ...page, registry: registeredOf(page) });
    });
}
