import { createRoute as createAnyRoute, type RouteConfig } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { fail } from "../text/errors.ts";
import { strictQuery } from "./parameters.ts";

const NO_QUERY = strictQuery({});

/**
 * A route that takes what it names and nothing else: without a query of its own it refuses any parameter, and a body of
 * another kind, or none where one is due, is not taken for an empty one.
 */
export function createRoute<Path extends string, Config extends Omit<RouteConfig, "path"> & { path: Path }>(
  config: Config,
) {
  const request = { query: NO_QUERY, ...config.request };
  const kinds = Object.keys(config.request?.body?.content ?? {});
  const middleware = kinds.length === 0 ? [] : [ofKind(kinds)];
  // The type stays the config's own: a handler has no use for a query without names.
  return createAnyRoute<Path, Config>({ ...config, request, middleware });
}

/** Throws K242. */
function ofKind(kinds: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
    if (!kinds.includes(type))
      throw fail("K242", { type: type || "without a type", allowed: kinds.join(", ") });
    await next();
  };
}
