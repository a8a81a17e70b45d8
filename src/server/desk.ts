import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import type { Context } from "hono";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".pbf": "application/x-protobuf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

const NOT_BUILT = `The desk is not built in this copy of Khaldun: npm run demo builds it.
The HTTP API is there all the same: /api/v1/docs
`;

/**
 * A file of the built desk. Every address without an ending is a view, which the desk itself knows: it gets the page.
 * Undefined for a file that is not there.
 */
export async function deskFile(c: Context, folder: string | undefined): Promise<Response | undefined> {
  if (folder === undefined)
    return c.req.path === "/"
      ? new Response(NOT_BUILT, { headers: { "content-type": "text/plain; charset=utf-8" } })
      : undefined;
  const path = pathOf(c.req.path);
  if (path === undefined) return undefined;
  const isView = extname(path) === "";
  const type = TYPES[isView ? ".html" : extname(path)];
  if (type === undefined) return undefined;
  const bytes = await readFile(join(folder, isView ? "index.html" : path)).catch(() => undefined);
  if (bytes === undefined) return undefined;
  return withTag(c, bytes, {
    "content-type": type,
    // The build puts the hash of a file into its name.
    "cache-control": path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
  });
}

/** The path inside the folder; undefined for one that leads out of it or hides something. */
function pathOf(address: string): string | undefined {
  try {
    const path = normalize(decodeURIComponent(address));
    return path.startsWith("/") && !/\/\.|\0|\\/.test(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

function withTag(c: Context, bytes: Buffer, headers: Readonly<Record<string, string>>): Response {
  const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
  const isSame = c.req.header("if-none-match")?.includes(etag) ?? false;
  return new Response(isSame ? null : new Uint8Array(bytes), {
    status: isSame ? 304 : 200,
    headers: { ...headers, etag },
  });
}
