import type { ReadOptions } from "./result.ts";
import { isoDay, type ReportFields } from "./text.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** 1 to 12 for an English month name, by its first three letters; 0 for anything else. */
export function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/**
 * The day that a page writes, as YYYY-MM-DD: ISO, `20260505`, `Tue, 05 May 2026 …`, `May 5, 2026 …`. The local day
 * as written, never shifted to another zone. All-number dates that two countries read differently are no date.
 */
export function writtenDay(value: string): string | undefined {
  const iso = isoDay(value);
  if (iso !== undefined) return iso;
  const words = value.trim();
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/.exec(words);
  if (compact !== null) return isoDay(`${compact[1]}-${compact[2]}-${compact[3]}`);
  const dayFirst =
    /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})\b/.exec(words);
  if (dayFirst !== null) return joined(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!);
  const figures = onlyReading(words);
  if (figures !== undefined) return figures;
  const monthFirst =
    /^(?:[A-Za-z]{3,9},?\s+)?([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/.exec(words);
  return monthFirst === null ? undefined : joined(monthFirst[3]!, monthFirst[1]!, monthFirst[2]!);
}

/** "30/04/2026", "04.30.26, 21:31": all figures, and only one order of them is a day. */
function onlyReading(words: string): string | undefined {
  const found = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?=$|[\s,T])/.exec(words);
  if (found === null) return undefined;
  const [, first, , second, third] = found as unknown as readonly string[];
  const orders =
    third!.length === 4
      ? [
          [third, second, first],
          [third, first, second],
        ]
      : [
          [`20${third}`, second, first],
          [`20${third}`, first, second],
          [`20${first!.padStart(2, "0")}`, second, third],
        ];
  const days = new Set(
    orders.flatMap(
      ([year, month, day]) => isoDay(`${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`) ?? [],
    ),
  );
  const [day] = days;
  return days.size === 1 ? day : undefined;
}

function joined(year: string, month: string, day: string): string | undefined {
  return isoDay(`${year}-${String(monthOf(month)).padStart(2, "0")}-${day.padStart(2, "0")}`);
}

/**
 * The publication day of one report of a file: the user's, else the one written there. What is written and cannot be
 * read stays as evidence, so that the report says why its day is unknown.
 */
export function datedFields(
  { published }: ReadOptions,
  written: string | undefined,
  evidence: string,
): Pick<ReportFields, "published" | "publishedEvidence"> {
  if (published !== undefined) return { published, publishedEvidence: "option" };
  if (written === undefined) return {};
  const day = writtenDay(written);
  return day === undefined
    ? { published: written, publishedEvidence: `${evidence}, unreadable: “${written}”` }
    : { published: day, publishedEvidence: evidence };
}
