import { numberValue } from "../../knowledge/calendar.ts";
import { type Day, type Meaning, ofDay, unknownDate } from "./interval.ts";
import { ofQuarter, ofUnit } from "./interval-units.ts";
import { boundedDate } from "./modifiers.ts";
import { BOUND, COUNT, UNIT } from "./patterns.ts";
import type { Rule } from "./rule.ts";

/** Times counted from the publication ("two weeks ago") or from a time told before ("nine months later"). */
export const COUNT_RULES: readonly Rule[] = [
  {
    id: "counted-from-story",
    pattern: `${BOUND}(?:(?<count>${COUNT})\\s+)?(?:more\\s+|full\\s+)?(?<unit>${UNIT})s?\\s+(?<way>earlier|later|before\\s+that|after\\s+that|(?:before|after)(?=[,.;])|afterwards?|previously|hence|on(?=[,.]))`,
    resolve: ({ bound, count, unit, way }, context) => {
      const isFine = /day|night|hour|minute|week/i.test(unit!);
      const base = (isFine ? context.mentionedDay : undefined) ?? context.mentioned;
      const isLater = /later|after|hence|on/i.test(way!);
      // Without a time told before, a report compares with its own day ("a year earlier"); "a day earlier" and "nine
      // months later" count from what it has just told, and that has no date.
      if (base?.from === undefined && context.published !== undefined && (isFine || isLater))
        return { type: "DATE", value: "XXXX", anchor: "event", unknown: "relative-to-undated-event" };
      const start = base?.from ?? context.published;
      // "compared with a year earlier": of a quarter, the same quarter.
      if (/^year$/i.test(unit!) && /-Q\d$/.test(base?.value ?? "") && /^an?$|^one$/i.test(count ?? "")) {
        const year = start!.year + (isLater ? 1 : -1);
        return boundedDate(ofQuarter(year, Math.ceil(start!.month / 3), "mentioned-date"), bound, !isLater);
      }
      return boundedDate(
        counted(
          start,
          count,
          unit!,
          isLater ? 1 : -1,
          base === undefined ? "published" : "event",
          isFine && base?.precision !== undefined && /month|year|decade|season/.test(base.precision),
        ),
        bound,
        !isLater,
      );
    },
  },
  {
    id: "counted-back",
    pattern: `${BOUND}(?:(?<count>${COUNT})\\s+)?(?<unit>${UNIT})s?(?:\\s+or\\s+(?:so|more))?\\s+(?:ago|back(?=[,.]))`,
    resolve: ({ bound, count, unit }, context) =>
      boundedDate(counted(context.published, count, unit!, -1, "published"), bound, true),
  },
  {
    id: "counted-ahead",
    pattern: `${BOUND}(?<count>${COUNT})\\s+(?<unit>${UNIT})s?\\s+from\\s+(?:now|today)`,
    resolve: ({ bound, count, unit }, context) =>
      boundedDate(counted(context.published, count, unit!, 1, "published"), bound, false),
  },
  {
    id: "long-ago",
    pattern: "long\\s+ago|a\\s+long\\s+time\\s+ago|some\\s+time\\s+ago|not\\s+long\\s+ago",
    resolve: () => ({ type: "DATE", value: "PAST_REF", anchor: "published" }),
  },
];

/** "a few days later" fixes no day: three of the unit, approximately, and no date in the value. */
function counted(
  base: Day | undefined,
  count: string | undefined,
  unit: string,
  direction: 1 | -1,
  anchor: Meaning["anchor"],
  isLoose = false,
): Meaning {
  const name = unit.toLowerCase();
  const isVague = count === undefined || /few|several|couple|dozens|hundreds/i.test(count);
  const amount = isVague ? 3 : (numberValue(count) ?? 1);
  if (/second|minute|hour/.test(name))
    return withinTheDay(base, name, isVague ? undefined : amount, direction, anchor);
  const vagueValue = direction === 1 ? "FUTURE_REF" : "PAST_REF";
  if (base === undefined) return unknownDate(isVague ? vagueValue : name === "week" ? "XXXX-WXX" : "XXXX");
  const meaning =
    isLoose && /day|night/.test(name)
      ? ofUnit(base, "month", 0, anchor)
      : ofUnit(base, name, direction * amount, anchor);
  if (meaning === undefined) return unknownDate(vagueValue);
  if (!isVague) return isLoose ? { ...meaning, approximate: true } : meaning;
  return { ...meaning, value: vagueValue, approximate: true };
}

function withinTheDay(
  base: Day | undefined,
  unit: string,
  amount: number | undefined,
  direction: 1 | -1,
  anchor: Meaning["anchor"],
): Meaning {
  if (base === undefined) return unknownDate("XXXX-XX-XXTXX", "TIME");
  const days = /hour/.test(unit) ? Math.trunc((amount ?? 0) / 24) : 0;
  const date = base.add({ days: direction * days });
  return { ...ofDay(date, anchor), type: "TIME", value: `${date}TXX`, approximate: true };
}
