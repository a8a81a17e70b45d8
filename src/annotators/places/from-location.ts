import { candidatesOf, hasParts } from "./candidates.ts";
import { ABBREVIATED } from "./frames.ts";
import { type FoundName, named, type Reading, wordsOf } from "./reading.ts";

/** "City of London", "State of Palestine": the rank before the name. */
const RANK_BEFORE =
  /^(?:the\s+)?(?:city|town|village|state|province|region|district|county|republic|kingdom|island|islands|municipality|department|governorate)\s+of\s+(?:the\s+)?/i;
/** The place or places that a stretch tagged as one location names. */
export function fromLocation(first: number, last: number, reading: Reading): readonly FoundName[] {
  const { tokens, knowledge, cues } = reading;
  const name = wordsOf(reading, first, last);
  if (knowledge.countries.demonym(name) !== undefined && knowledge.countries.byName(name) === undefined) {
    return [];
  }
  const isOneSentence = tokens[last]?.sentence === tokens[first]!.sentence;
  if (isOneSentence && tokens[last]!.upos === "PROPN" && !isEntityStart(last, reading)) {
    const grown = named(first, last + 1, wordsOf(reading, first, last + 1), reading);
    if (grown.candidates.length > 0) return [grown];
  }
  const whole = named(first, last, name, reading);
  if (whole.candidates.length > 0) return [whole];
  for (let index = first; index < last; index += 1) {
    if (tokens[index]!.text !== "," && tokens[index]!.text !== "/") continue;
    if (index === first || index === last - 1) continue;
    return [...fromLocation(first, index, reading), ...fromLocation(index + 1, last, reading)];
  }
  const ranked = withoutRank(first, last, name, reading);
  if (ranked !== undefined) return [ranked];
  // "Syrian capital Damascus": the name is what is left.
  const noun = lastCommonNoun(first, last, reading);
  if (noun >= 0) {
    const inner = fromLocation(noun + 1, last, reading);
    if (inner.some((place) => place.candidates.length > 0)) return inner;
  }
  // "Northern Mali": the word before is read with the frame. "East Bank", "West Wing" are names as a whole.
  const isCompass =
    cues.is(tokens[first]!.lemma, "compass") || ABBREVIATED[tokens[first]!.text] !== undefined;
  if (last - first > 1 && isCompass) {
    const inner = fromLocation(first + 1, last, reading);
    const isPart = /^\p{Ll}/u.test(tokens[first]!.text);
    if (inner.some((place) => isPart || hasParts(place.candidates))) return inner;
  }
  // "Des Moines metro", "with Mexico": words that are no part of the name.
  const isPlain = (index: number): boolean => /^\p{Ll}+$/u.test(tokens[index]!.text);
  const isTail = last - first > 1 && isPlain(last - 1) && !cues.is(tokens[last - 1]!.lemma, "site-noun");
  const isLead = last - first > 1 && isPlain(first) && tokens[first]!.upos === "ADP";
  if (isTail || isLead) {
    const inner = fromLocation(isLead ? first + 1 : first, isTail ? last - 1 : last, reading);
    if (inner.some((place) => place.candidates.length > 0)) return inner;
  }
  const site = namedAfter(first, last, reading);
  return [site ?? whole];
}

/** "St. Cloud Hospital", "Mogadishu International Airport": the longest place name it starts with. */
function namedAfter(first: number, last: number, reading: Reading): FoundName | undefined {
  const { tokens, knowledge, cues } = reading;
  if (!cues.is(tokens[last - 1]!.lemma, "site-noun", "building-noun")) return undefined;
  for (let end = last - 1; end > first; end -= 1) {
    const inner = named(first, end, wordsOf(reading, first, end), reading);
    if (inner.candidates.length === 0) continue;
    return knowledge.countries.byName(inner.name) === undefined
      ? { ...inner, site: { first, last } }
      : undefined;
  }
  return undefined;
}

function lastCommonNoun(first: number, last: number, reading: Reading): number {
  for (let index = last - 2; index >= first; index -= 1) {
    const { lemma, text } = reading.tokens[index]!;
    if (/^\p{Ll}{4,}/u.test(text) && !reading.cues.is(lemma, "compass")) return index;
  }
  return -1;
}

function isEntityStart(index: number, reading: Reading): boolean {
  return reading.entities.some((entity) => entity.first <= index && index < entity.last);
}

function withoutRank(first: number, last: number, name: string, reading: Reading): FoundName | undefined {
  const { tokens, knowledge, cues } = reading;
  const before = RANK_BEFORE.exec(name);
  if (before !== null) {
    const bare = name.slice(before[0].length);
    const candidates = candidatesOf(bare, knowledge);
    const wants = /^(?:the\s+)?(?:city|town|village|municipality)/i.test(name) ? "town" : "area";
    if (candidates.length > 0) return { first, last, name: bare, candidates, tagged: true, wants };
  }
  const after = tokens[last - 1]!.lemma;
  if (last - first < 2 || !cues.is(after, "rank-noun", "town-noun")) return undefined;
  const bare = wordsOf(reading, first, last - 1);
  const wants = cues.is(after, "town-noun") ? "town" : "area";
  const candidates = candidatesOf(bare, knowledge);
  return candidates.length === 0 ? undefined : { first, last, name: bare, candidates, tagged: true, wants };
}
