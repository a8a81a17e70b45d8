import { z } from "@hono/zod-openapi";
import { fail } from "../../text/errors.ts";
import { newSecret } from "../access/secrets.ts";
import { answersOf, answersOfDone, answersOfKinds, answersOfNew } from "../answers.ts";
import { asLeft } from "../as-left.ts";
import type { ServerContext } from "../context.ts";
import { feedOf } from "../feed.ts";
import { FILTER_JSON, filterOf } from "../filter-json.ts";
import { ownAddress } from "../own-address.ts";
import { createRoute } from "../route.ts";
import { answer, answerNew, type DeskRoutes, needs, newRoutes } from "../routing.ts";

const TAGS = ["searches"];

const filterSchema = z.strictObject(FILTER_JSON).openapi("Filter");
const searchSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    owner: z.string(),
    filter: filterSchema,
    view: z.string().optional(),
    created: z.string(),
  })
  .openapi("Search");
const searchesSchema = z.object({ items: z.array(searchSchema) });
const newSearchSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  filter: filterSchema,
  view: z
    .string()
    .max(2000)
    .optional()
    .openapi({ description: "how the desk shows it: a query of its address, as columns=acled&order=oldest" }),
});
const idParameter = z.object({ id: z.string().max(100) });

const listRoute = createRoute({
  method: "get",
  path: "/searches",
  tags: TAGS,
  summary: "Saved searches, everybody's",
  description: "Filters of events under a name, each with a feed.",
  responses: answersOf(searchesSchema, "the searches, the oldest first"),
});
const addRoute = createRoute({
  method: "post",
  path: "/searches",
  tags: TAGS,
  summary: "Save a search",
  description: "A filter as /events takes it, under a name.",
  request: { body: { required: true, content: { "application/json": { schema: newSearchSchema } } } },
  responses: answersOfNew(searchSchema, "the search"),
});
const removeRoute = createRoute({
  method: "delete",
  path: "/searches/{id}",
  tags: TAGS,
  summary: "Remove a saved search, with its feed and webhooks",
  description: "One's own; an admin anybody's.",
  request: { params: idParameter },
  responses: answersOfDone("removed"),
});
const feedRoute = createRoute({
  method: "get",
  path: "/searches/{id}/feed.xml",
  tags: TAGS,
  summary: "What a saved search found last, as RSS",
  description:
    "The fifty events that came last. Where one has to log in, a reader of feeds shows a token as its password.",
  request: { params: idParameter },
  responses: answersOfKinds({ "application/rss+xml": z.string() }, "RSS 2.0"),
});

/** Items of a feed. */
const NEWEST = 50;

export function searchRoutes(context: ServerContext): DeskRoutes {
  const { store } = context;
  const routes = newRoutes();
  routes.post(addRoute.path, needs(context, "keep"));
  routes.delete("/searches/:id", needs(context, "keep"));
  return routes
    .openapi(listRoute, async () =>
      answer(searchesSchema, { items: [...(await store.searches.list())] as never }),
    )
    .openapi(addRoute, async (c) => {
      const { name, filter, view } = c.req.valid("json");
      const search = {
        id: newSecret().slice(0, 22),
        name,
        owner: c.get("who")!.name,
        filter: filterOf(filter),
        ...(view === undefined ? {} : { view }),
      };
      c.set("logged", { subject: search.id, details: { name } });
      return answerNew(searchSchema, (await store.searches.add(search)) as never);
    })
    .openapi(removeRoute, async (c) => {
      const { id } = c.req.valid("param");
      const who = c.get("who")!;
      const search = await store.searches.one(id);
      // Another's search is not there to be removed.
      if (search?.owner !== who.name && !context.mayDo(who, "administer"))
        throw fail("K152", { kind: "saved search of yours", name: id });
      await store.searches.remove(id);
      return c.body(null, 204);
    })
    .openapi(feedRoute, async (c) => {
      const { id } = c.req.valid("param");
      const search = await store.searches.one(id);
      if (search === undefined) throw fail("K152", { kind: "saved search", name: id });
      const events = await asLeft(store, await store.searches.newest(search.filter, NEWEST));
      const xml = feedOf(search, events, ownAddress(c.req.raw));
      return new Response(xml, {
        headers: { "content-type": "application/rss+xml; charset=utf-8" },
      }) as never;
    });
}
