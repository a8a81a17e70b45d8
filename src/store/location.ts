import { resolve } from "node:path";
import { fail } from "../text/errors.ts";

/** Where a store lies: a folder of its own, or a PostgreSQL database by its address. */
export type Location =
  | { readonly engine: "pglite"; readonly folder: string }
  | { readonly engine: "postgres"; readonly url: string };

/** Throws K501 for an address of something else. */
export function locationOf(location: string): Location {
  if (/^postgres(ql)?:\/\//i.test(location)) return { engine: "postgres", url: location };
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(location) || location.trim() === "")
    throw fail("K501", { location: withoutPassword(location) });
  return { engine: "pglite", folder: resolve(location) };
}

/** For messages: an address may carry a password. */
export function withoutPassword(location: string): string {
  return location.replace(/^([a-z][a-z0-9+.-]*:\/\/[^:/@]*):[^@]*@/i, "$1:***@");
}
