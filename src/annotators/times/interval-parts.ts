import type { Anchor } from "../../record/time.ts";
import { type Day, type Meaning, ofDay } from "./interval.ts";

/** A morning, afternoon, evening or night of a day; a night ends on the next day, but is dated by its first. */
export function ofDayPart(date: Day, code: string, anchor: Anchor): Meaning {
  return { ...ofDay(date, anchor), type: "TIME", value: `${date}T${code}`, precision: "part-of-day" };
}

/** The early, middle or late part of a longer interval: an approximate third of it. */
export function partOf(meaning: Meaning, mod: "START" | "MID" | "END"): Meaning {
  if (meaning.from === undefined || meaning.to === undefined) return { ...meaning, mod };
  const days = meaning.from.until(meaning.to).days + 1;
  if (days < 3) return { ...meaning, mod };
  const third = Math.floor(days / 3);
  const from =
    mod === "START"
      ? meaning.from
      : mod === "MID"
        ? meaning.from.add({ days: third })
        : meaning.to.subtract({ days: third - 1 });
  const to =
    mod === "START"
      ? meaning.from.add({ days: third - 1 })
      : mod === "MID"
        ? meaning.from.add({ days: 2 * third - 1 })
        : meaning.to;
  return { ...meaning, mod, from, to, approximate: true };
}
