import { isOverTls } from "./access/session-cookie.ts";

/** The address that was asked, as whoever asked knows it: a proxy in front that speaks TLS says so. */
export function ownAddress(request: Request): URL {
  const url = new URL(request.url);
  if (isOverTls(request)) url.protocol = "https:";
  return url;
}
