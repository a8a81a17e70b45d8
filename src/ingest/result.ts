import type { Report } from "../record/report.ts";
import { fail, KhaldunError } from "../text/errors.ts";
import type { InputLine } from "./jsonl.ts";
import type { InputKind } from "./kinds.ts";

/** A report that an input names without holding its text: an address of a sitemap, a row of a list. */
export interface Reference {
  readonly url: string;
  readonly title?: string;
  readonly outlet?: string;
  /** The day that the list gives, as YYYY-MM-DD, and where it gives it. */
  readonly published?: string;
  readonly publishedEvidence?: string;
  /** When the list says that the page was last changed, as written there. */
  readonly modified?: string;
  /** When the list says that the page was first seen: later than its publication, so never taken for it. */
  readonly seen?: string;
  readonly language?: string;
  /** What the address leads to, if it is no page. */
  readonly leadsTo?: "sitemap";
}

/** One report of an input, the address of one, or why it could not be read; the rest goes on. */
export type ReadResult =
  | {
      readonly report: Report;
      readonly name: string;
      readonly line?: InputLine;
      /** Why it cannot be coded; only if such reports are asked for. */
      readonly foreign?: KhaldunError;
    }
  | { readonly reference: Reference; readonly name: string }
  | { readonly error: KhaldunError; readonly name: string };

/** The fields of a report that a table or a line of JSONL may keep under other names. */
export const COLUMN_FIELDS = ["text", "title", "id", "published", "outlet", "url"] as const;
export type ColumnField = (typeof COLUMN_FIELDS)[number];

export interface ReadOptions {
  /** Publication date for reports that have none, or for all of them if given by the user: ISO. */
  readonly published?: string;
  readonly encoding?: string;
  /** Under which names tables and lines of JSONL keep the fields, where these are not the usual ones. */
  readonly columns?: Readonly<Partial<Record<ColumnField, string>>>;
  /** What the inputs are, if their names and beginnings do not say it. */
  readonly input?: InputKind;
  /** Code whatever it looks like, without guessing the language. */
  readonly anyLanguage?: boolean;
  /** Give reports in languages that are not coded too, with the reason, instead of the error alone. */
  readonly keepForeign?: boolean;
}

/** Longest text of one report, in characters (UTF-16 units). */
export const LONGEST_REPORT = 4_000_000;
/** Longest file that is one report, and longest line of JSONL, in bytes. */
export const LONGEST_FILE = 32_000_000;

export function tooLong(file: string, length: string, limit: string): KhaldunError {
  return fail("K108", { file, length, limit });
}

/** Throws K108 for a text that is no report any more. */
export function refuseLong(text: string, file: string): void {
  if (text.length > LONGEST_REPORT)
    throw tooLong(file, `${text.length} characters`, `${LONGEST_REPORT} characters`);
}

/** Whatever went wrong with an input, as an error with a cure. */
export function asInputError(problem: unknown, name: string): KhaldunError {
  if (problem instanceof KhaldunError) return problem;
  const reason =
    problem instanceof Error ? ((problem as NodeJS.ErrnoException).code ?? problem.message) : String(problem);
  return fail("K101", { file: name, reason }, problem);
}

/** K109 with the parser's own words. */
export function damaged(file: string, kind: string, problem: unknown): KhaldunError {
  if (problem instanceof KhaldunError) return problem;
  const reason = problem instanceof Error ? problem.message : String(problem);
  return fail("K109", { file, kind, reason }, problem);
}
