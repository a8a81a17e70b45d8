import type { Role, Store } from "../../store/index.ts";
import { lesserRole } from "./permissions.ts";
import { hashSecret, TOKEN_MARK } from "./secrets.ts";
import { sessionOf } from "./session-cookie.ts";

/** Somebody who asks. `local` is whoever sits at the machine that serves on 127.0.0.1 without login. */
export interface Who {
  readonly name: string;
  readonly role: Role;
  readonly by: "local" | "session" | "token";
  /** When the token that was shown ends. */
  readonly until?: string;
}

/** Who holds the token or the session that a request shows; undefined for nobody that is known. */
export async function identify(store: Store, request: Request): Promise<Who | undefined> {
  const shown = request.headers.get("authorization") ?? ucdpToken(request);
  // Whoever shows a token that does not hold is nobody, even with a session beside it.
  if (shown !== null) return tokenHolder(store, tokenIn(shown, request.method));
  const session = sessionOf(request.headers);
  const holder = session === undefined ? undefined : await store.sessions.one(hashSecret(session));
  return holder && { name: holder.account, role: holder.accountRole, by: "session" };
}

/** Clients of UCDP have a header of their own, which no browser adds by itself. */
function ucdpToken(request: Request): string | null {
  const token = request.headers.get("x-ucdp-access-token");
  return token === null ? null : `Bearer ${token}`;
}

async function tokenHolder(store: Store, token: string | undefined): Promise<Who | undefined> {
  if (token === undefined || !token.startsWith(TOKEN_MARK)) return undefined;
  const holder = await store.tokens.one(hashSecret(token));
  if (holder === undefined) return undefined;
  const { account, accountRole, role, expires } = holder;
  const until = expires === undefined ? {} : { until: expires };
  return { name: account, role: lesserRole(role, accountRole), by: "token", ...until };
}

/**
 * `Bearer TOKEN`; or, for readers of feeds that know no other way, `Basic` with the token as its password. A browser
 * sends the latter by itself to whatever site asks for it, so that it is good for reading only.
 */
function tokenIn(header: string, method: string): string | undefined {
  const [scheme, value = ""] = header.trim().split(/\s+/, 2);
  if (scheme?.toLowerCase() === "bearer") return value;
  if (scheme?.toLowerCase() !== "basic" || method !== "GET") return undefined;
  return Buffer.from(value, "base64")
    .toString("utf8")
    .replace(/^[^:]*:/, "");
}
