import { createReadStream } from "node:fs";
import { type CodedReport, codedReportSchema, SCHEMA_VERSION } from "../record/coded-report.ts";
import { type ErrorCode, fail, KhaldunError } from "../text/errors.ts";
import { lineCutter } from "./lines.ts";

const LONGEST_LINE = 256 * 2 ** 20;

/** Lines of JSON from files or standard input (`-`), one at a time. */
export async function* jsonLines(
  inputs: readonly string[],
  code: ErrorCode,
): AsyncIterable<{ readonly name: string; readonly line: number; readonly value: unknown } | KhaldunError> {
  for (const name of inputs) {
    const cutter = lineCutter(LONGEST_LINE);
    const shown = name === "-" ? "standard input" : name;
    const parse = (line: number, bytes: Buffer | undefined) => {
      try {
        return { name: shown, line, value: JSON.parse(bytes?.toString("utf8") ?? "") as unknown };
      } catch (problem) {
        return fail(code, { file: shown, line, reason: (problem as Error).message }, problem);
      }
    };
    try {
      const stream = name === "-" ? process.stdin : createReadStream(name);
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        for (const { number, bytes } of cutter.push(chunk)) yield parse(number, bytes);
      }
      for (const { number, bytes } of cutter.end()) yield parse(number, bytes);
    } catch (problem) {
      yield fail("K101", { file: shown, reason: (problem as Error).message }, problem);
    }
  }
}

/**
 * Coded reports as `khaldun code --format jsonl` writes them. The first line of a run is checked whole, the others by
 * their version: checking each field of a million events would take longer than writing them. K120 for other lines.
 */
export async function* readCoded(inputs: readonly string[]): AsyncIterable<CodedReport | KhaldunError> {
  let isChecked = false;
  for await (const line of jsonLines(inputs, "K120")) {
    if (line instanceof KhaldunError) {
      yield line;
      continue;
    }
    const problem = isChecked ? quickProblem(line.value) : wholeProblem(line.value);
    if (problem === undefined) {
      isChecked = true;
      yield line.value as CodedReport;
    } else yield fail("K120", { file: line.name, line: line.line, reason: problem });
  }
}

function quickProblem(value: unknown): string | undefined {
  const { schema, events } = (value ?? {}) as Partial<CodedReport>;
  if (schema !== SCHEMA_VERSION)
    return `schema is ${JSON.stringify(schema)}, not ${JSON.stringify(SCHEMA_VERSION)}`;
  return Array.isArray(events) ? undefined : "events is no list";
}

/** What is wrong with a coded report, the first thing that is; undefined if nothing is. */
export function wholeProblem(value: unknown): string | undefined {
  const quick = quickProblem(value);
  if (quick !== undefined) return quick;
  const [issue] = codedReportSchema.safeParse(value).error?.issues ?? [];
  return issue && `${issue.path.join(".")}: ${issue.message}`;
}
