import { Temporal } from "temporal-polyfill";
import type { GoldText, Timex } from "./read-corpus.ts";

/** A library behind our terms: the time expressions of one paragraph written on a day. */
export type Peer = (paragraph: string, published: string) => readonly Timex[];

/** One paragraph at a time: recognizers-text loses whole stretches of longer texts, the others do not care. */
export function byParagraph(peer: Peer, { text, published }: GoldText): readonly Timex[] {
  return [...text.matchAll(/[^\n]+/g)].flatMap((match) =>
    peer(match[0], published).map((timex) => bare(text, shifted(timex, match.index))),
  );
}

/** The latest of several readings that does not lie after the day of writing: reports tell what was. */
export function latestPast<Candidate>(
  candidates: readonly Candidate[],
  dateOf: (candidate: Candidate) => string | undefined,
  published: string,
): Candidate | undefined {
  const past = candidates.filter((one) => (dateOf(one) ?? "9") <= published);
  return past.toSorted((a, b) => dateOf(a)!.localeCompare(dateOf(b)!)).at(-1) ?? candidates[0];
}

export function isoWeek(date: string): string {
  const day = Temporal.PlainDate.from(date);
  return `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, "0")}`;
}

export const PARTS: readonly (readonly [RegExp, string])[] = [
  [/\bmorning\b/i, "MO"],
  [/\bafternoon\b/i, "AF"],
  [/\bevening\b/i, "EV"],
  [/\b(?:night|tonight|overnight)\b/i, "NI"],
];

function shifted(timex: Timex, by: number): Timex {
  return { ...timex, start: timex.start + by, end: timex.end + by };
}

/** Without the prepositions and stops that TIMEX3 leaves outside. */
function bare(text: string, timex: Timex): Timex {
  const words = text.slice(timex.start, timex.end);
  const lead =
    /^(?:[\s,(]|(?:on|in|at|by|from|since|until|till|before|after|during|for|over|between|within|through|of|to)\b)+/i.exec(
      words,
    )?.[0].length ?? 0;
  const tail = /[\s,;:)!?]+$|(?<!\b[A-Za-z])\.$|[’']s?$/.exec(words)?.[0].length ?? 0;
  return { ...timex, start: timex.start + lead, end: Math.max(timex.start + lead + 1, timex.end - tail) };
}
