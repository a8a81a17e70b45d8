import { z } from "@hono/zod-openapi";
import { createGuard, hostAndPort } from "../../ingest/watch/index.ts";
import { fail } from "../../text/errors.ts";
import { newSecret } from "../access/secrets.ts";
import { answersOf, answersOfDone, answersOfNew, problemAnswers } from "../answers.ts";
import type { ServerContext } from "../context.ts";
import { createRoute } from "../route.ts";
import { answer, answerNew, type DeskRoutes, needs, newRoutes } from "../routing.ts";

const TAGS = ["searches"];

const webhookSchema = z
  .object({
    id: z.string(),
    search: z.string(),
    url: z.string(),
    owner: z.string(),
    created: z.string(),
    delivered: z.int(),
    waiting: z.int(),
    givenUp: z.int(),
    lastAnswer: z.string().optional().openapi({ description: "an HTTP status, or why there was none" }),
    failing: z.string().optional().openapi({ description: "since when nothing was taken" }),
    off: z.string().optional().openapi({
      description: "when it was given up, nothing taken for three days: nothing is sent any more",
    }),
  })
  .readonly()
  .openapi("Webhook");
const webhooksSchema = z.object({ items: z.array(webhookSchema).readonly() });
const shownSchema = z
  .object({
    id: z.string(),
    secret: z.string().openapi({ description: "what bodies are signed with; shown this once" }),
  })
  .openapi("NewWebhook");
const wishSchema = z.strictObject({
  search: z.string().max(100).openapi({ description: "id of a saved search" }),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .openapi({ description: "a public https address" }),
});

const listRoute = createRoute({
  method: "get",
  path: "/webhooks",
  tags: TAGS,
  summary: "Who is told of what saved searches newly find",
  description:
    "With how the last delivery went and how many there were in thirty days; the keys that sign are never given.",
  responses: answersOf(webhooksSchema, "the webhooks, without their secrets"),
});
const addRoute = createRoute({
  method: "post",
  path: "/webhooks",
  tags: TAGS,
  summary: "Have new events of a saved search, and what becomes of them, posted to an address",
  description:
    "Each delivery is signed: `X-Khaldun-Signature: sha256=` and the HMAC-SHA256 of the body with the secret. What fails is tried again for about four hours under the same `X-Khaldun-Delivery`. Private addresses and plain http are refused, redirects not followed.",
  request: { body: { required: true, content: { "application/json": { schema: wishSchema } } } },
  responses: {
    ...answersOfNew(shownSchema, "its secret, this once"),
    ...problemAnswers({ 404: "there is no such search" }),
  },
});
const removeRoute = createRoute({
  method: "delete",
  path: "/webhooks/{id}",
  tags: TAGS,
  summary: "Remove a webhook",
  description: "Nothing more is delivered to it, what waits neither.",
  request: { params: z.object({ id: z.string().max(100) }) },
  responses: answersOfDone("removed"),
});

export function webhookRoutes(context: ServerContext): DeskRoutes {
  const { store, openAddresses = [] } = context;
  const guard = createGuard(openAddresses);
  const routes = newRoutes();
  routes.use("/webhooks/*", needs(context, "notify"));
  return routes
    .openapi(listRoute, async () => answer(webhooksSchema, { items: await store.webhooks.list() }))
    .openapi(addRoute, async (c) => {
      const { search, url } = c.req.valid("json");
      const address = new URL(url);
      // A name is looked at when it is posted to: it may stand for another address by then.
      guard.check(address);
      if (address.protocol !== "https:" && !openAddresses.includes(hostAndPort(address)))
        throw fail("K243", { url });
      const webhook = {
        id: newSecret().slice(0, 22),
        search,
        url,
        secret: newSecret(),
        owner: c.get("who")!.name,
      };
      await store.webhooks.add(webhook);
      c.set("logged", { subject: webhook.id, details: { search, host: address.host } });
      return answerNew(shownSchema, { id: webhook.id, secret: webhook.secret });
    })
    .openapi(removeRoute, async (c) => {
      await store.webhooks.remove(c.req.valid("param").id);
      return c.body(null, 204);
    });
}
