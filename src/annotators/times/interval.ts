import { Temporal } from "temporal-polyfill";
import type { UnknownReason } from "../../record/cell.ts";
import type { Anchor, Precision } from "../../record/time.ts";

export type Day = Temporal.PlainDate;

/** What a rule makes of an expression. */
export interface Meaning {
  readonly type: "DATE" | "TIME" | "DURATION" | "SET";
  readonly value: string;
  readonly mod?: string;
  /** Of a SET: EVERY, EACH, and how often ("2X"). */
  readonly quant?: string;
  readonly freq?: string;
  readonly anchor: Anchor;
  readonly from?: Day;
  readonly to?: Day;
  readonly precision?: Precision;
  readonly approximate?: boolean;
  readonly unknown?: UnknownReason;
}

export function day(year: number, month: number, date: number): Day | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day: date }, { overflow: "reject" });
  } catch {
    return undefined;
  }
}

export function parseDay(iso: string): Day | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return found === null ? undefined : day(Number(found[1]), Number(found[2]), Number(found[3]));
}

export function ofDay(date: Day, anchor: Anchor): Meaning {
  return { type: "DATE", value: date.toString(), anchor, from: date, to: date, precision: "day" };
}

/** Monday to Sunday of the week that holds the day. */
export function ofWeek(date: Day, anchor: Anchor): Meaning {
  const from = date.subtract({ days: date.dayOfWeek - 1 });
  const week = `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, "0")}`;
  return { type: "DATE", value: week, anchor, from, to: from.add({ days: 6 }), precision: "week" };
}

export function ofWeekend(date: Day, anchor: Anchor): Meaning {
  const week = ofWeek(date, anchor);
  return { ...week, value: `${week.value}-WE`, from: week.from!.add({ days: 5 }), precision: "day" };
}

export function ofMonth(year: number, month: number, anchor: Anchor): Meaning {
  const from = Temporal.PlainDate.from({ year, month, day: 1 });
  return {
    type: "DATE",
    value: from.toString().slice(0, 7),
    anchor,
    from,
    to: from.add({ months: 1 }).subtract({ days: 1 }),
    precision: "month",
  };
}

export function ofYear(year: number, anchor: Anchor): Meaning {
  const from = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  return {
    type: "DATE",
    value: String(year).padStart(4, "0"),
    anchor,
    from,
    to: from.add({ years: 1 }).subtract({ days: 1 }),
    precision: "year",
  };
}

export function ofDecade(year: number, anchor: Anchor): Meaning {
  const from = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  return {
    type: "DATE",
    value: String(year / 10),
    anchor,
    from,
    to: from.add({ years: 10 }).subtract({ days: 1 }),
    precision: "decade",
  };
}

/** Three months from the season's first. */
export function ofSeason(year: number, month: number, code: string, anchor: Anchor): Meaning {
  const from = Temporal.PlainDate.from({ year, month, day: 1 });
  return {
    type: "DATE",
    value: `${year}-${code}`,
    anchor,
    from,
    to: from.add({ months: 3 }).subtract({ days: 1 }),
    precision: "season",
  };
}

/** A relative expression in a report whose date nobody knows. */
export function unknownDate(value: string, type: Meaning["type"] = "DATE"): Meaning {
  return { type, value, anchor: "published", unknown: "relative-to-unknown-date" };
}
