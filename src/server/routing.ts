import { OpenAPIHono } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { fail } from "../text/errors.ts";
import type { Action, ServerContext, Who } from "./context.ts";
import { problemOfIssues } from "./problem.ts";

/** What the handlers of one request share. */
export interface DeskEnv {
  Variables: { who: Who | undefined };
}
export type DeskRoutes = OpenAPIHono<DeskEnv>;

/** Routes whose parameters are checked by their schemas; what does not fit is a problem that lists what would. */
export function newRoutes(): DeskRoutes {
  return new OpenAPIHono<DeskEnv>({
    defaultHook: (result, c) => (result.success ? undefined : problemOfIssues(c, result.error.issues)),
  });
}

/** Throws K146 if whoever asks may not do this. */
export function demand(context: ServerContext, who: Who | undefined, action: Action): void {
  if (!context.mayDo(who, action)) throw fail("K146", { who: who?.name ?? "somebody unknown", action });
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
