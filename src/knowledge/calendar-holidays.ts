import { Temporal } from "temporal-polyfill/full";
import { readTable } from "../text/table.ts";

/** First and last day (inclusive, ISO) of a named day or time of the year. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

export interface Holidays {
  /** All names, as printed. */
  readonly names: readonly string[];
  /** When a named day falls in a year of the common calendar; undefined: not at all in that year, or no such name. */
  readonly inYear: (name: string, year: number) => Stretch | undefined;
}

let loaded: Holidays | undefined;

export function loadHolidays(): Holidays {
  if (loaded !== undefined) return loaded;
  const rules = new Map<string, string>();
  for (const { cells } of readTable("src/knowledge/data/holidays.tsv"))
    for (const name of cells.names!.split("|")) rules.set(name.toLowerCase(), cells.rule!);
  loaded = {
    names: [...rules.keys()],
    inYear: (name, year) => {
      const rule = rules.get(plain(name));
      return rule === undefined ? undefined : stretchOf(rule, year);
    },
  };
  return loaded;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/’/g, "'").replace(/\s+/g, " ");
}

function stretchOf(rule: string, year: number): Stretch | undefined {
  const fixed = /^(\d\d-\d\d)$/.exec(rule);
  if (fixed !== null) return oneDay(`${String(year).padStart(4, "0")}-${fixed[1]}`);
  const easter = /^(easter|orthodox)([+-]\d+)$/.exec(rule);
  if (easter !== null) {
    const sunday = easter[1] === "easter" ? westernEaster(year) : orthodoxEaster(year);
    return oneDay(sunday.add({ days: Number(easter[2]) }).toString());
  }
  const nth = /^nth (\d\d) (-?\d) (\d)$/.exec(rule);
  if (nth !== null)
    return oneDay(nthWeekday(year, Number(nth[1]), Number(nth[2]), Number(nth[3])).toString());
  const other = /^(\S+) (M\d\d)(?:-(\d\d))?$/.exec(rule);
  if (other === null) return undefined;
  return inCalendar(other[1]!, other[2]!, other[3] === undefined ? undefined : Number(other[3]), year);
}

function oneDay(iso: string): Stretch {
  return { from: iso, to: iso };
}

/** A day or month of another calendar that begins in a year of ours; the first if there are two. */
function inCalendar(
  calendar: string,
  monthCode: string,
  day: number | undefined,
  year: number,
): Stretch | undefined {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 }).withCalendar(calendar).year;
  for (const own of [first, first + 1]) {
    const start = Temporal.PlainDate.from({ calendar, year: own, monthCode, day: day ?? 1 });
    const iso = start.withCalendar("iso8601");
    if (iso.year !== year) continue;
    const last = day === undefined ? start.with({ day: start.daysInMonth }).withCalendar("iso8601") : iso;
    return { from: iso.toString(), to: last.toString() };
  }
  return undefined;
}

function nthWeekday(year: number, month: number, nth: number, weekday: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  if (nth > 0) return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (nth - 1) });
  const last = first.with({ day: first.daysInMonth });
  return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 });
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
function westernEaster(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return Temporal.PlainDate.from({ year, month, day: ((h + l - 7 * m + 114) % 31) + 1 });
}

/** Easter Sunday of the Julian calendar (Meeus), thirteen days later in ours until 2099. */
function orthodoxEaster(year: number): Temporal.PlainDate {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const month = Math.floor((d + e + 114) / 31);
  const day = ((d + e + 114) % 31) + 1;
  return Temporal.PlainDate.from({ year, month, day }).add({ days: 13 });
}
