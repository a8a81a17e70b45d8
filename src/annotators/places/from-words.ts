import type { Entity, Sentence, Token } from "../../language/layers.ts";
import { relation } from "../../language/tree.ts";
import { type Candidate, candidatesOf } from "./candidates.ts";
import {
  type FoundName,
  isCalledTown,
  isLocated,
  isNumbered,
  named,
  type Reading,
  wordsOf,
} from "./reading.ts";

const LONGEST_NAME = 6;
/** A town below this is not believed without a name tag or a preposition of place. */
const WELL_KNOWN_PRIOR = 5.8;

/** Names that the model has left untagged: countries anywhere, other places where the words around speak for it. */
export function fromWords(
  index: number,
  sentence: Sentence,
  starts: ReadonlyMap<number, Entity>,
  reading: Reading,
): FoundName | undefined {
  const { tokens, cues } = reading;
  if (!/^\p{Lu}/u.test(tokens[index]!.text) || isInsideName(index, sentence, reading)) return undefined;
  let limit = index;
  while (limit < sentence.last && limit < index + LONGEST_NAME && !starts.has(limit)) limit += 1;
  for (let last = limit; last > index; last -= 1) {
    const name = wordsOf(reading, index, last);
    if (!/[\p{L}.]$/u.test(name) || isProper(tokens[last], starts, last)) continue;
    if (!name.includes(" ") && cues.is(name.replace(/\.$/, ""), "not-alone", "calendar")) continue;
    if (isNumbered(last, reading)) continue;
    const candidates = candidatesOf(name, reading.knowledge);
    if (candidates.length === 0 && isCalledTown(index, last, reading))
      return { ...named(index, last, name, reading), tagged: false };
    if (candidates.length === 0 || !isBelieved(index, last, candidates, reading)) continue;
    return { ...named(index, last, name, reading), tagged: false };
  }
  return undefined;
}

function isBelieved(
  first: number,
  last: number,
  candidates: readonly Candidate[],
  reading: Reading,
): boolean {
  const { tokens } = reading;
  const listed = candidates.some((place) => place.knowledge.includes(".tsv:"));
  const onlyProper = tokens.slice(first, last).some((token) => token.upos === "PROPN");
  if (!onlyProper) return listed && last - first > 1;
  if (listed) return true;
  if (isLocated(first, last, reading)) return true;
  return candidates.some((place) => place.prior >= WELL_KNOWN_PRIOR);
}

/** A proper noun right before: the word is the end of a longer name ("Paul Paris"). */
function isInsideName(index: number, sentence: Sentence, reading: Reading): boolean {
  if (index === sentence.first) return false;
  const before = reading.tokens[index - 1]!;
  if (before.upos !== "PROPN") return false;
  const token = reading.tokens[index]!;
  return token.head === index - 1 || before.head === index || ["flat", "compound"].includes(relation(token));
}

function isProper(token: Token | undefined, starts: ReadonlyMap<number, Entity>, index: number): boolean {
  return token !== undefined && token.upos === "PROPN" && !starts.has(index);
}
