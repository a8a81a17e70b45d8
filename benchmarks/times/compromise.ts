import nlp from "compromise";
import dates from "compromise-dates";
import { isoWeek, PARTS, type Peer } from "./peers.ts";
import type { Timex } from "./read-corpus.ts";

interface Found {
  readonly text: string;
  readonly offset: { readonly start: number; readonly length: number };
  readonly dates?: { readonly start?: string | null; readonly unit?: string; readonly repeat?: unknown };
  readonly duration?: Readonly<Record<string, number>>;
}

interface View {
  dates(context: object): View;
  durations(): View;
  json(options: object): readonly Found[];
}

nlp.plugin(dates as never);
const LETTERS: Readonly<Record<string, string>> = {
  year: "Y",
  month: "M",
  week: "W",
  day: "D",
  hour: "H",
  minute: "M",
};

/** compromise with compromise-dates; it throws on some texts, which then have no times. */
export const compromise: Peer = (paragraph, published) => {
  try {
    const view = nlp(paragraph) as unknown as View;
    const found = view
      .dates({ today: published, timezone: "UTC" })
      .json({ offset: true })
      .map((one) => dated(one, published));
    const lengths = view.durations().json({ offset: true }).map(lasting);
    const free = lengths.filter((one) => !found.some((date) => date.start < one.end && one.start < date.end));
    return [...found, ...free].toSorted((a, b) => a.start - b.start);
  } catch {
    return [];
  }
};

function spanOf({ offset }: Found): { readonly start: number; readonly end: number } {
  return { start: offset.start, end: offset.start + offset.length };
}

function dated(found: Found, published: string): Timex {
  const { start, unit = "day", repeat } = found.dates ?? {};
  const span = spanOf(found);
  if (repeat !== undefined && /\bevery\b|\beach\b/i.test(found.text))
    return { ...span, type: "SET", value: "P1X" };
  if (start == null) return { ...span, type: "DATE", value: "" };
  let iso = start;
  const isWeekday = /day\b/i.test(found.text) && !/\d/.test(found.text);
  if (isWeekday && iso.slice(0, 10) > published) {
    const day = new Date(iso);
    day.setUTCDate(day.getUTCDate() - 7);
    iso = day.toISOString();
  }
  const part = PARTS.find(([pattern]) => pattern.test(found.text));
  if (part !== undefined) return { ...span, type: "TIME", value: `${iso.slice(0, 10)}T${part[1]}` };
  if (unit === "time" || unit === "hour") return { ...span, type: "TIME", value: iso.slice(0, 16) };
  const value =
    unit === "year"
      ? iso.slice(0, 4)
      : unit === "month"
        ? iso.slice(0, 7)
        : unit === "week"
          ? isoWeek(iso.slice(0, 10))
          : iso.slice(0, 10);
  return { ...span, type: "DATE", value };
}

function lasting(found: Found): Timex {
  const parts = Object.entries(found.duration ?? {}).filter(([, amount]) => amount > 0);
  const clock = parts.some(([unit]) => unit === "hour" || unit === "minute");
  const value = `P${clock ? "T" : ""}${parts.map(([unit, amount]) => `${amount}${LETTERS[unit] ?? ""}`).join("")}`;
  return { ...spanOf(found), type: "DURATION", value };
}
