import { Temporal } from "temporal-polyfill/full";
import { readTable } from "../text/table.ts";

/** Months of calendars other than the common one, by their English names. */
export interface OtherCalendars {
  readonly names: readonly string[];
  /** First and last ISO day of a month, or the day itself; undefined if there is no such day or name. */
  readonly toIso: (
    name: string,
    year: number,
    day: number | undefined,
  ) => { readonly from: string; readonly to: string } | undefined;
  /** The year of the month's calendar on an ISO day. */
  readonly yearOn: (name: string, isoDay: string) => number | undefined;
}

let loaded: OtherCalendars | undefined;

export function loadOtherCalendars(): OtherCalendars {
  if (loaded !== undefined) return loaded;
  const months = new Map<string, { readonly calendar: string; readonly month: number }>();
  for (const { cells } of readTable("src/knowledge/data/calendar-months.tsv"))
    for (const name of cells.names!.split("|"))
      months.set(name.toLowerCase(), { calendar: cells.calendar!, month: Number(cells.number) });
  const find = (name: string): { readonly calendar: string; readonly month: number } | undefined =>
    months.get(name.toLowerCase().replace(/’/g, "'").replace(/\s+/g, " "));
  loaded = {
    names: [...months.keys()],
    toIso: (name, year, day) => {
      const found = find(name);
      if (found === undefined) return undefined;
      const first = Temporal.PlainDate.from({ ...found, year, day: 1 });
      if (day !== undefined && day > first.daysInMonth) return undefined;
      const iso = (date: Temporal.PlainDate): string => date.withCalendar("iso8601").toString();
      return day === undefined
        ? { from: iso(first), to: iso(first.with({ day: first.daysInMonth })) }
        : { from: iso(first.with({ day })), to: iso(first.with({ day })) };
    },
    yearOn: (name, isoDay) => {
      const found = find(name);
      return found === undefined
        ? undefined
        : Temporal.PlainDate.from(isoDay).withCalendar(found.calendar).year;
    },
  };
  return loaded;
}
