import { open, readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import type { Report } from "../record/report.ts";
import { fail, KhaldunError } from "../text/errors.ts";
import { datedFields } from "./dates.ts";
import { decode } from "./decode.ts";
import { filesOf } from "./folders.ts";
import { type InputKind, kindByContent, kindByName } from "./kinds.ts";
import { foreignLanguage } from "./language.ts";
import { type Line, lineCutter } from "./lines.ts";
import { type ReportFields, readText } from "./text.ts";

/** One report of an input, or why it could not be read; the rest goes on. */
export type ReadResult =
  | { readonly report: Report; readonly name: string; readonly line?: InputLine }
  | { readonly error: KhaldunError; readonly name: string };

export interface ReadOptions {
  /** Publication date for reports that have none, or for all of them if given by the user: ISO. */
  readonly published?: string;
  readonly encoding?: string;
  /** What the inputs are, if their names and beginnings do not say it. */
  readonly input?: InputKind;
  /** Code whatever it looks like, without guessing the language. */
  readonly anyLanguage?: boolean;
}

/** Longest text of one report, in characters (UTF-16 units). */
export const LONGEST_REPORT = 4_000_000;
/** Longest file that is one report, and longest line of JSONL, in bytes. */
export const LONGEST_FILE = 32_000_000;

const span = z.tuple([z.int().min(0), z.int().min(0)]);
/** A line of JSONL input: docs/formats.md. */
export const inputLineSchema = z.looseObject({
  id: z.union([z.string(), z.number()]).optional(),
  text: z.string(),
  title: z.string().nullish(),
  published: z.string().nullish(),
  outlet: z.string().nullish(),
  url: z.string().nullish(),
  pairs: z.array(z.object({ actor: span, recipient: span })).nullish(),
  mentions: z
    .array(z.object({ id: z.union([z.string(), z.number()]), start: z.int().min(0), end: z.int().min(0) }))
    .nullish(),
});
export type InputLine = z.infer<typeof inputLineSchema>;

/** Reads files and folders one after the other; `-` is standard input. Holds one report at a time, and one line of a JSONL file. */
export async function* readReports(
  names: readonly string[],
  options: ReadOptions = {},
): AsyncIterable<ReadResult> {
  for await (const result of readAll(names, options)) {
    const foreign =
      options.anyLanguage || "error" in result ? undefined : await foreignLanguage(result.report);
    yield foreign === undefined ? result : { error: foreign, name: result.name };
  }
}

async function* readAll(names: readonly string[], options: ReadOptions): AsyncIterable<ReadResult> {
  for await (const name of filesOf(names)) {
    try {
      const kind = options.input ?? kindByName(name);
      if (name === "-") yield* fromStandardInput(options);
      else if (kind === "jsonl") yield* fromLines(name, options);
      else if (kind === "warc") yield* (await import("./warc.ts")).readWarc(name, options);
      else yield* await fromFile(name, options);
    } catch (problem) {
      yield { error: asInputError(problem, name), name };
    }
  }
}

function tooLong(file: string, length: string, limit: string): KhaldunError {
  return fail("K108", { file, length, limit });
}

function refuseLong(text: string, file: string): void {
  if (text.length > LONGEST_REPORT)
    throw tooLong(file, `${text.length} characters`, `${LONGEST_REPORT} characters`);
}

/** Reads one file after a look at its size: a disk image must not fill the memory. */
async function fromFile(name: string, options: ReadOptions): Promise<readonly ReadResult[]> {
  const { size } = await stat(name);
  if (size > LONGEST_FILE) throw tooLong(name, `${size} bytes`, `${LONGEST_FILE} bytes`);
  return fromBytes(await readFile(name), name, options);
}

/** One report, or several of a feed, a mailbox or a table. The parsers take long to load: each only for its kind. */
async function fromBytes(bytes: Buffer, name: string, options: ReadOptions): Promise<readonly ReadResult[]> {
  const kind = options.input ?? kindByName(name) ?? kindByContent(bytes);
  const given: ReportFields = {
    id: basename(name),
    ...(options.published === undefined ? {} : { published: options.published, publishedEvidence: "option" }),
  };
  if (kind === "mail") return (await import("./mail.ts")).readMail(bytes, name, options);
  if (kind === "docx") return one(await (await import("./documents.ts")).readDocx(bytes, name, given), name);
  if (kind === "pdf") return one(await (await import("./documents.ts")).readPdf(bytes, name, given), name);
  const text = decode(bytes, {
    file: name,
    html: kind === "html",
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
  });
  if (kind === "feed") return (await import("./feed.ts")).readFeed(text, name, options);
  if (kind === "csv") return (await import("./csv.ts")).readCsv(text, name, options);
  refuseLong(text, name);
  if (kind === "html") return one((await import("./html.ts")).readHtml(text, name, given), name);
  return one(readText(text, given), name);
}

function one(report: Report, name: string): readonly ReadResult[] {
  return [{ report, name }];
}

/** Standard input is JSONL if it begins with a brace, else one text or page; `--input` says otherwise. */
async function* fromStandardInput(options: ReadOptions): AsyncIterable<ReadResult> {
  const name = "standard input";
  let held = Buffer.alloc(0);
  let lines = options.input === "jsonl" ? lineReader("-", options) : undefined;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
    if (lines !== undefined) {
      yield* lines.push(bytes);
      continue;
    }
    held = Buffer.concat([held, bytes]);
    if (held.length > LONGEST_FILE) throw tooLong(name, "more", `${LONGEST_FILE} bytes`);
    if (options.input === undefined && /^\uFEFF?\s*\{\s*"/.test(held.subarray(0, 100).toString("utf8"))) {
      lines = lineReader("-", options);
      yield* lines.push(held);
    }
  }
  if (lines !== undefined) yield* lines.end();
  else yield* await fromBytes(held, name, options);
}

async function* fromLines(name: string, options: ReadOptions): AsyncIterable<ReadResult> {
  const file = await open(name);
  try {
    const lines = lineReader(name, options);
    let empty = true;
    for await (const chunk of file.createReadStream()) {
      empty = false;
      yield* lines.push(chunk as Buffer);
    }
    if (empty) throw fail("K102", { file: name });
    yield* lines.end();
  } finally {
    await file.close().catch(() => undefined);
  }
}

interface LineReader {
  readonly push: (bytes: Buffer) => Iterable<ReadResult>;
  readonly end: () => Iterable<ReadResult>;
}

/** Reads each line as one report; a bad line is an error with its number, the next goes on. */
function lineReader(file: string, options: ReadOptions): LineReader {
  const cutter = lineCutter(LONGEST_FILE, options.encoding);
  const read = function* (lines: Iterable<Line>): Iterable<ReadResult> {
    for (const line of lines) if (line.length > 0) yield fromLine(line, file, options);
  };
  return { push: (bytes) => read(cutter.push(bytes)), end: () => read(cutter.end()) };
}

function fromLine(line: Line, file: string, options: ReadOptions): ReadResult {
  const name = `${file}:${line.number}`;
  try {
    if (line.bytes === undefined) throw tooLong(name, `${line.length} bytes`, `${LONGEST_FILE} bytes`);
    const parsed = inputLineSchema.safeParse(
      parseJson(decode(line.bytes, { file: name }), file, line.number),
    );
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!;
      const reason = `${issue.path.join(".") || "the line"}: ${issue.message}`;
      throw fail("K106", { file, line: line.number, reason });
    }
    return { report: fromRecord(parsed.data, name, options), name, line: parsed.data };
  } catch (problem) {
    return { error: asInputError(problem, name), name };
  }
}

function parseJson(line: string, file: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (problem) {
    throw fail("K105", {
      file,
      line: number,
      reason: problem instanceof Error ? problem.message : String(problem),
    });
  }
}

function fromRecord(record: InputLine, name: string, options: ReadOptions): Report {
  if (record.text.trim() === "") throw fail("K102", { file: name });
  refuseLong(record.text, name);
  return readText(record.text, {
    ...(record.id === undefined ? {} : { id: String(record.id) }),
    ...(record.title ? { title: record.title } : {}),
    ...(record.outlet ? { outlet: record.outlet } : {}),
    ...(record.url ? { url: record.url } : {}),
    ...datedFields(options, record.published || undefined, "input"),
  });
}

function asInputError(problem: unknown, name: string): KhaldunError {
  if (problem instanceof KhaldunError) return problem;
  const reason =
    problem instanceof Error ? ((problem as NodeJS.ErrnoException).code ?? problem.message) : String(problem);
  return fail("K101", { file: name, reason }, problem);
}
