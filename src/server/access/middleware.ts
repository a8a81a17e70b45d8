import { isIP } from "node:net";
import type { HttpBindings } from "@hono/node-server";
import type { Context, MiddlewareHandler } from "hono";
import type { DeskEnv } from "../routing.ts";
import type { Gate } from "./gate.ts";

export function checkRequests(gate: Gate, proxies?: readonly string[]): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    await gate.check(c.req.raw, addressOf(c, proxies));
    await next();
  };
}

export function identifyRequests(gate: Gate): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    c.set("who", await gate.identify(c.req.raw));
    await next();
  };
}

/**
 * Who asks, as far as limits can tell people apart. Of the socket: what a header says of itself can be made up, unless one
 * of our own proxies wrote it, which adds whom it heard at the end. Requests without a socket are all one.
 */
export function addressOf(c: Context, proxies: readonly string[] = []): string {
  const heard = socketAddress(c);
  if (!proxies.includes(heard)) return networkOf(heard);
  const said = (c.req.header("x-forwarded-for") ?? "").split(",").map((one) => plain(one.trim()));
  return networkOf(said.findLast((one) => isIP(one) !== 0 && !proxies.includes(one)) ?? heard);
}

/** Of whatever is at the other end of the socket, a proxy too; empty without one. */
export function socketAddress(c: Context): string {
  const bindings = c.env as Partial<HttpBindings> | undefined;
  return plain(bindings?.incoming?.socket.remoteAddress ?? "");
}

/** A socket for both families writes an IPv4 address as one of IPv6. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}

/** Of IPv6 everybody has a whole network (RFC 6177): its first 64 bits. */
function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = "", tail] = address.replace(/%.*$/, "").split("::");
  const front = head.split(":").filter((part) => part !== "");
  const back = (tail ?? "").split(":").filter((part) => part !== "");
  const gap = tail === undefined ? 0 : 8 - front.length - back.length;
  return [...front, ...Array.from({ length: Math.max(0, gap) }, () => "0"), ...back].slice(0, 4).join(":");
}
