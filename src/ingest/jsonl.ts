import { z } from "zod";
import type { Report } from "../record/report.ts";
import { fail } from "../text/errors.ts";
import { datedFields } from "./dates.ts";
import { decode } from "./decode.ts";
import { type Line, lineCutter } from "./lines.ts";
import {
  asInputError,
  LONGEST_FILE,
  type ReadOptions,
  type ReadResult,
  refuseLong,
  tooLong,
} from "./result.ts";
import { readText } from "./text.ts";
import { writtenReport } from "./written.ts";

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

export interface LineReader {
  readonly push: (bytes: Buffer) => Iterable<ReadResult>;
  readonly end: () => Iterable<ReadResult>;
}

/** Reads each line as one report; a bad line is an error with its number, the next goes on. */
export function lineReader(file: string, options: ReadOptions): LineReader {
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
    const value = parseJson(decode(line.bytes, { file: name }), file, line.number);
    const written = writtenReport(value);
    if (written !== undefined) return { ...written, name };
    const parsed = inputLineSchema.safeParse(renamed(value, options));
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

/** The line with its fields under our names, where the user says what they are called there. */
function renamed(value: unknown, { columns = {} }: ReadOptions): unknown {
  if (typeof value !== "object" || value === null) return value;
  const line = value as Readonly<Record<string, unknown>>;
  const fields = Object.entries(columns).flatMap(([field, name]) =>
    name in line ? [[field, line[name]] as const] : [],
  );
  return { ...line, ...Object.fromEntries(fields) };
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
