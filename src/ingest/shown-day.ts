import { writtenDay } from "./dates.ts";
import type { PageDocument, PageElement } from "./html-header.ts";

/** A date beside these words is not the day of publication. */
const OTHER_DAY = /\b(?:updated?|modified|edited|retrieved|expires?|copyright)\b|©/i;
/** Longest text that is only a date with its label. */
export const LONGEST_LINE = 80;

export const BYLINES = '[class*="byline"],[class*="Byline"],[class*="author"]';
const MARKED =
  '[class*="date"],[class*="Date"],[class*="publish"],[class*="posted"],[class*="time"],[id*="date"],time';
const MONTH_NAME = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?";
/** The date after a name: "By Jane Doe - 2026-05-05", "Jane Doe May 5, 2026". */
const LAST_WORDS = new RegExp(
  `(?:${MONTH_NAME} \\d{1,2}, \\d{4}|(?<!\\d)\\d{1,2} ${MONTH_NAME} \\d{4}|(?<!\\d)\\d{4}-\\d{2}-\\d{2})$`,
);

/** The first line that is nothing but a date with its label or its author, in an element that calls itself one. */
export function visibleDay(
  document: PageDocument,
  marks: string = `${MARKED},${BYLINES}`,
): string | undefined {
  for (const element of document.querySelectorAll(marks)) {
    const words = (element.textContent || element.getAttribute("value") || "").replace(/\s+/g, " ").trim();
    if (words === "" || words.length > LONGEST_LINE) continue;
    const day = firstDay(words);
    if (day !== undefined) return day;
  }
  return undefined;
}

/** The day of a line that is nothing but a date with its label or its author; what follows about an update is cut off. */
export function firstDay(line: string | null): string | undefined {
  const words = (line ?? "").replace(/\s+/g, " ").trim().replace(UPDATED_AFTER, "");
  if (OTHER_DAY.test(words)) return undefined;
  const bare = words.replace(
    /^(?:(?:first |originally )?(?:published|posted|issued)(?: on| at)?|date|on|by [^,|]{3,40}[,|])\s*:?\s*/i,
    "",
  );
  const day = writtenDay(bare) ?? writtenDay(LAST_WORDS.exec(words)?.[0] ?? "");
  return day === undefined || isPlaceholder(day) ? undefined : day;
}

const UPDATED_AFTER = /(?<=\d.*)\s*[-–—|•·(]\s*(?:last )?updated\b.*$/i;
/** A line of its own in any language: a label, one ISO date, perhaps a clock, perhaps in brackets. */
const LONE_DATE =
  /^[^\d]{0,30}(\d{4}-\d{2}-\d{2})(?:[ T]\d{2}:\d{2}(?::\d{2})?)?\s*[\])】]?$|^[^\d]{0,30}(\d{4})[年년.]\s?(\d{1,2})[月월.]\s?(\d{1,2})[日일.]?/u;

/** Where nothing on the page calls itself a date: the only day that stands as a line of its own. */
export function loneDay(document: PageDocument): string | undefined {
  const days = new Set<string>();
  const visit = (element: PageElement): void => {
    for (const child of element.childNodes) {
      if (child.nodeType === ELEMENT) {
        if (!/^(?:script|style|noscript|a|select)$/i.test(child.tagName)) visit(child);
        continue;
      }
      const words = (child.textContent ?? "").replace(/\s+/g, " ").trim();
      const found = words.length > LONGEST_LINE ? null : LONE_DATE.exec(words);
      if (found === null || OTHER_DAY.test(words)) continue;
      const [, iso, year, month = "", date = ""] = found;
      days.add(iso ?? `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`);
    }
  };
  for (const child of document.childNodes) visit(child);
  const [day, ...more] = [...days].filter((one) => writtenDay(one) !== undefined && !isPlaceholder(one));
  return more.length === 0 ? day : undefined;
}

const ELEMENT = 1;

/** What systems write where they know no day: the first of their calendar or of their clock. */
export function isPlaceholder(day: string): boolean {
  return day < "1600" || day === "1970-01-01";
}
