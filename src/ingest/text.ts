import { createHash } from "node:crypto";
import type { Basis } from "../record/cell.ts";
import type { Block, Report } from "../record/report.ts";
import type { Time } from "../record/time.ts";
import { quote } from "../text/span.ts";
import { labelBlocks } from "./blocks.ts";
import { writtenDay } from "./dates.ts";
import { nameInBrackets } from "./line-labels.ts";
import { firstDay, LONGEST_LINE } from "./shown-day.ts";
import { wireIn } from "./wires.ts";

/** What is known of a report besides its text. */
export interface ReportFields {
  readonly id?: string;
  readonly title?: string;
  readonly url?: string;
  readonly outlet?: string;
  /** ISO date or date and time; the day is taken as written, never shifted to another zone. */
  readonly published?: string;
  /** Where the date comes from; default `input`. */
  readonly publishedEvidence?: string;
  readonly language?: string;
  readonly byline?: string;
  /** Blocks already known, from HTML; plain text is labelled here. */
  readonly blocks?: readonly Block[];
}

/** A report from its text. The text stays exactly as given; line ends are its own. */
export function readText(text: string, fields: ReportFields = {}): Report {
  const blocks = fields.blocks ?? labelBlocks(text, fields.title);
  const first = (kind: Block["kind"]): Block | undefined => blocks.find((one) => one.kind === kind);
  const credit = blocks.findLast((one) => one.kind === "credit");
  const dateline = first("dateline");
  const byline = first("byline");
  const originator = originOf(blocks, fields.outlet);
  const dated = fields.published === undefined ? dayInText(blocks) : undefined;
  const published = fields.published ?? dated?.day;
  return {
    id: createHash("sha256").update(text).digest("hex").slice(0, 16),
    ...(fields.id === undefined ? {} : { externalId: fields.id }),
    text,
    ...(fields.title === undefined ? {} : { title: fields.title }),
    ...(fields.url === undefined ? {} : { url: fields.url }),
    language: fields.language ?? "en",
    ...(fields.outlet === undefined ? {} : { outlet: fields.outlet }),
    ...(originator === undefined ? {} : { originator }),
    ...(credit === undefined ? {} : { credit: quote(text, credit) }),
    ...(byline === undefined ? {} : { byline: quote(text, byline) }),
    ...(dateline === undefined ? {} : { dateline: quote(text, dateline) }),
    published: publishedTime(published),
    ...(published === undefined
      ? {}
      : { publishedEvidence: dated?.evidence ?? fields.publishedEvidence ?? "input" }),
    blocks,
  };
}

/** Lines above the first paragraph among which a date may stand: headline, byline, outlet. */
const HEADER_LINES = 6;

/** The day that the text itself puts above its first paragraph, or a dateline with a year gives. */
function dayInText(
  blocks: readonly Block[],
): { readonly day: string; readonly evidence: string } | undefined {
  const lead = blocks.findIndex(
    ({ kind, text }, at) => at > 0 && kind === "body" && text.length > LONGEST_LINE,
  );
  const above = blocks.slice(0, Math.min(HEADER_LINES, Math.max(lead, 0)));
  const shown = above
    .filter(({ kind, text }) => (kind === "other" || kind === "byline") && text.length <= LONGEST_LINE)
    .flatMap(({ text }) => firstDay(text) ?? [])[0];
  if (shown !== undefined) return { day: shown, evidence: "text" };
  const dateline = blocks.find(({ kind }) => kind === "dateline")?.text;
  const written = dateline === undefined ? undefined : DATELINE_DAY.exec(dateline)?.[0];
  const day = written === undefined ? undefined : writtenDay(written);
  return day === undefined ? undefined : { day, evidence: "dateline" };
}

const DATELINE_DAY =
  /(?:\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9}\.?),? \d{4}/u;

/** The publication time as given; an unreadable or missing date is unknown, never today. */
export function publishedTime(value: string | undefined, basis: Basis = "assigned"): Time {
  const day = value === undefined ? undefined : isoDay(value);
  if (day === undefined) return { status: "unknown", reason: "not-stated", quotes: [] };
  return {
    status: "known",
    from: day,
    to: day,
    precision: "day",
    approximate: false,
    anchor: "explicit",
    basis,
    quotes: [],
    confidence: 1,
  };
}

/** The local day of an ISO date or date-time, or undefined if it is no date. */
export function isoDay(value: string): string | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/.exec(value.trim());
  if (found === null) return undefined;
  const [, year, month, day] = found.map(Number);
  const date = new Date(Date.UTC(year!, month! - 1, day!));
  return date.getUTCMonth() === month! - 1 && date.getUTCDate() === day
    ? value.trim().slice(0, 10)
    : undefined;
}

const NAMED_ORIGIN =
  /^\(?(?:(?:source|credit)\s*:\s*|(?:this (?:story|article|report) (?:was )?)?(?:first|originally) (?:published|appeared) (?:by|in|on)\s+(?:the )?(?=\p{Lu}))([^.]{2,60}?)(?:\.\s.*|\.?\)?)$/iu;

/** Whose report it is: the last credit line says so, else the agency in the dateline, else one in a byline. */
function originOf(blocks: readonly Block[], outlet: string | undefined): string | undefined {
  const of = (kind: Block["kind"]): readonly string[] =>
    blocks.flatMap((one) => (one.kind === kind ? [one.text] : []));
  // A page may follow its credit with a line that only says that it was not edited.
  const credited = of("credit").findLast((line) => wireIn(line) !== undefined || namedIn(line) !== undefined);
  if (credited !== undefined) return wireIn(credited) ?? namedIn(credited);
  const [dateline] = of("dateline");
  const inDateline = dateline === undefined ? undefined : (wireIn(dateline) ?? newsNameIn(dateline));
  const inByline = of("byline").flatMap((line) => wireIn(line) ?? [])[0];
  // "By BBC News" on the BBC's own page, "(Lake Post) -" on the Lake Post's say nothing of another origin.
  return [inDateline, inByline].find((name) => name !== undefined && !isOwn(name, outlet));
}

function namedIn(credit: string): string | undefined {
  const named = NAMED_ORIGIN.exec(credit)?.[1] ?? nameInBrackets(credit);
  return named !== undefined && named === named.toUpperCase() ? titleCase(named) : named;
}

/** "GOMA (Hill News) -": no agency that we know, but its name says what it is. */
function newsNameIn(dateline: string): string | undefined {
  const name = /\(([^)]+)\)/.exec(dateline)?.[1] ?? /^(.+) \/$/.exec(dateline.trim())?.[1];
  return name !== undefined &&
    /\b(?:news|agency|press|times|post|herald|radio|tv|tribune|gazette)\b/i.test(name)
    ? name
    : undefined;
}

function isOwn(name: string, outlet: string | undefined): boolean {
  const [one, other] = [name, outlet ?? ""].map((words) =>
    words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""),
  );
  return other !== "" && (other!.includes(one!) || one!.includes(other!));
}

function titleCase(words: string): string {
  return words.toLowerCase().replace(/\p{L}+/gu, (word) => word[0]!.toUpperCase() + word.slice(1));
}
