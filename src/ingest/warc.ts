import { WARCParser } from "warcio";
import { fail, KhaldunError } from "../text/errors.ts";
import { decode } from "./decode.ts";
import { readHtml } from "./html.ts";
import type { ReadOptions, ReadResult } from "./result.ts";

/** Longest page of an archive, in bytes: more is no report. */
const LONGEST_PAGE = 8_000_000;

/** One report a saved page of a web archive, record by record; a record that is no page is passed over. */
export async function* readWarc(
  stream: AsyncIterable<Buffer>,
  name: string,
  options: ReadOptions,
): AsyncIterable<ReadResult> {
  try {
    for await (const record of new WARCParser(endingOnce(stream))) {
      const url = record.warcTargetURI ?? "a record without address";
      const item = `${name}#${url}`;
      const type = record.httpHeaders?.headers.get("content-type") ?? "";
      const isPage =
        record.warcType === "response" && record.httpHeaders?.statusCode === 200 && /html/i.test(type);
      if (!isPage) {
        await record.skipFully();
        continue;
      }
      const bytes = Buffer.from(await record.readFully(true));
      yield readPage(bytes, item, url, options);
    }
  } catch (problem) {
    if (problem instanceof KhaldunError) throw problem;
    const reason = problem instanceof Error ? problem.message : String(problem);
    throw fail("K109", { file: name, kind: "web archive", reason }, problem);
  }
}

/** Of a whole archive the parser asks a few times behind the end; of a record that breaks off it would for ever. */
const MOST_ASKED_BEHIND_END = 50;

/** Throws if it is asked on and on behind its end. */
function endingOnce(stream: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const chunks = stream[Symbol.asyncIterator]();
  let askedBehindEnd = 0;
  const next = async (): Promise<IteratorResult<Buffer>> => {
    const chunk = await chunks.next();
    if (chunk.done) askedBehindEnd += 1;
    if (askedBehindEnd > MOST_ASKED_BEHIND_END) throw new Error("its last record breaks off");
    return chunk;
  };
  return {
    [Symbol.asyncIterator]: () => ({
      next,
      return: async (value) => chunks.return?.(value) ?? { done: true, value },
    }),
  };
}

function readPage(bytes: Buffer, item: string, url: string, options: ReadOptions): ReadResult {
  try {
    if (bytes.length > LONGEST_PAGE)
      throw fail("K108", { file: item, length: `${bytes.length} bytes`, limit: `${LONGEST_PAGE} bytes` });
    const html = decode(bytes, { file: item, html: true });
    const report = readHtml(html, item, {
      id: url,
      ...(options.published === undefined
        ? {}
        : { published: options.published, publishedEvidence: "option" }),
    });
    return { report: report.url === undefined ? { ...report, url } : report, name: item };
  } catch (problem) {
    if (problem instanceof KhaldunError) return { error: problem, name: item };
    throw problem;
  }
}
