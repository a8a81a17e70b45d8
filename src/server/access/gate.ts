import type { Store } from "../../store/index.ts";
import { fail } from "../../text/errors.ts";
import { identify, type Who } from "./identity.ts";
import { createLimiter, REQUESTS } from "./limits.ts";
import { type Action, roleMay } from "./permissions.ts";
import { foreign, notFromHere } from "./same-site.ts";
import { formToken, newSecret } from "./secrets.ts";
import { sessionOf } from "./session-cookie.ts";

/** Who gets in. There are two: one for this machine only, one with accounts. */
export interface Gate {
  /** True if one has to log in. */
  readonly login: boolean;
  /** Looks at a request before anything is done. Throws K156 (another site made it), K157 (too many). */
  readonly check: (request: Request, address: string) => Promise<void>;
  /** Undefined for somebody who is not known. */
  readonly identify: (request: Request) => Promise<Who | undefined>;
  readonly mayDo: (who: Who | undefined, action: Action) => boolean;
  /** What the forms of whoever sent this request show; undefined without a session. */
  readonly formTokenOf: (request: Request) => string | undefined;
}

/**
 * No login while the store has no accounts and only this machine reaches the host; else accounts. Throws K150 for a
 * host that others reach and a store without accounts.
 */
export async function gateFor(store: Store, host: string, userName: string): Promise<Gate> {
  if ((await store.accounts.list()).length > 0) return accountGate(store);
  if (!isLocal(host)) throw fail("K150", { host, location: store.location });
  return localGate(userName);
}

/** Hosts that only this machine reaches. */
export function isLocal(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(?:\.\d+){3}$/.test(host);
}

/** On 127.0.0.1 without login: whoever asks is the user of this machine and may do everything. */
export function localGate(name: string): Gate {
  const who: Who = { name, role: "admin", by: "local" };
  const key = newSecret();
  const formTokenOf = (): string => formToken("local", key);
  return {
    login: false,
    check: async (request) => {
      const reason = notFromHere(request) ?? foreign(request, isBrowser(request) ? formTokenOf() : undefined);
      if (reason !== undefined) throw fail("K156", { reason });
    },
    identify: async () => who,
    mayDo: (one) => one !== undefined,
    formTokenOf,
  };
}

/** For any address: an account's session or token, as much as its role may. */
export function accountGate(store: Store): Gate {
  const key = newSecret();
  const requests = createLimiter(REQUESTS);
  const formTokenOf = (request: Request): string | undefined => {
    const session = sessionOf(request.headers);
    return session === undefined ? undefined : formToken(session, key);
  };
  return {
    login: true,
    check: async (request, address) => {
      await requests.count(address);
      if (isByToken(request)) return;
      const reason = foreign(request, formTokenOf(request));
      if (reason !== undefined) throw fail("K156", { reason });
    },
    identify: (request) => identify(store, request),
    mayDo: (who, action) => who !== undefined && roleMay(who.role, action),
    formTokenOf,
  };
}

/** No browser adds a Bearer token by itself; the cookie beside it is then not looked at. */
function isByToken(request: Request): boolean {
  return /^bearer /i.test(request.headers.get("authorization") ?? "");
}

/** Programs of this machine may do as they like: only what a browser sends can have been made by another site. */
function isBrowser(request: Request): boolean {
  return request.headers.has("origin") || request.headers.has("sec-fetch-site");
}
