import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
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
  const file = await readKept(join(folder, isView ? "index.html" : path));
  if (file === undefined) return undefined;
  return withTag(c, file, {
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

interface DeskFile {
  /** When the file was written, in milliseconds: what changed since is read anew. */
  readonly written: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly packed: Uint8Array<ArrayBuffer>;
  readonly tag: string;
}

/** The few files of the desk, hashed and packed once and not for every visit. */
const kept = new Map<string, DeskFile>();

async function readKept(path: string): Promise<DeskFile | undefined> {
  try {
    const { mtimeMs: written } = await stat(path);
    const known = kept.get(path);
    if (known?.written === written) return known;
    const bytes = new Uint8Array(await readFile(path));
    const tag = `W/"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
    const file = { written, bytes, packed: new Uint8Array(gzipSync(bytes)), tag };
    kept.set(path, file);
    return file;
  } catch {
    return undefined;
  }
}

function withTag(
  c: Context,
  { bytes, packed, tag }: DeskFile,
  given: Readonly<Record<string, string>>,
): Response {
  const headers = { ...given, etag: tag, vary: "accept-encoding" };
  if (c.req.header("if-none-match")?.includes(tag)) return new Response(null, { status: 304, headers });
  const takesPacked = /\bgzip\b/.test(c.req.header("accept-encoding") ?? "") && packed.length < bytes.length;
  return takesPacked
    ? new Response(packed, { headers: { ...headers, "content-encoding": "gzip" } })
    : new Response(bytes, { headers });
}
