import type { HttpBindings } from "@hono/node-server";
import type { Context, MiddlewareHandler } from "hono";
import type { DeskEnv } from "../routing.ts";
import type { Gate } from "./gate.ts";

export function checkRequests(gate: Gate): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    await gate.check(c.req.raw, addressOf(c));
    await next();
  };
}

export function identifyRequests(gate: Gate): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    c.set("who", await gate.identify(c.req.raw));
    await next();
  };
}

/** Of the socket: what a header says of itself can be made up. Requests without a socket are all one. */
export function addressOf(c: Context): string {
  const bindings = c.env as Partial<HttpBindings> | undefined;
  return bindings?.incoming?.socket.remoteAddress ?? "";
}
