import { z } from "@hono/zod-openapi";
import { ROLES } from "../../store/index.ts";
import { addToken, revokeToken } from "../access/accounts.ts";
import type { Who } from "../access/identity.ts";
import { lesserRole } from "../access/permissions.ts";
import { answersOf, answersOfDone, answersOfNew, problemAnswers } from "../answers.ts";
import type { ServerContext } from "../context.ts";
import { createRoute } from "../route.ts";
import { answer, answerNew, type DeskRoutes, needs, newRoutes } from "../routing.ts";

const TAGS = ["access"];

const tokenShape = {
  id: z.int(),
  account: z.string(),
  label: z.string(),
  role: z.enum(ROLES),
  created: z.string(),
  expires: z.string().optional(),
  used: z.string().optional().openapi({ description: "the day it was last shown" }),
};
const tokenSchema = z.object(tokenShape).readonly().openapi("Token");
const tokensSchema = z.object({ items: z.array(tokenSchema).readonly() });
const shownSchema = z
  .object({
    ...tokenShape,
    token: z.string().openapi({ description: "shown this once: the store keeps its hash" }),
  })
  .openapi("NewToken");
const wishSchema = z.strictObject({
  label: z.string().min(1).max(200).openapi({ description: "what it is for" }),
  role: z.enum(ROLES).openapi({ description: "at most that of the account" }),
  days: z.int().min(1).max(3650).optional().openapi({ description: "how long it holds; for ever if absent" }),
});

const listRoute = createRoute({
  method: "get",
  path: "/tokens",
  tags: TAGS,
  summary: "Tokens that hold: one's own, for an admin all",
  description: "With when each was made and last used; the token itself is shown once, when it is made.",
  responses: answersOf(tokensSchema, "the tokens, without what they are shown by"),
});
const addRoute = createRoute({
  method: "post",
  path: "/tokens",
  tags: TAGS,
  summary: "Make a token for a program",
  description: "For one's own account. A program sends it as `Authorization: Bearer …`.",
  request: { body: { required: true, content: { "application/json": { schema: wishSchema } } } },
  responses: {
    ...answersOfNew(shownSchema, "the token, this once"),
    ...problemAnswers({ 404: "whoever asks has no account: nobody has to log in here" }),
  },
});
const removeRoute = createRoute({
  method: "delete",
  path: "/tokens/{id}",
  tags: TAGS,
  summary: "Revoke a token",
  description: "It holds no longer from the next request on.",
  request: { params: z.object({ id: z.string().regex(/^\d{1,15}$/) }) },
  responses: answersOfDone("revoked"),
});

export function tokenRoutes(context: ServerContext): DeskRoutes {
  const { store } = context;
  /** Admins look after everybody's. */
  const scope = (who: Who): string | undefined => (context.mayDo(who, "administer") ? undefined : who.name);
  const routes = newRoutes();
  routes.use("/tokens/*", needs(context, "keep"));
  return routes
    .openapi(listRoute, async (c) =>
      answer(tokensSchema, { items: await store.tokens.list(scope(c.get("who")!)) }),
    )
    .openapi(addRoute, async (c) => {
      const { label, role, days } = c.req.valid("json");
      const { name, role: most, until } = c.get("who")!;
      // A token for reading must not make one for more, whatever its account may, nor one that outlasts it.
      const wish = {
        account: name,
        label,
        role: lesserRole(role, most),
        ...(days === undefined ? {} : { days }),
        ...(until === undefined ? {} : { until }),
      };
      c.set("logged", { isDone: true });
      return answerNew(shownSchema, await addToken(store, name, wish));
    })
    .openapi(removeRoute, async (c) => {
      const who = c.get("who")!;
      await revokeToken(store, who.name, Number(c.req.valid("param").id), scope(who));
      c.set("logged", { isDone: true });
      return c.body(null, 204);
    });
}
