import { monthOf, writtenDay } from "./dates.ts";
import type { PageDocument, PageElement } from "./html-header.ts";
import { BYLINES, firstDay, isPlaceholder, loneDay, visibleDay } from "./shown-day.ts";
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
/** Metas that are written for readers, with the outlet's own clock. */
const LOCAL_META_NAMES = ["article_date_original", "pdate"];
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
    const own = isLocal(value!) ? undefined : ownDay(value!, day, written, shownDays(document, time, meta));
    if (own !== undefined) return { published: own.day, publishedEvidence: own.evidence };
    return { published: day, publishedEvidence };
  }
  const day = visibleDay(document) ?? loneDay(document);
  return day === undefined ? {} : { published: day, publishedEvidence: "visible-text" };
}

/** A day without a clock, or a clock with an offset of its own: what is given in UTC or without a zone may be a day off. */
function isLocal(value: string): boolean {
  const clock = /\d{1,2}:\d{2}/.test(value);
  return !clock || /[+-](?!00:?00)\d{2}:?\d{2}$|\b[A-Z]{2,4}T\b/.test(value.trim());
}

type Shown = readonly (readonly [evidence: string, day: string])[];

/** Where a page gives its readers the day in the outlet's own zone, the surest first. */
function shownDays(
  document: PageDocument,
  time: PageElement | null,
  meta: (...names: readonly string[]) => string | undefined,
): Shown {
  const days = [
    ["visible-text", time === null ? undefined : firstDay(time.textContent)],
    ["visible-text", visibleDay(document, BYLINES)],
    ["meta", writtenDay(meta(...LOCAL_META_NAMES) ?? "")],
  ] as const;
  return days.flatMap(([evidence, day]) => (day === undefined ? [] : [[evidence, day] as const]));
}

/**
 * The outlet's own day, if the page shows it: the day before or after the one that is written in another zone. In the
 * address it counts as well. A date elsewhere may be that of the visit.
 */
function ownDay(
  value: string,
  day: string,
  inAddress: string | undefined,
  shown: Shown,
): { readonly day: string; readonly evidence: string } | undefined {
  const isBeside = (other: string | undefined): other is string =>
    other !== undefined && other !== day && Math.abs(Date.parse(other) - Date.parse(day)) <= 86_400_000;
  const isUniversal = /(?:Z|[+-]00:?00)$/.test(value.trim());
  // Where no zone is written, what is given later is as likely an update.
  const isOwn = (other: string | undefined): other is string =>
    isBeside(other) && (isUniversal || other < day);
  if (isUniversal && isBeside(inAddress)) return { day: inAddress, evidence: "url" };
  const own = shown.find(([, other]) => isOwn(other));
  return own === undefined ? undefined : { day: own[1], evidence: own[0] };
}

function dayInUrl(url: string): string | undefined {
  const found =
    /\/(20\d{2})(?:[/-](\d{1,2})[/-](\d{1,2})|\/([a-z]{3})\/(\d{1,2})|(\d{2})\/?(\d{2}))(?=\/|-|$)/i.exec(
      url,
    );
  if (found === null) return undefined;
  const month = found[2] ?? found[6] ?? String(monthOf(found[4]!));
  return `${found[1]}-${month.padStart(2, "0")}-${(found[3] ?? found[5] ?? found[7])!.padStart(2, "0")}`;
}
