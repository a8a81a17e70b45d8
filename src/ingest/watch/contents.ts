import { Readable } from "node:stream";
import iconv from "iconv-lite";
import type { Report } from "../../record/report.ts";
import { fail, type KhaldunError } from "../../text/errors.ts";
import { type InputKind, kindByContent } from "../kinds.ts";
import { foreignLanguage } from "../language.ts";
import { readStream } from "../read.ts";
import type { ReadOptions, ReadResult, Reference } from "../result.ts";
import type { Answer } from "./request.ts";

/** What an address gave: reports, or the addresses of reports. */
export interface Contents {
  readonly reports: readonly Report[];
  readonly references: readonly Reference[];
  readonly errors: readonly KhaldunError[];
}

export interface LanguageOptions {
  /** Take every report for English. */
  readonly anyLanguage: boolean;
  /** Give reports that are not in English too, with their language; without it they are errors. */
  readonly keepForeign?: boolean;
}

/** Kinds that are no page, feed or list: a picture, a video, a program. */
const UNREAD_TYPE = /^(?:image|audio|video|font)\//i;

/** Reads an answer with the reader of its kind: the server's word for it first, then how it begins. */
export async function contentsOf(answer: Answer, options: LanguageOptions): Promise<Contents> {
  const type = (answer.headers["content-type"] ?? "").split(";")[0]!.trim();
  if (UNREAD_TYPE.test(type)) throw fail("K135", { url: answer.url, type });
  const input = kindOf(type, answer.bytes);
  const encoding = charsetOf(answer);
  const readOptions: ReadOptions = {
    ...(input === undefined ? {} : { input }),
    ...(encoding === undefined ? {} : { encoding }),
  };
  const results: ReadResult[] = [];
  if ((input ?? kindByContent(answer.bytes)) === "feed") {
    const { readFeedReferences } = await import("../feed.ts");
    results.push(...readFeedReferences(answer.bytes, answer.url, readOptions));
  } else
    for await (const result of readStream(Readable.from([answer.bytes]), answer.url, readOptions))
      results.push(result);
  return sorted(results, options);
}

function kindOf(type: string, bytes: Buffer): InputKind | undefined {
  if (/^(?:text\/html|application\/xhtml\+xml)$/i.test(type)) {
    // Many servers call their feeds and sitemaps so.
    const seen = kindByContent(bytes);
    return seen === "feed" || seen === "sitemap" ? seen : "html";
  }
  if (/^application\/(?:rss|atom|feed)\+(?:xml|json)$/i.test(type)) return "feed";
  if (/^application\/pdf$/i.test(type)) return "pdf";
  return /^text\/plain$/i.test(type) ? "text" : kindByContent(bytes);
}

/** The server's charset wins over the page's own (WHATWG), unless the bytes contradict it. */
function charsetOf({ headers, bytes }: Answer): string | undefined {
  const named = /charset\s*=\s*"?([\w:.-]+)/i.exec(headers["content-type"] ?? "")?.[1];
  if (named === undefined || !iconv.encodingExists(named)) return undefined;
  if (!/^utf-?8$/i.test(named)) return named;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return named;
  } catch {
    return undefined;
  }
}

async function sorted(
  results: readonly ReadResult[],
  { anyLanguage, keepForeign }: LanguageOptions,
): Promise<Contents> {
  const reports: Report[] = [];
  const references: Reference[] = [];
  const errors: KhaldunError[] = [];
  for (const result of results) {
    if ("error" in result) errors.push(result.error);
    else if ("reference" in result) {
      const { url } = result.reference;
      if (/^https?:\/\//i.test(url)) references.push(result.reference);
      // Said of the list: an address of another kind must not come to be taken for a file of this machine.
      else errors.push(fail("K130", { url, reason: `it begins with ${new URL(url).protocol}` }));
    } else {
      const foreign = anyLanguage ? undefined : await foreignLanguage(result.report);
      if (foreign === undefined) reports.push(result.report);
      else if (keepForeign) reports.push({ ...result.report, language: foreign.language });
      else errors.push(foreign.error);
    }
  }
  return { reports, references, errors };
}
