import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { fail } from "../text/errors.ts";
import { decode } from "./decode.ts";
import { filesOf } from "./folders.ts";
import { lineReader } from "./jsonl.ts";
import { type InputKind, kindByContent, kindByName } from "./kinds.ts";
import { foreignLanguage } from "./language.ts";
import {
  asInputError,
  LONGEST_FILE,
  type ReadOptions,
  type ReadResult,
  refuseLong,
  tooLong,
} from "./result.ts";
import { type ReportFields, readText } from "./text.ts";
import type { Around } from "./unpacked.ts";

/** Bytes as they come: a file, standard input, a member of an archive. */
export type ByteStream = AsyncIterable<Buffer | string>;

/** Bytes enough to see what a stream is: the mark of a tar stands at byte 257. */
const FIRST_BYTES = 1024;
/** Archives within archives, a compressed one counting twice; more is made to do harm. */
const DEEPEST = 4;

/**
 * Reads files, folders and archives one after the other; `-` is standard input. Holds one report at a time, and one
 * line of a JSONL file.
 */
export async function* readReports(
  names: readonly string[],
  options: ReadOptions = {},
): AsyncIterable<ReadResult> {
  for await (const result of readAll(names, options)) {
    const foreign =
      options.anyLanguage || !("report" in result) ? undefined : await foreignLanguage(result.report);
    if (foreign === undefined || !("report" in result)) yield result;
    else if (!options.keepForeign) yield { error: foreign.error, name: result.name };
    else
      yield {
        ...result,
        report: { ...result.report, language: foreign.language },
        foreign: foreign.error,
      };
  }
}

async function* readAll(names: readonly string[], options: ReadOptions): AsyncIterable<ReadResult> {
  for await (const file of filesOf(names)) {
    const name = file === "-" ? "standard input" : file;
    try {
      yield* readStream(file === "-" ? process.stdin : createReadStream(file), file, options);
    } catch (problem) {
      yield { error: asInputError(problem, name), name };
    }
  }
}

/**
 * Reads one stream of bytes by what its name or its beginning says it is. `around` are the archives that it lies in.
 * Throws for what is wrong with the whole; what is wrong with one item of it is a result.
 */
export async function* readStream(
  stream: ByteStream,
  name: string,
  given: ReadOptions,
  around: Around = { depth: 0 },
): AsyncIterable<ReadResult> {
  const { first, all, close } = await begun(stream);
  const kind = streamKind(first, name, given);
  // What was said of the archive is not said of what lies in it.
  const { input, ...unsaid } = given;
  const options: ReadOptions = isArchive(input) ? unsaid : given;
  const shown = name === "-" ? "standard input" : name;
  if (isArchive(kind) && around.depth >= DEEPEST) throw fail("K113", { file: name, limit: DEEPEST });
  if (kind === "jsonl") yield* fromLines(all, name, options);
  else if (kind === "warc") yield* (await import("./warc.ts")).readWarc(all, name, options);
  else if (kind === "tar") yield* (await import("./tar.ts")).readTar(all, name, options, around);
  else if (kind === "gzip") yield* (await import("./gzip.ts")).readGzip(all, name, options, around);
  else if (kind === "zip") {
    const isFile = around.depth === 0 && name !== "-";
    const archive = isFile ? await close() : await collected(all, shown);
    yield* (await import("./zip.ts")).readZip(archive ?? name, name, options, around);
  } else if (kind === "gdelt") yield* (await import("./gdelt.ts")).readGdelt(all, name);
  else yield* await readBytes(await collected(all, shown), shown, options);
}

/**
 * What can be told before the whole is there: an archive, and JSONL on standard input, which has no name. The user's
 * word is for the reports, not for the archive that they lie in.
 */
function streamKind(first: Buffer, name: string, options: ReadOptions): InputKind | undefined {
  const named = kindByName(name);
  const seen = kindByContent(first);
  if (options.input === undefined || isArchive(options.input)) {
    if (options.input === undefined && named !== undefined) return named;
    if (isArchive(seen)) return seen;
    const isRecord = /^\uFEFF?\s*\{\s*"/.test(first.subarray(0, 100).toString("utf8"));
    return options.input ?? (name === "-" && isRecord && seen !== "feed" ? "jsonl" : undefined);
  }
  return isArchive(named) && seen === named ? named : options.input;
}

function isArchive(kind: InputKind | undefined): boolean {
  return kind === "zip" || kind === "tar" || kind === "gzip";
}

/** One report, or several of a feed, a mailbox or a table. The parsers take long to load: each only for its kind. */
export async function readBytes(
  bytes: Buffer,
  name: string,
  options: ReadOptions,
): Promise<readonly ReadResult[]> {
  const kind = options.input ?? kindByName(name) ?? kindByContent(bytes);
  const given: ReportFields = {
    id: basename(name),
    ...(options.published === undefined ? {} : { published: options.published, publishedEvidence: "option" }),
  };
  if (kind === "mail") return (await import("./mail.ts")).readMail(bytes, name, options);
  if (kind === "docx") return (await import("./documents.ts")).readDocx(bytes, name, given, options);
  if (kind === "pdf") return one(await (await import("./documents.ts")).readPdf(bytes, name, given), name);
  const text = decode(bytes, {
    file: name,
    html: kind === "html",
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
  });
  if (kind === "feed") return (await import("./feed.ts")).readFeed(text, name, options);
  if (kind === "sitemap") return (await import("./sitemap.ts")).readSitemap(text, name);
  if (kind === "csv") return (await import("./csv.ts")).readCsv(text, name, options);
  refuseLong(text, name);
  if (kind === "markdown")
    return one(await (await import("./markdown.ts")).readMarkdown(text, name, given, options), name);
  if (kind === "html") return (await import("./page.ts")).readPage(text, name, given, options);
  return one(readText(text, given), name);
}

function one(report: ReturnType<typeof readText>, name: string): readonly ReadResult[] {
  return [{ report, name }];
}

interface Begun {
  readonly first: Buffer;
  /** The whole stream, with the first bytes again. */
  readonly all: AsyncIterable<Buffer>;
  /** Gives the stream up unread. */
  readonly close: () => Promise<undefined>;
}

async function begun(stream: ByteStream): Promise<Begun> {
  const chunks = stream[Symbol.asyncIterator]();
  let first: Buffer = Buffer.alloc(0);
  let ended = false;
  while (!ended && first.length < FIRST_BYTES) {
    const { value, done } = await chunks.next();
    if (done) ended = true;
    else first = Buffer.concat([first, asBuffer(value)]);
  }
  const all = async function* (): AsyncIterable<Buffer> {
    try {
      if (first.length > 0) yield first;
      while (!ended) {
        const { value, done } = await chunks.next();
        if (done) return;
        yield asBuffer(value);
      }
    } finally {
      await chunks.return?.();
    }
  };
  const close = async (): Promise<undefined> => {
    await chunks.return?.();
  };
  return { first, all: all(), close };
}

function asBuffer(chunk: Buffer | string): Buffer {
  return typeof chunk === "string" ? Buffer.from(chunk) : chunk;
}

/** The whole of a stream that is one report: a disk image must not fill the memory. Throws K108. */
export async function collected(stream: AsyncIterable<Buffer>, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > LONGEST_FILE) throw tooLong(name, "more", `${LONGEST_FILE} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function* fromLines(
  stream: AsyncIterable<Buffer>,
  name: string,
  options: ReadOptions,
): AsyncIterable<ReadResult> {
  const lines = lineReader(name, options);
  let empty = true;
  for await (const chunk of stream) {
    empty = false;
    yield* lines.push(chunk);
  }
  if (empty && name !== "-") throw fail("K102", { file: name });
  yield* lines.end();
}
