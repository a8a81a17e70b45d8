import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { Guard } from "../../ingest/watch/index.ts";

/** For a whole answer, in milliseconds. What it says is not read. */
const TIMEOUT_MS = 10_000;

/**
 * Posts JSON to an address that somebody else named, and gives the status of the answer. A redirect is an answer, it is
 * not followed: it could lead to an address that the guard refuses. Throws K130 for such an address, else whatever the
 * socket says.
 */
export async function post(
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  guard: Guard,
): Promise<number> {
  guard.check(url);
  const send = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = send(
      url,
      {
        method: "POST",
        agent: false,
        headers: {
          ...headers,
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
        },
        lookup: guard.lookupFor(url),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      },
      (answer) => {
        answer.destroy();
        resolve(answer.statusCode ?? 0);
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}
