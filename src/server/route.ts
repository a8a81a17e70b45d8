import { createRoute as createAnyRoute, type RouteConfig } from "@hono/zod-openapi";
import { strictQuery } from "./parameters.ts";

const NO_QUERY = strictQuery({});

/** A route that takes the parameters it names and no others: without a query of its own it refuses any. */
export function createRoute<Path extends string, Config extends Omit<RouteConfig, "path"> & { path: Path }>(
  config: Config,
) {
  const request = { query: NO_QUERY, ...config.request };
  // The type stays the config's own: a handler has no use for a query without names.
  return createAnyRoute<Path, Config>({ ...config, request });
}
