import { isSame } from "./secrets.ts";

const SAFE: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/** Bodies that any page of the web can have a browser send elsewhere without asking first. */
const FORM_TYPES = ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"];

export const FORM_TOKEN_HEADER = "x-form-token";

/**
 * Why a request that changes something looks as if another site had made the browser send it; undefined if it does
 * not. `formToken` is the one of the session that the request came with, undefined for a request without one.
 * Requests with a token of their own (Authorization: Bearer) never come here: no browser adds it by itself.
 */
export function foreign(request: Request, formToken: string | undefined): string | undefined {
  if (SAFE.has(request.method)) return undefined;
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none")
    return `it comes from another site (${site})`;
  const origin = request.headers.get("origin");
  if (origin !== null && hostOf(origin) !== hostAsked(request))
    return `it comes from ${origin.slice(0, 200)}`;
  if (formToken === undefined) return undefined;
  const shown = request.headers.get(FORM_TOKEN_HEADER);
  // A page of the desk shows it with all that it sends: in another tab somebody else may have logged in since.
  if (shown !== null)
    return isSame(shown, formToken)
      ? undefined
      : `the header ${FORM_TOKEN_HEADER} is not the one of this session`;
  const isBrowser = site !== null || origin !== null;
  if (isBrowser && !isForm(request)) return undefined;
  return `the header ${FORM_TOKEN_HEADER} is missing; GET /api/v1/session gives it as formToken`;
}

/** As the client wrote it; a request that was made without a socket has it in its address only. */
function hostAsked(request: Request): string {
  return request.headers.get("host") ?? new URL(request.url).host;
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** A body without a type may be anything; a request without body has none. */
function isForm(request: Request): boolean {
  const type = request.headers.get("content-type");
  if (type === null) return hasBody(request);
  return FORM_TYPES.includes(type.split(";")[0]!.trim().toLowerCase());
}

/** What comes over a socket always has a stream for its body, an empty one too: its headers tell whether it is one. */
function hasBody({ body, headers }: Request): boolean {
  if (body === null || !headers.has("host")) return body !== null;
  return headers.has("transfer-encoding") || (headers.get("content-length") ?? "0") !== "0";
}

const LOCAL_NAMES: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);
const FORWARDED = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip"];

/**
 * Why a request to a desk without login may come from elsewhere; undefined if it does not. A page of the web can make
 * its own name stand for 127.0.0.1 (DNS rebinding): the name is then the page's. A proxy passes on what strangers ask.
 */
export function notFromHere(request: Request): string | undefined {
  const host = hostAsked(request);
  const name = host.replace(/:\d+$/, "").toLowerCase();
  if (!LOCAL_NAMES.has(name) && !/^127(?:\.\d{1,3}){3}$/.test(name))
    return `it asks for ${host.slice(0, 200) || "no host"}, this desk without login answers to localhost only`;
  const proxied = FORWARDED.find((header) => request.headers.has(header));
  return proxied === undefined
    ? undefined
    : `it came through a proxy (${proxied}), and this desk has no accounts to tell people apart`;
}
