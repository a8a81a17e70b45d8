import { z } from "@hono/zod-openapi";
import { createGuard } from "../../ingest/watch/index.ts";
import { fail, KhaldunError } from "../../text/errors.ts";
import { answersOf, answersOfBegun, answersOfDone, answersOfNew, problemAnswers } from "../answers.ts";
import type { ServerContext } from "../context.ts";
import { createRoute } from "../route.ts";
import { answer, answerNew, type DeskRoutes, needs, newRoutes } from "../routing.ts";
import { importProgressSchema } from "../schemas/index.ts";

const TAGS = ["imports"];
/** Minutes between two rounds: no publisher is asked more often than every five. */
const SHORTEST = 5;
const LONGEST = 7 * 24 * 60;

const feedSchema = z
  .object({
    id: z.int(),
    url: z.string(),
    owner: z.string(),
    minutes: z.int(),
    created: z.string(),
    asked: z.string().optional().openapi({ description: "when it was last asked for" }),
    run: z.int().optional().openapi({ description: "the import of its last round" }),
  })
  .readonly()
  .openapi("Feed");
const feedsSchema = z.object({ items: z.array(feedSchema).readonly() });
const newFeedSchema = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .openapi({ description: "a feed, sitemap or page" }),
  minutes: z.int().min(SHORTEST).max(LONGEST).default(60).openapi({ description: "between two rounds" }),
});
const idParameter = z.object({
  id: z
    .string()
    .regex(/^\d{1,15}$/, "the number of a feed")
    .transform(Number)
    .openapi({ type: "integer", minimum: 0, maximum: 999_999_999_999_999 }),
});

const listRoute = createRoute({
  method: "get",
  path: "/feeds",
  tags: TAGS,
  summary: "Feeds that are watched",
  description: "With when each was last asked for, and the import of that round.",
  responses: answersOf(feedsSchema, "the feeds, the oldest first"),
});
const addRoute = createRoute({
  method: "post",
  path: "/feeds",
  tags: TAGS,
  summary: "Watch a feed, sitemap or page",
  description:
    "It is asked for at once and then again and again, as long as the desk is served; what it names is fetched once. robots.txt and the limits of khaldun watch hold, private addresses are refused.",
  request: { body: { required: true, content: { "application/json": { schema: newFeedSchema } } } },
  responses: {
    ...answersOfNew(feedSchema, "the feed"),
    ...problemAnswers({ 409: "it is watched already" }),
  },
});
const removeRoute = createRoute({
  method: "delete",
  path: "/feeds/{id}",
  tags: TAGS,
  summary: "Watch a feed no more",
  description: "What it brought stays.",
  request: { params: idParameter },
  responses: answersOfDone("removed"),
});
const askRoute = createRoute({
  method: "post",
  path: "/feeds/{id}/ask",
  tags: TAGS,
  summary: "Ask for a feed now",
  description: "Its round stands in line with the imports.",
  request: { params: idParameter },
  responses: answersOfBegun(importProgressSchema, "it stands in line; `run` is its number"),
});

export function feedRoutes(context: ServerContext): DeskRoutes {
  const { store, imports, openAddresses = [] } = context;
  const guard = createGuard(openAddresses);
  const routes = newRoutes();
  routes.on(["POST", "DELETE"], ["/feeds", "/feeds/*"], needs(context, "import"));
  return routes
    .openapi(listRoute, async () => answer(feedsSchema, { items: await store.feeds.list() }))
    .openapi(addRoute, async (c) => {
      const { url, minutes } = c.req.valid("json");
      // A name is looked at when it is asked: it may stand for another address by then.
      guard.check(new URL(url));
      const feed = await store.feeds.add({ url, minutes, owner: c.get("who")!.name });
      c.set("logged", { subject: String(feed.id), details: { host: new URL(url).host } });
      await imports.add({ files: [], addresses: [url], feed: feed.id }).catch(unlessManyWait);
      return answerNew(feedSchema, feed);
    })
    .openapi(removeRoute, async (c) => {
      await store.feeds.remove(c.req.valid("param").id);
      return c.body(null, 204);
    })
    .openapi(askRoute, async (c) => {
      const { id } = c.req.valid("param");
      const feed = await store.feeds.one(id);
      if (feed === undefined) throw fail("K152", { kind: "feed", name: id });
      const progress = await imports.add({ files: [], addresses: [feed.url], feed: id });
      return Response.json(progress, { status: 202 }) as never;
    });
}

/** A feed that is asked for as soon as others are done is watched all the same. */
function unlessManyWait(problem: unknown): void {
  if (!(problem instanceof KhaldunError && problem.code === "K149")) throw problem;
}
