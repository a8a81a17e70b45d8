import { z } from "@hono/zod-openapi";
import { ROLES } from "../../store/index.ts";
import { fail } from "../../text/errors.ts";
import { addAccount, removeAccount, setPassword } from "../access/accounts.ts";
import { accountName } from "../access/names.ts";
import { answersOf, answersOfDone, answersOfNew, problemAnswers } from "../answers.ts";
import type { ServerContext } from "../context.ts";
import { PAGE_SHAPE } from "../filter-query.ts";
import { strictQuery } from "../parameters.ts";
import { createRoute } from "../route.ts";
import { answer, answerNew, type DeskRoutes, needs, newRoutes } from "../routing.ts";
import { newPasswordSchema, pagedSchema } from "../schemas/index.ts";

const TAGS = ["access"];

const accountSchema = z
  .object({ name: z.string(), role: z.enum(ROLES), created: z.string() })
  .readonly()
  .openapi("Account");
const accountsSchema = z.object({ items: z.array(accountSchema).readonly() });
const newAccountSchema = z.strictObject({
  name: z.string().min(1).max(200),
  role: z.enum(ROLES),
  password: newPasswordSchema,
});
const nameParameter = z.object({ name: z.string().max(200) });

const auditEntrySchema = z
  .object({
    id: z.int(),
    at: z.string(),
    who: z.string(),
    action: z.string(),
    subject: z.string().optional(),
    details: z.record(z.string(), z.unknown()).optional(),
  })
  .readonly()
  .openapi("AuditEntry");
const auditPage = pagedSchema(auditEntrySchema);

const listRoute = createRoute({
  method: "get",
  path: "/users",
  tags: TAGS,
  summary: "Who may log in",
  description: "Names and roles; passwords are kept as hashes and never given.",
  responses: answersOf(accountsSchema, "the accounts, by name"),
});
const addRoute = createRoute({
  method: "post",
  path: "/users",
  tags: TAGS,
  summary: "Add an account",
  description: "With a role, which says what it may do; for admins.",
  request: { body: { required: true, content: { "application/json": { schema: newAccountSchema } } } },
  responses: {
    ...answersOfNew(accountSchema, "the account"),
    ...problemAnswers({ 409: "there is an account of this name" }),
  },
});
const passwordRoute = createRoute({
  method: "put",
  path: "/users/{name}/password",
  tags: TAGS,
  summary: "Give an account another password",
  description:
    "For whoever forgot it. Its sessions end, its tokens stay; one's own is PUT /session/password.",
  request: {
    params: nameParameter,
    body: {
      required: true,
      content: { "application/json": { schema: z.strictObject({ password: newPasswordSchema }) } },
    },
  },
  responses: answersOfDone("set"),
});
const removeRoute = createRoute({
  method: "delete",
  path: "/users/{name}",
  tags: TAGS,
  summary: "Remove an account",
  description: "Its sessions and tokens end with it; its name stays in the log and with its reviews.",
  request: { params: nameParameter },
  responses: { ...answersOfDone("removed"), ...problemAnswers({ 409: "it is the last admin" }) },
});
const auditRoute = createRoute({
  method: "get",
  path: "/audit",
  tags: TAGS,
  summary: "Who did what, when",
  description:
    "The newest first. Never changed: the database refuses it. Data sets that were written are in it.",
  request: {
    query: strictQuery({
      size: PAGE_SHAPE.size,
      after: PAGE_SHAPE.after,
      action: z
        .string()
        .max(200)
        .optional()
        .openapi({ description: "only this one; `user.` is all that begin so" }),
    }),
  },
  responses: answersOf(auditPage, "the page, and `next` if there is another"),
});

export function accountRoutes(context: ServerContext): DeskRoutes {
  const { store } = context;
  const routes = newRoutes();
  for (const path of ["/users/*", "/audit"]) routes.use(path, needs(context, "administer"));
  return routes
    .openapi(listRoute, async () => answer(accountsSchema, { items: await store.accounts.list() }))
    .openapi(addRoute, async (c) => {
      const account = await addAccount(store, c.get("who")!.name, c.req.valid("json"));
      c.set("logged", { isDone: true });
      return answerNew(accountSchema, account);
    })
    .openapi(passwordRoute, async (c) => {
      const { name } = c.req.valid("param");
      await setPassword(store, c.get("who")!.name, { name, ...c.req.valid("json") });
      c.set("logged", { isDone: true });
      return c.body(null, 204);
    })
    .openapi(removeRoute, async (c) => {
      const { name } = c.req.valid("param");
      const accounts = await store.accounts.list();
      // Nobody could log in to the desk that is running.
      if (context.login && accounts.length === 1 && accounts[0]!.name === accountName(name))
        throw fail("K175", { name });
      await removeAccount(store, c.get("who")!.name, name);
      c.set("logged", { isDone: true });
      return c.body(null, 204);
    })
    .openapi(auditRoute, async (c) => {
      const { action, size, after } = c.req.valid("query");
      const page = { ...(size === undefined ? {} : { size }), ...(after === undefined ? {} : { after }) };
      return answer(auditPage, await store.audit.list(page, action));
    });
}
