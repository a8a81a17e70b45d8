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
  const candidates: readonly (readonly [string, string | null | undefined])[] = [
    ["json-ld", jsonLd],
    ["meta", meta(...META_NAMES)],
    [
      "microdata",
      microdata?.getAttribute("content") ?? microdata?.getAttribute("datetime") ?? microdata?.textContent,
    ],
    ["time-element", time?.getAttribute("datetime")],
    ["url", url === undefined ? undefined : dayInUrl(url)],
  ];
  for (const [publishedEvidence, value] of candidates) {
    const day = value ? writtenDay(value) : undefined;
    if (day !== undefined) return { published: day, publishedEvidence };
  }
  const day = visibleDay(document);
  return day === undefined ? {} : { published: day, publishedEvidence: "visible-text" };
}

/** The first line that is nothing but a date, in an element that calls itself one. */
function visibleDay(document: PageDocument): string | undefined {
  const marked = document.querySelectorAll(
    '[class*="date"],[class*="Date"],[class*="publish"],[class*="posted"],[class*="time"],[id*="date"],time',
  );
  for (const element of marked) {
    const words = (element.textContent ?? "").replace(/\s+/g, " ").trim();
    if (words === "" || words.length > LONGEST_LINE || OTHER_DAY.test(words)) continue;
    const day = writtenDay(
      words.replace(
        /^(?:(?:first |originally )?(?:published|posted|issued)(?: on| at)?|date|on|by [^,|]{3,40}[,|])\s*:?\s*/i,
        "",
      ),
    );
    if (day !== undefined) return day;
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
