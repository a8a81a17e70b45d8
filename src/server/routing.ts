import { OpenAPIHono } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { fail } from "../text/errors.ts";
import type { Logged } from "./access/audit.ts";
import type { Who } from "./access/identity.ts";
import { type Action, permissionOf } from "./access/permissions.ts";
import type { ServerContext } from "./context.ts";
import { problemOfIssues } from "./problem.ts";

/** What the handlers of one request share. */
export interface DeskEnv {
  Variables: {
    /** Undefined for somebody who is not known; set for all addresses that give away what the store holds. */
    who: Who | undefined;
    /** What a handler wants to stand in the log beside the address. */
    logged?: Logged;
  };
}
export type DeskRoutes = OpenAPIHono<DeskEnv>;

/** Routes whose parameters are checked by their schemas; what does not fit is a problem that lists what would. */
export function newRoutes(): DeskRoutes {
  return new OpenAPIHono<DeskEnv>({
    defaultHook: (result, c) => (result.success ? undefined : problemOfIssues(c, result.error.issues)),
  });
}

/** Throws K154 if nobody knows who asks, K155 if they may not do this. */
export function demand(context: ServerContext, who: Who | undefined, action: Action): void {
  if (who === undefined) throw fail("K154", { reason: "no session and no token that holds was sent" });
  const { what, roles } = permissionOf(action);
  if (!context.mayDo(who, action))
    throw fail("K155", { who: who.name, role: who.role, what, allowed: roles.join(", ") });
}

/** Lets a request through if whoever asks may do this. */
export function needs(context: ServerContext, action: Action): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    demand(context, c.get("who"), action);
    await next();
  };
}

/** An answer as its schema says. The schema types the value; what is sent is the value as it is. */
export function answer<Value>(_schema: { readonly _output: Value }, value: NoInfer<Value>): never {
  // Routes declare problems and other formats beside JSON: their common type is any response.
  return Response.json(value) as never;
}

/** The same for something that was made. */
export function answerNew<Value>(_schema: { readonly _output: Value }, value: NoInfer<Value>): never {
  return Response.json(value, { status: 201 }) as never;
}
