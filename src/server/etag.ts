import { createHash } from "node:crypto";
import type { MiddlewareHandler } from "hono";

/**
 * Every JSON answer to a GET carries the hash of its bytes; who sends it back as If-None-Match gets 304 while nothing
 * changed. Answers are `no-cache`: kept, and asked about each time. Streams and downloads pass untouched.
 */
export const entityTags: MiddlewareHandler = async (c, next) => {
  await next();
  const { res } = c;
  const type = res.headers.get("content-type") ?? "";
  if (c.req.method !== "GET" || res.status !== 200 || !type.startsWith("application/json")) return;
  const body = await res.arrayBuffer();
  const tag = `"${createHash("sha256").update(new Uint8Array(body)).digest("base64url").slice(0, 22)}"`;
  const headers = new Headers(res.headers);
  headers.set("etag", tag);
  headers.set("cache-control", "private, no-cache");
  const known = given(c.req.header("if-none-match"));
  const isSame = known.includes(tag) || known.includes("*");
  if (isSame) headers.delete("content-type");
  c.res = undefined;
  c.res = isSame ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
};

/** Tags may be weak and several. */
function given(header: string | undefined): readonly string[] {
  return (header ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
}
