import { TOKENS, type Token } from "../../language/layers.ts";
import { type Document, read } from "../../text/document.ts";
import { bySpan, overlaps, type Span } from "../../text/span.ts";
import { type NamedPlace, ORIGINS, PLACES, type PlaceMention } from "./layer.ts";

/** A name as corpora of toponyms mark it, with the point that they measure distances to. */
export interface Toponym extends Span, Partial<Pick<NamedPlace, "geonames" | "country" | "lat" | "lon">> {
  readonly name: string;
  readonly kind: NamedPlace["kind"];
  /** It stands for a government or people. */
  readonly metonym: boolean;
  /** It is a word of origin: "Malian". */
  readonly adjective: boolean;
  /** 0-1. */
  readonly confidence: number;
}

const ORIGIN_CONFIDENCE = 0.9;

/**
 * The names in a report's places, bare of the words around ("Mali" of "northern Mali"), and the adjectives of
 * origin. Names that nobody knows have no point and are left out.
 */
export function toponymsOf(document: Document): readonly Toponym[] {
  const tokens = read(document, TOKENS);
  const places = read(document, PLACES);
  const names = places.flatMap((mention) => nameOf(mention, tokens));
  const origins = read(document, ORIGINS)
    .filter((origin) => !places.some((place) => overlaps(place, origin)))
    .map(({ start, end, named, adjective }) => ({
      start,
      end,
      ...named,
      metonym: false,
      adjective,
      confidence: ORIGIN_CONFIDENCE,
    }));
  return [...names, ...origins].sort(bySpan);
}

function nameOf(mention: PlaceMention, tokens: readonly Token[]): readonly Toponym[] {
  const { metonym, confidence, named } = mention;
  if (named === undefined || mention.nominal === true) return [];
  const { first, last } = bare(mention.core ?? mention, tokens);
  const span = { start: tokens[first]!.start, end: tokens[last - 1]!.end };
  return [{ ...span, ...named, metonym, adjective: false, confidence }];
}

/** The capitalised words: without "the", "in", "'s", "airport". */
function bare(words: Words, tokens: readonly Token[]): Words {
  const isAround = (at: number): boolean =>
    !/[\p{Lu}\p{N}]/u.test(tokens[at]!.text) && tokens[at]!.text !== ".";
  let { first, last } = words;
  // "de Gaulle", "al-Hol": a short word may start a name.
  const isLead = (at: number): boolean =>
    isAround(at) && (tokens[at]!.text.length > 3 || ["DET", "ADP", "PUNCT"].includes(tokens[at]!.upos));
  while (first < last - 1 && isLead(first)) first += 1;
  while (last > first + 1 && isAround(last - 1)) last -= 1;
  return { first, last };
}

interface Words {
  readonly first: number;
  readonly last: number;
}
