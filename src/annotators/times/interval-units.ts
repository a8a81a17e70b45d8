import { Temporal } from "temporal-polyfill";
import { SEASONS } from "../../knowledge/calendar.ts";
import type { Anchor } from "../../record/time.ts";
import { type Day, type Meaning, ofDay, ofDecade, ofMonth, ofSeason, ofWeek, ofYear } from "./interval.ts";

/** The calendar unit that lies some steps from the one around a day; undefined for a word that is no such unit. */
export function ofUnit(base: Day, unit: string, steps: number, anchor: Anchor): Meaning | undefined {
  switch (unit) {
    case "day":
    case "night":
      return ofDay(base.add({ days: steps }), anchor);
    case "week":
      return ofWeek(base.add({ weeks: steps }), anchor);
    case "fortnight":
      return ofWeek(base.add({ weeks: 2 * steps }), anchor);
    case "month": {
      const date = base.add({ months: steps });
      return ofMonth(date.year, date.month, anchor);
    }
    case "quarter": {
      const date = base.add({ months: 3 * steps });
      return ofQuarter(date.year, Math.ceil(date.month / 3), anchor);
    }
    case "year":
      return ofYear(base.year + steps, anchor);
    case "decade":
      return ofDecade(Math.floor(base.year / 10) * 10 + steps * 10, anchor);
    case "century":
    case "centurie":
      return ofCentury(Math.floor(base.year / 100) + 1 + steps, anchor);
    default: {
      const season = SEASONS[unit];
      return season === undefined
        ? undefined
        : ofSeason(base.year + steps, season.month, season.code, anchor);
    }
  }
}

export function ofQuarter(year: number, quarter: number, anchor: Anchor): Meaning {
  return ofSeason(year, quarter * 3 - 2, `Q${quarter}`, anchor);
}

export function ofHalf(year: number, half: number, anchor: Anchor): Meaning {
  const meaning = ofSeason(year, half * 6 - 5, `H${half}`, anchor);
  return { ...meaning, to: meaning.from!.add({ months: 6 }).subtract({ days: 1 }) };
}

/** The 19th century is 1800 to 1899 here, as its TIMEX3 value (18) says. */
export function ofCentury(ordinal: number, anchor: Anchor): Meaning {
  const from = Temporal.PlainDate.from({ year: (ordinal - 1) * 100, month: 1, day: 1 });
  const value = String(ordinal - 1).padStart(2, "0");
  return {
    type: "DATE",
    value,
    anchor,
    from,
    to: from.add({ years: 100 }).subtract({ days: 1 }),
    precision: "decade",
    approximate: true,
  };
}

/** A year before Christ has no interval here: nothing that is coded happened in it. */
export function ofYearBefore(year: number): Meaning {
  return { type: "DATE", value: `BC${String(year).padStart(4, "0")}`, anchor: "explicit" };
}

/**
 * A fiscal or school year. Whose it is decides when it starts, so the interval is the calendar year it is named after,
 * or both of the years that name it, and approximate.
 */
export function ofFiscalYear(year: number, first = year): Meaning {
  const meaning = ofYear(year, "explicit");
  return { ...meaning, value: `FY${year}`, from: ofYear(first, "explicit").from!, approximate: true };
}

/** The stretch of some units up to a day (negative amounts) or from it on. */
export function stretch(base: Day, unit: string, amount: number): Pick<Meaning, "from" | "to" | "precision"> {
  const precision = /second|minute|hour|day|night/.test(unit)
    ? "day"
    : unit === "week" || unit === "fortnight"
      ? "week"
      : unit === "month" || unit === "quarter"
        ? "month"
        : "year";
  const steps: Readonly<Record<string, Temporal.DurationLike>> = {
    hour: { days: Math.trunc(amount / 24) },
    day: { days: amount },
    night: { days: amount },
    week: { weeks: amount },
    fortnight: { weeks: 2 * amount },
    month: { months: amount },
    quarter: { months: 3 * amount },
    year: { years: clamp(amount) },
    decade: { years: clamp(amount * 10) },
    century: { years: clamp(amount * 100) },
  };
  const other = base.add(steps[unit] ?? { days: 0 });
  return amount < 0 ? { from: other, to: base, precision } : { from: base, to: other, precision };
}

function clamp(years: number): number {
  return Math.sign(years) * Math.min(Math.abs(Math.round(years)), 1000);
}
