import type { Context } from "hono";
import { isLocal } from "./gate.ts";
import { socketAddress } from "./middleware.ts";
import { notFromHere } from "./same-site.ts";

/**
 * Whether somebody at this machine asks, and no proxy for somebody else. What is said to them only - where the store
 * lies, what is wrong with it - is nobody else's business. Requests without a socket are made in this process.
 */
export function isFromHere(c: Context): boolean {
  const address = socketAddress(c);
  const isOwn = address === "" || isLocal(address);
  return isOwn && notFromHere(c.req.raw) === undefined && c.req.header("x-forwarded-proto") === undefined;
}
