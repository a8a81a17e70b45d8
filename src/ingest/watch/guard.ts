import { type LookupAddress, lookup as resolve } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { fail, type KhaldunError } from "../../text/errors.ts";
import { isPublicAddress } from "./addresses.ts";

/** Which addresses may be fetched: public ones over http and https, and those that the user opens, as `host:port`. */
export interface Guard {
  /** Throws K130 for what an address says by itself: its scheme, a name and password in it, an IP address. */
  readonly check: (url: URL) => void;
  /** Resolves a name for the socket: what was checked is what is connected to, whatever the name says next time. */
  readonly lookupFor: (url: URL) => LookupFunction;
}

export function createGuard(opened: readonly string[]): Guard {
  const isOpened = (url: URL): boolean => opened.includes(hostAndPort(url));
  return {
    check: (url) => {
      if (url.protocol !== "http:" && url.protocol !== "https:")
        throw refused(url, `it begins with ${url.protocol}`);
      if (url.username !== "" || url.password !== "") throw refused(url, "it holds a name or password");
      // A socket looks up names only: an IP address goes past `lookupFor`.
      if (isIP(bareHost(url)) !== 0 && !isOpened(url) && !isPublicAddress(url.hostname))
        throw refused(url, `${url.hostname} is no public address`);
    },
    lookupFor: (url) => (hostname, options, callback) => {
      resolve(hostname, { ...options, all: true }, (problem, addresses: LookupAddress[]) => {
        if (problem !== null) return callback(problem, "", 0);
        const inner = addresses.find(({ address }) => !isPublicAddress(address));
        if (inner !== undefined && !isOpened(url))
          return callback(refused(url, `${hostname} is ${inner.address}, which is no public address`), "", 0);
        const [first] = addresses;
        if (options.all === true) return callback(null, addresses);
        callback(null, first!.address, first!.family);
      });
    },
  };
}

function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "");
}

/** With the port that the scheme stands for. */
export function hostAndPort(url: URL): string {
  return `${url.hostname}:${url.port || (url.protocol === "https:" ? "443" : "80")}`;
}

function refused(url: URL, reason: string): KhaldunError {
  return fail("K130", { url: shownUrl(url), reason });
}

/** A password must not get into a log. */
function shownUrl(url: URL): string {
  const shown = new URL(url);
  shown.username = "";
  shown.password = "";
  return shown.href;
}
