import { monthOf, writtenDay } from "./dates.ts";
import type { PageDocument } from "./html-header.ts";
import type { ReportFields } from "./text.ts";

/** Names of meta elements that give the day of publication, the surest first. */
const META_NAMES = [
  "article:published_time",
  "og:article:published_time",
  "datePublished",
  "publication_date",
  "publish-date",
  "publishdate",
  "pubdate",
  "date",
  "DC.date.issued",
  "dcterms.created",
  "dc.date",
  "parsely-pub-date",
  "sailthru.date",
  "cXenseParse:recs:publishtime",
];
/** A date beside these words is not the day of publication. */
const OTHER_DAY = /\b(?:updated?|modified|edited|retrieved|expires?|copyright)\b|©/i;
/** Longest text that is only a date with its label. */
const LONGEST_LINE = 80;

/**
 * The day of publication and where the page says it: structured data first, then its own marks, then what a reader
 * sees beside the title, then the address. A wrong day is worse than none: all-number dates are not guessed at.
 */
export function publicationDay(
  document: PageDocument,
  jsonLd: string | undefined,
  meta: (...names: readonly string[]) => string | undefined,
  url: string | undefined,
): Pick<ReportFields, "published" | "publishedEvidence"> {
  const microdata = document.querySelector('[itemprop="datePublished"]');
  const time = document.querySelector("article time[datetime], time[pubdate], time[datetime]");
  const written = url === undefined ? undefined : dayInUrl(url);
  const candidates: readonly (readonly [string, string | null | undefined])[] = [
    ["json-ld", jsonLd],
    ["meta", meta(...META_NAMES)],
    [
      "microdata",
      microdata?.getAttribute("content") ?? microdata?.getAttribute("datetime") ?? microdata?.textContent,
    ],
    ["time-element", time?.getAttribute("datetime")],
    ["url", written],
  ];
  for (const [publishedEvidence, value] of candidates) {
    const day = value ? writtenDay(value) : undefined;
    if (day === undefined || isPlaceholder(day)) continue;
    const own = inUniversalTime(value!) ? ownDay(day, written, visibleDay(document, BYLINES)) : undefined;
    if (own !== undefined) return { published: own.day, publishedEvidence: own.evidence };
    return { published: day, publishedEvidence };
  }
  const day = visibleDay(document);
  return day === undefined ? {} : { published: day, publishedEvidence: "visible-text" };
}

/** What systems write where they know no day: the first of their calendar or of their clock. */
function isPlaceholder(day: string): boolean {
  return day < "1600" || day === "1970-01-01";
}

function inUniversalTime(value: string): boolean {
  return /T\d{2}:\d{2}.*(?:Z|[+-]00:?00)$/.test(value.trim());
}

/**
 * A page that gives its time in UTC may be a day off from its outlet's own: the day of its address, or the one beside
 * its author, is the local one if it is the day before or after. A date elsewhere may be that of the visit.
 */
function ownDay(
  day: string,
  inAddress: string | undefined,
  shown: string | undefined,
): { readonly day: string; readonly evidence: string } | undefined {
  const isBeside = (other: string | undefined): other is string =>
    other !== undefined && other !== day && Math.abs(Date.parse(other) - Date.parse(day)) <= 86_400_000;
  if (isBeside(inAddress)) return { day: inAddress, evidence: "url" };
  return inAddress !== day && isBeside(shown) ? { day: shown, evidence: "visible-text" } : undefined;
}

const BYLINES = '[class*="byline"],[class*="Byline"],[class*="author"]';
const MARKED =
  '[class*="date"],[class*="Date"],[class*="publish"],[class*="posted"],[class*="time"],[id*="date"],time';
const MONTH_NAME = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?";
/** The date after a name: "By Jane Doe - 2026-05-05", "Jane Doe May 5, 2026". */
const LAST_WORDS = new RegExp(
  `(?:${MONTH_NAME} \\d{1,2}, \\d{4}|(?<!\\d)\\d{1,2} ${MONTH_NAME} \\d{4}|(?<!\\d)\\d{4}-\\d{2}-\\d{2})$`,
);

/** The first line that is nothing but a date with its label or its author, in an element that calls itself one. */
function visibleDay(document: PageDocument, marks: string = `${MARKED},${BYLINES}`): string | undefined {
  for (const element of document.querySelectorAll(marks)) {
    const words = (element.textContent || element.getAttribute("value") || "").replace(/\s+/g, " ").trim();
    if (words === "" || words.length > LONGEST_LINE || OTHER_DAY.test(words)) continue;
    const bare = words.replace(
      /^(?:(?:first |originally )?(?:published|posted|issued)(?: on| at)?|date|on|by [^,|]{3,40}[,|])\s*:?\s*/i,
      "",
    );
    const day = writtenDay(bare) ?? writtenDay(LAST_WORDS.exec(words)?.[0] ?? "");
    if (day !== undefined && !isPlaceholder(day)) return day;
  }
  return undefined;
}

function dayInUrl(url: string): string | undefined {
  const found =
    /\/(20\d{2})(?:[/-](\d{1,2})[/-](\d{1,2})|\/([a-z]{3})\/(\d{1,2})|(\d{2})(\d{2}))(?=\/|-|$)/i.exec(url);
  if (found === null) return undefined;
  const month = found[2] ?? found[6] ?? String(monthOf(found[4]!));
  return `${found[1]}-${month.padStart(2, "0")}-${(found[3] ?? found[5] ?? found[7])!.padStart(2, "0")}`;
}
