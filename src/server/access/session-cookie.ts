import { parse, serialize } from "hono/utils/cookie";

const NAME = "khaldun";

/** How long a login holds, in seconds: a working day. */
export const SESSION_SECONDS = 12 * 3600;

/** The secret that a request's cookie holds. */
export function sessionOf(headers: Headers): string | undefined {
  const value = parse(headers.get("cookie") ?? "", NAME)[NAME];
  return value === "" ? undefined : value;
}

/** Out of reach of scripts and of other sites; over TLS only, if that is how the request came. */
export function sessionCookie(secret: string, isSecure: boolean): string {
  return serialize(NAME, secret, {
    httpOnly: true,
    sameSite: "Strict",
    path: "/",
    maxAge: secret === "" ? 0 : SESSION_SECONDS,
    secure: isSecure,
  });
}

/** A proxy in front that speaks TLS says so. */
export function isOverTls(request: Request): boolean {
  const proxied = request.headers.get("x-forwarded-proto");
  return proxied === null ? new URL(request.url).protocol === "https:" : proxied.split(",")[0] === "https";
}
