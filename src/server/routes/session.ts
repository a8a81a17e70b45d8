import { z } from "@hono/zod-openapi";
import { ROLES } from "../../store/index.ts";
import { fail } from "../../text/errors.ts";
import { setPassword } from "../access/accounts.ts";
import { openSession, passwordCheck } from "../access/login.ts";
import { addressOf } from "../access/middleware.ts";
import { ACTIONS } from "../access/permissions.ts";
import { hashSecret } from "../access/secrets.ts";
import { isOverTls, sessionCookie, sessionOf } from "../access/session-cookie.ts";
import { answersOf, answersOfDone, problemAnswers } from "../answers.ts";
import type { ServerContext } from "../context.ts";
import { createRoute } from "../route.ts";
import { answer, type DeskRoutes, newRoutes } from "../routing.ts";
import { newPasswordSchema } from "../schemas/index.ts";

const TAGS = ["access"];

const sessionSchema = z
  .object({
    login: z.boolean().openapi({ description: "true if one has to log in" }),
    who: z
      .object({ name: z.string(), role: z.enum(ROLES), by: z.enum(["local", "session", "token"]) })
      .optional()
      .openapi({ description: "absent for somebody who is not known" }),
    mayDo: z.array(z.enum(ACTIONS)),
    formToken: z
      .string()
      .optional()
      .openapi({ description: "goes as X-Form-Token with a body that is a form, such as an upload" }),
  })
  .openapi("Session");
const loginSchema = z.strictObject({
  name: z.string().min(1).max(200),
  password: z.string().min(1).max(1000),
});

const changeSchema = z.strictObject({
  old: z.string().min(1).max(1000),
  new: newPasswordSchema,
});

const readRoute = createRoute({
  method: "get",
  path: "/session",
  tags: TAGS,
  summary: "Who one is here, and what one may do",
  description: "Also whether one has to log in at all, and the token that forms send.",
  responses: answersOf(sessionSchema, "the session"),
});
const openRoute = createRoute({
  method: "post",
  path: "/session",
  tags: TAGS,
  summary: "Log in",
  description: "Sets the cookie of a session that holds for twelve hours.",
  request: { body: { required: true, content: { "application/json": { schema: loginSchema } } } },
  responses: {
    ...answersOfDone("logged in"),
    ...problemAnswers({ 401: "name and password do not belong together", 429: "too many wrong ones" }),
  },
});
const closeRoute = createRoute({
  method: "delete",
  path: "/session",
  tags: TAGS,
  summary: "Log out",
  description: "Ends the session and takes its cookie away.",
  responses: answersOfDone("logged out"),
});
const changeRoute = createRoute({
  method: "put",
  path: "/session/password",
  tags: TAGS,
  summary: "Change one's own password",
  description:
    "The old one is asked for, and counted like a log-in. All other sessions of the account end; its tokens stay.",
  request: { body: { required: true, content: { "application/json": { schema: changeSchema } } } },
  responses: {
    ...answersOfDone("changed"),
    ...problemAnswers({ 401: "the old one is not right", 429: "too many wrong ones" }),
  },
});

export function sessionRoutes(context: ServerContext): DeskRoutes {
  const { store } = context;
  const check = passwordCheck(store);
  return newRoutes()
    .openapi(readRoute, (c) => {
      const who = c.get("who");
      const formToken = context.formTokenOf(c.req.raw);
      return answer(sessionSchema, {
        login: context.login,
        ...(who === undefined ? {} : { who: { name: who.name, role: who.role, by: who.by } }),
        mayDo: ACTIONS.filter((action) => context.mayDo(who, action)),
        ...(formToken === undefined ? {} : { formToken }),
      });
    })
    .openapi(openRoute, async (c) => {
      if (!context.login) throw fail("K159");
      const name = await check(c.req.valid("json"), addressOf(c, context.proxies));
      const secret = await openSession(store, name);
      c.header("set-cookie", sessionCookie(secret, isOverTls(c.req.raw)));
      await store.audit.append({ who: name, action: "session.open" });
      c.set("logged", { isDone: true });
      return c.body(null, 204);
    })
    .openapi(changeRoute, async (c) => {
      if (!context.login) throw fail("K159");
      const { old, new: password } = c.req.valid("json");
      const { name } = c.get("who")!;
      await check({ name, password: old }, addressOf(c, context.proxies));
      const session = sessionOf(c.req.raw.headers);
      await setPassword(store, name, {
        name,
        password,
        ...(session === undefined ? {} : { kept: hashSecret(session) }),
      });
      c.set("logged", { isDone: true });
      return c.body(null, 204);
    })
    .openapi(closeRoute, async (c) => {
      const session = sessionOf(c.req.raw.headers);
      if (session !== undefined) await store.sessions.remove(hashSecret(session));
      c.header("set-cookie", sessionCookie("", isOverTls(c.req.raw)));
      return c.body(null, 204);
    });
}
