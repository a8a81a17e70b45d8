import type { Meaning } from "./interval.ts";
import { ofDayPart } from "./interval-parts.ts";

/** An expression found in a sentence: offsets inside it, and what it means. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly meaning: Meaning;
  readonly rule: string;
  /** What TIMEX3 would mark, where this is a stretch written as two times. */
  readonly parts?: readonly Part[];
}

export interface Part {
  readonly start: number;
  readonly end: number;
  readonly meaning: Meaning;
}

/** "between Friday and Sunday", "from March to June 2021": two neighbours that make one stretch. */
export function withRanges(text: string, found: readonly Found[]): readonly Found[] {
  const joined: Found[] = [];
  for (const one of found) {
    const last = joined.at(-1);
    const range = last === undefined ? undefined : rangeOf(text, last, one);
    if (range === undefined) joined.push(one);
    else joined[joined.length - 1] = range;
  }
  return joined;
}

function rangeOf(text: string, first: Found, last: Found): Found | undefined {
  if (first.parts !== undefined || last.parts !== undefined) return undefined;
  const night = nightInto(text, first, last);
  if (night !== undefined) return night;
  const before = text.slice(Math.max(0, first.start - 12), first.start);
  const between = text.slice(first.end, last.start);
  const isRange =
    /^\s?-\s?$|^\s+through\s+$/.test(between) ||
    (/\bfrom\s+(?:the\s+)?$/i.test(before) && /^,?\s+(?:to|until|till|into|up\s+to)\s+$/i.test(between)) ||
    (/\bbetween\s+$/i.test(before) && /^\s+and\s+$/i.test(between)) ||
    (/^\s+and\s+$/i.test(between) && areDecades(first.meaning, last.meaning));
  const meaning = isRange ? stretchOf(first.meaning, last.meaning) : undefined;
  if (meaning === undefined) return undefined;
  const parts = [first, last].map(({ start, end, meaning: own }) => ({ start, end, meaning: own }));
  return { start: first.start, end: last.end, meaning, rule: "range", parts };
}

/** "Overnight into 9 August", "overnight to Saturday": the night that ends on that day. */
function nightInto(text: string, first: Found, last: Found): Found | undefined {
  const isNight = /^overnight$/i.test(text.slice(first.start, first.end));
  const { from, precision } = last.meaning;
  if (!isNight || from === undefined || precision !== "day") return undefined;
  if (!/^\s+(?:in)?to\s+$/i.test(text.slice(first.end, last.start))) return undefined;
  const night = ofDayPart(from.subtract({ days: 1 }), "NI", last.meaning.anchor);
  const parts = [first, last].map(({ start, end, meaning }) => ({ start, end, meaning }));
  return { start: first.start, end: last.end, meaning: { ...night, to: from }, rule: "night-into", parts };
}

/** "the 1970s and 1980s" is one stretch. */
function areDecades(first: Meaning, last: Meaning): boolean {
  if (first.precision !== "decade" || last.precision !== "decade") return false;
  return first.from !== undefined && last.from?.year === first.from.year + 10;
}

/** From the start of the one to the end of the other; undefined if they do not follow each other. */
export function stretchOf(first: Meaning, last: Meaning): Meaning | undefined {
  if (!isDated(first) || !isDated(last)) return undefined;
  const { from } = first;
  const { to } = last;
  if (first.unknown !== undefined && first.unknown === last.unknown)
    return { ...first, value: `${first.value}/${last.value}` };
  if (from === undefined || to === undefined || from.until(to).days < 0) return undefined;
  const approximate = (first.approximate ?? false) || (last.approximate ?? false);
  const { mod: _, ...rest } = first;
  return { ...rest, type: "DATE", value: `${first.value}/${last.value}`, from, to, approximate };
}

function isDated({ type, value }: Meaning): boolean {
  return (type === "DATE" || type === "TIME") && !value.endsWith("_REF");
}
