import { open, readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { z } from "zod";
import type { Report } from "../record/report.ts";
import { fail, KhaldunError } from "../text/errors.ts";
import { decode } from "./decode.ts";
import { readHtml } from "./html.ts";
import { foreignLanguage } from "./language.ts";
import { isoDay, type ReportFields, readText } from "./text.ts";

/** One report of an input, or why it could not be read; the rest goes on. */
export type ReadResult =
  | { readonly report: Report; readonly name: string; readonly line?: InputLine }
  | { readonly error: KhaldunError; readonly name: string };

export interface ReadOptions {
  /** Publication date for reports that have none, or for all of them if given by the user: ISO. */
  readonly published?: string;
  readonly encoding?: string;
  /** Code whatever it looks like, without guessing the language. */
  readonly anyLanguage?: boolean;
}

/** Longest text of one report, in characters. */
export const LONGEST_REPORT = 4_000_000;

const span = z.tuple([z.int().min(0), z.int().min(0)]);
/** A line of JSONL input: docs/formats.md. */
export const inputLineSchema = z.looseObject({
  id: z.union([z.string(), z.number()]).optional(),
  text: z.string(),
  title: z.string().nullish(),
  published: z.string().nullish(),
  outlet: z.string().nullish(),
  url: z.string().nullish(),
  pairs: z.array(z.object({ actor: span, recipient: span })).optional(),
});
export type InputLine = z.infer<typeof inputLineSchema>;

/** Reads files one after the other; `-` is standard input. Holds one report at a time, and one line of a JSONL file. */
export async function* readReports(
  names: readonly string[],
  options: ReadOptions = {},
): AsyncIterable<ReadResult> {
  for (const name of names) {
    try {
      if (name === "-") yield* fromStandardInput(options);
      else if (/\.(?:jsonl|ndjson)$/i.test(name)) yield* fromLines(name, options);
      else yield checked(await fromFile(name, options), name, options);
    } catch (problem) {
      yield { error: asInputError(problem, name), name };
    }
  }
}

async function fromFile(name: string, options: ReadOptions): Promise<Report> {
  return fromBytes(await readFile(name), name, options);
}

function fromBytes(bytes: Buffer, name: string, options: ReadOptions): Report {
  const html =
    /^\.(?:x?html?|shtml)$/i.test(extname(name)) ||
    /^\s*(?:<!doctype html|<html)/i.test(bytes.subarray(0, 300).toString("latin1"));
  const text = decode(bytes, {
    file: name,
    html,
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
  });
  if (text.length > LONGEST_REPORT)
    throw fail("K108", { file: name, length: text.length, limit: LONGEST_REPORT });
  const given: ReportFields = {
    id: basename(name),
    ...(options.published === undefined ? {} : { published: options.published, publishedEvidence: "option" }),
  };
  return html ? readHtml(text, name, given) : readText(text, given);
}

/** Standard input is JSONL if it begins with a brace, else one text or page. */
async function* fromStandardInput(options: ReadOptions): AsyncIterable<ReadResult> {
  const chunks: Buffer[] = [];
  let lines: LineReader | undefined;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
    if (
      lines === undefined &&
      chunks.length === 0 &&
      /^\uFEFF?\s*\{/.test(bytes.subarray(0, 100).toString("utf8"))
    )
      lines = lineReader("-", options);
    if (lines === undefined) chunks.push(bytes);
    else yield* lines.push(bytes);
  }
  if (lines !== undefined) yield* lines.end();
  else yield checked(fromBytes(Buffer.concat(chunks), "standard input", options), "standard input", options);
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

/** Cuts bytes into lines and reads each as one report; a bad line is an error with its number, the next goes on. */
function lineReader(file: string, options: ReadOptions): LineReader {
  let rest: Buffer = Buffer.alloc(0);
  let number = 0;
  const read = function* (bytes: Buffer): Iterable<ReadResult> {
    number += 1;
    const line = bytes.toString("utf8").replace(/^\uFEFF/, "");
    if (line.trim() !== "") yield fromLine(line, file, number, options);
  };
  return {
    push: function* (bytes) {
      rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
      for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
        yield* read(rest.subarray(0, end));
        rest = rest.subarray(end + 1);
      }
    },
    end: function* () {
      if (rest.length > 0) yield* read(rest);
    },
  };
}

function fromLine(line: string, file: string, number: number, options: ReadOptions): ReadResult {
  const name = `${file}:${number}`;
  try {
    const parsed = inputLineSchema.safeParse(parseJson(line, file, number));
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!;
      throw fail("K106", {
        file,
        line: number,
        reason: `${issue.path.join(".") || "the line"}: ${issue.message}`,
      });
    }
    return { ...checked(fromRecord(parsed.data, name, options), name, options), line: parsed.data };
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
  if (record.text.length > LONGEST_REPORT)
    throw fail("K108", { file: name, length: record.text.length, limit: LONGEST_REPORT });
  const given = record.published && isoDay(record.published) !== undefined ? record.published : undefined;
  const published = options.published ?? given;
  return readText(record.text, {
    ...(record.id === undefined ? {} : { id: String(record.id) }),
    ...(record.title ? { title: record.title } : {}),
    ...(record.outlet ? { outlet: record.outlet } : {}),
    ...(record.url ? { url: record.url } : {}),
    ...(published === undefined
      ? {}
      : { published, publishedEvidence: options.published === undefined ? "input" : "option" }),
  });
}

function checked(report: Report, name: string, options: ReadOptions): ReadResult {
  const foreign = options.anyLanguage ? undefined : foreignLanguage(report);
  return foreign === undefined ? { report, name } : { error: foreign, name };
}

function asInputError(problem: unknown, name: string): KhaldunError {
  if (problem instanceof KhaldunError) return problem;
  const reason =
    problem instanceof Error ? ((problem as NodeJS.ErrnoException).code ?? problem.message) : String(problem);
  return fail("K101", { file: name, reason }, problem);
}
