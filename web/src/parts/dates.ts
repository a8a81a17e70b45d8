import type { Precision } from "../../../src/record/time.ts";

export interface DatedInterval {
  readonly from: string;
  readonly to: string;
  readonly precision: Precision;
}

const DAY: Intl.DateTimeFormatOptions = { weekday: "short", day: "numeric", month: "short", year: "numeric" };
const MOMENT: Intl.DateTimeFormatOptions = { ...DAY, hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

/** How a date of a precision is written: as fine as the text was and no finer. */
const WRITTEN: Readonly<Record<Precision, Intl.DateTimeFormatOptions>> = {
  minute: MOMENT,
  hour: MOMENT,
  "part-of-day": MOMENT,
  day: DAY,
  week: DAY,
  month: { month: "long", year: "numeric" },
  season: { month: "short", year: "numeric" },
  year: { year: "numeric" },
  decade: { year: "numeric" },
};

/** An interval in the words of a language. Times of day are those of the place, as the report has them. */
export function formatTime({ from, to, precision }: DatedInterval, language: string): string {
  const format = formatOf(
    from.length === 10 && WRITTEN[precision] === MOMENT ? DAY : WRITTEN[precision],
    language,
  );
  const [start, end] = [wallClock(from), wallClock(to)];
  if (start === undefined || end === undefined) return from;
  return start.getTime() === end.getTime() ? format.format(start) : format.formatRange(start, end);
}

/** A calendar day, as "2026-05-04" or the day of an instant. */
export function formatDay(iso: string, language: string): string {
  const day = wallClock(iso.slice(0, 10));
  return day === undefined ? iso : formatOf(DAY, language).format(day);
}

/** "2026-05-01/2026-05-31" as the stretch that it is: a whole month or year by its name, else from when to when. */
export function formatStretch(value: string, language: string): string {
  const [from = "", to = from] = value.split("/");
  return formatTime({ from, to, precision: precisionOf(from, to) }, language);
}

function precisionOf(from: string, to: string): Precision {
  const [start, end] = [wallClock(from), wallClock(to)];
  if (start === undefined || end === undefined || from.length > 10)
    return from.length > 10 ? "minute" : "day";
  const next = new Date(end.getTime() + 86_400_000);
  if (start.getUTCDate() !== 1 || next.getUTCDate() !== 1) return "day";
  return start.getUTCMonth() === 0 && next.getUTCMonth() === 0 ? "year" : "month";
}

/** A moment of our own doing (a review, an import) in the reader's zone. */
export function formatMoment(iso: string, language: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  return new Intl.DateTimeFormat(regional(language), { dateStyle: "medium", timeStyle: "short" }).format(
    moment,
  );
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** English of the desk is not that of one country: the day stands before the month, as in the reports of most. */
const regional = (language: string): string => (language === "en" ? "en-GB" : language);

function formatOf(options: Intl.DateTimeFormatOptions, language: string): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known =
    formats.get(key) ?? new Intl.DateTimeFormat(regional(language), { ...options, timeZone: "UTC" });
  formats.set(key, known);
  return known;
}

/** The reading of the clock where it happened, whatever its zone: the zone is cut off and the rest read as UTC. */
function wallClock(iso: string): Date | undefined {
  const read = iso.length === 10 ? `${iso}T00:00:00Z` : iso.replace(/(?:Z|[+-]\d\d:?\d\d)?(?:\[.*\])?$/, "Z");
  const date = new Date(read);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
