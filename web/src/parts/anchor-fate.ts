import type { Event } from "../../../src/record/event.ts";
import type { Quote, Span } from "../../../src/text/span.ts";
import { EVENT_FIELDS, type EventField, receiptOf } from "./receipts.ts";

/** What became of words in another text: they stand where they stood, elsewhere, or nowhere. */
export type Fate =
  | { readonly is: "held" }
  | { readonly is: "moved"; readonly to: Span }
  | { readonly is: "lost" };

/** Letters on either side by which a place is known again. */
const AROUND = 24;
/** So many of them must be the same; words as long as this are known by themselves. */
const LEAST = 6;
const LONG = 16;

/** Words of a text, looked for in another one. Moved is said only where what stands around them came along. */
export function fateOf({ start, end, text: words }: Quote, before: string, after: string): Fate {
  if (after.slice(start, end) === words && contextAt(before, start, after, start, words.length) >= LEAST)
    return { is: "held" };
  const places = placesOf(words, after).map((at) => ({
    at,
    known: contextAt(before, start, after, at, words.length),
  }));
  const [best] = places.sort((a, b) => b.known - a.known || Math.abs(a.at - start) - Math.abs(b.at - start));
  const isKnown = best && (best.known >= LEAST || (words.length >= LONG && places.length === 1));
  if (!isKnown) return { is: "lost" };
  if (best.at === start) return { is: "held" };
  return { is: "moved", to: { start: best.at, end: best.at + words.length } };
}

function placesOf(words: string, text: string): readonly number[] {
  if (words === "") return [];
  const found: number[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}

/** How many letters around the words are the same in both texts; where a text ends, the end counts as one that is known. */
function contextAt(before: string, from: number, after: string, at: number, length: number): number {
  const left = sameLetters((step) => [before[from - step], after[at - step]]);
  const right = sameLetters((step) => [before[from + length - 1 + step], after[at + length - 1 + step]]);
  return left + right;
}

function sameLetters(pair: (step: number) => readonly [string | undefined, string | undefined]): number {
  for (let step = 1; step <= AROUND; step += 1) {
    const [one, other] = pair(step);
    if (one !== other) return step - 1;
    if (one === undefined) return AROUND;
  }
  return AROUND;
}

export interface AnchorFate {
  readonly event: Event;
  readonly field: EventField;
  readonly quote: Quote;
  readonly fate: Fate;
}

/** The words of all events of one text in another, each once, in the order of the text. */
export function fatesOf(events: readonly Event[], before: string, after: string): readonly AnchorFate[] {
  const seen = new Set<string>();
  return events
    .flatMap((event) =>
      EVENT_FIELDS.flatMap((field) => receiptOf(event, field).map((quote) => ({ event, field, quote }))),
    )
    .filter(({ quote: { start, end } }) => {
      const isNew = !seen.has(`${start} ${end}`);
      seen.add(`${start} ${end}`);
      return isNew;
    })
    .map((anchor) => ({ ...anchor, fate: fateOf(anchor.quote, before, after) }))
    .sort((a, b) => a.quote.start - b.quote.start);
}
