import { candidatesOf } from "./candidates.ts";
import { isCalledTown, isLocated, isNumbered, isPlaceObject, type Reading, wordsOf } from "./reading.ts";

/** What the model takes for a location and is none: "Monday", "the West", "CNN", "rural Malays". */
export function isNoPlace(first: number, last: number, reading: Reading): boolean {
  const { tokens, cues, knowledge, tree } = reading;
  const name = wordsOf(reading, first, last);
  const bare = name.replace(/\.$/, "");
  if (!/\p{Lu}/u.test(name) || cues.is(bare, "calendar", "compass")) return true;
  if (isOnlyOrigin(first, last, reading)) return true;
  if (isCalledTown(first, last, reading)) return false;
  const isKnown = knowledge.countries.byName(name) !== undefined || knowledge.regions.find(name).length > 0;
  if (isKnown) return isNumbered(last, reading);
  const startsSentence = first === reading.sentences[tokens[first]!.sentence]?.first;
  if (/^[\p{Lu}\d]{2,5}$/u.test(name) && !startsSentence) return true;
  if (/\.(?:com|cn|org|net)$/i.test(name)) return true;
  if (candidatesOf(name, knowledge).length > 0) return isNumbered(last, reading);
  const head = tokens[tree.headOf(first, last)]!;
  const hasPlaceNoun = tokens
    .slice(first, last)
    .some((token) =>
      cues.is(token.lemma, "land-noun", "water-noun", "rank-noun", "site-noun", "building-noun", "compass"),
    );
  if (hasPlaceNoun && last - first > 1) return false;
  if (/\d/.test(name) || head.xpos === "NNPS" || cues.is(bare, "geographic-noun")) return true;
  const isInPlace = isLocated(first, last, reading) || isPlaceObject(first, last, reading);
  return last - first === 1 && !isInPlace && !isListed(first, last, reading);
}

/** "Syrian Kurdish", "Afghan city": nothing in it is a name but words of origin. */
function isOnlyOrigin(first: number, last: number, { tokens, knowledge }: Reading): boolean {
  const names = tokens.slice(first, last).filter((token) => /^\p{Lu}/u.test(token.text));
  const isOrigin = names.every((token) => knowledge.countries.demonym(token.text)?.plural === false);
  return isOrigin && names.every((token) => knowledge.countries.byName(token.text) === undefined);
}

/** Beside a comma: an item of an address ("Umuanunu, Obinze") or a dateline. */
function isListed(first: number, last: number, reading: Reading): boolean {
  return reading.tokens[first - 1]?.text === "," || reading.tokens[last]?.text === ",";
}
