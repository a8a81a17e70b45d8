import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { fail, KhaldunError } from "../../text/errors.ts";
import type { Guard } from "./guard.ts";

export interface RequestLimits {
  /** From the first byte asked to the last one read, in milliseconds. */
  readonly timeout: number;
  /** Of the body, packed and unpacked each. */
  readonly mostBytes: number;
}

export interface Answer {
  readonly url: string;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The body as the server means it: after its compression for the way. */
  readonly bytes: Buffer;
}

/**
 * One GET without following redirects. Throws K130 (address refused), K131 (no connection, no answer, an answer that
 * breaks off or cannot be unpacked), K134 (too long, too slow).
 */
export async function request(
  url: URL,
  headers: Readonly<Record<string, string>>,
  guard: Guard,
  limits: RequestLimits,
): Promise<Answer> {
  guard.check(url);
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(overTime(url, limits)), limits.timeout);
  try {
    const message = await begin(url, headers, guard, ended.signal);
    const status = message.statusCode ?? 0;
    const bytes = hasBody(status) ? await bodyOf(message, url, limits, ended.signal) : Buffer.alloc(0);
    message.destroy();
    return { url: url.href, status, headers: message.headers, bytes };
  } catch (problem) {
    const cause = ended.signal.aborted ? ended.signal.reason : problem;
    if (cause instanceof KhaldunError) throw cause;
    const reason =
      cause instanceof Error ? cause.message || (cause as NodeJS.ErrnoException).code : String(cause);
    throw fail("K131", { url: url.href, reason: reason ?? "no reason given" }, cause);
  } finally {
    clearTimeout(timer);
  }
}

function hasBody(status: number): boolean {
  return status >= 200 && status < 300;
}

function overTime(url: URL, { timeout }: RequestLimits): KhaldunError {
  return fail("K134", { url: url.href, reason: `no whole answer within ${timeout / 1000} seconds` });
}

function begin(
  url: URL,
  headers: Readonly<Record<string, string>>,
  guard: Guard,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const send = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = send(
      url,
      {
        agent: false,
        headers: { ...headers, "accept-encoding": "gzip, br, deflate" },
        lookup: guard.lookupFor(url),
        signal,
      },
      resolve,
    );
    sent.on("error", reject);
    sent.end();
  });
}

/** Counted on both sides of the unpacking: a small answer may unpack to a very long one. */
async function bodyOf(
  message: IncomingMessage,
  url: URL,
  { mostBytes }: RequestLimits,
  signal: AbortSignal,
): Promise<Buffer> {
  const announced = Number(message.headers["content-length"] ?? 0);
  if (announced > mostBytes) throw tooMany(url, mostBytes);
  const body = unpacked(message);
  const stop = (): void => void body.destroy(signal.reason as Error);
  signal.addEventListener("abort", stop, { once: true });
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      length += (chunk as Buffer).length;
      if (length > mostBytes) throw tooMany(url, mostBytes);
      chunks.push(chunk as Buffer);
    }
  } finally {
    signal.removeEventListener("abort", stop);
    message.destroy();
  }
  if (!message.complete) throw new Error("the answer breaks off");
  return Buffer.concat(chunks);
}

function tooMany(url: URL, mostBytes: number): KhaldunError {
  return fail("K134", { url: url.href, reason: `it is longer than ${mostBytes} bytes` });
}

function unpacked(message: IncomingMessage): Readable {
  const encoding = (message.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  if (encoding === "identity" || encoding === "") return message;
  const unpacker =
    encoding === "gzip" || encoding === "x-gzip"
      ? createGunzip()
      : encoding === "br"
        ? createBrotliDecompress()
        : encoding === "deflate"
          ? createInflate()
          : undefined;
  if (unpacker === undefined) throw new Error(`it is packed as ${encoding}, which was not asked for`);
  message.on("error", (problem) => unpacker.destroy(problem));
  message.on("aborted", () => unpacker.destroy(new Error("the answer breaks off")));
  return message.pipe(unpacker);
}
