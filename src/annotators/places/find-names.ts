import type { Entity, Sentence, Token } from "../../language/layers.ts";
import { relation, type Tree } from "../../language/tree.ts";
import { type Candidate, candidatesOf, type PlaceKnowledge } from "./candidates.ts";
import type { Cues } from "./cues.ts";

const LONGEST_NAME = 6;
/** A place about the size of a city, for names that the model takes for something else. */
const TRUSTED_PRIOR = 4.8;
/** "City of London", "State of Palestine": the rank before the name. */
const RANK_BEFORE =
  /^(?:the\s+)?(?:city|town|village|state|province|region|district|county|republic|kingdom|island|islands|municipality|department|governorate)\s+of\s+(?:the\s+)?/i;
/** A town below this is not believed without a name tag or a preposition of place. */
const WELL_KNOWN_PRIOR = 5.8;

/** A stretch of words that names a place, with all the places it may mean. */
export interface FoundName {
  readonly first: number;
  readonly last: number;
  /** The words that were looked up. */
  readonly name: string;
  readonly candidates: readonly Candidate[];
  /** The names head of the language model calls it a location. */
  readonly tagged: boolean;
  /** A word of rank beside it says what is meant: "Donetsk region", "the city of Quebec". */
  readonly wants?: "area" | "town";
}

export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly entities: readonly Entity[];
  readonly tree: Tree;
  readonly knowledge: PlaceKnowledge;
  readonly cues: Cues;
}

/** All place names, in reading order, none inside another. */
export function findNames(reading: Reading): readonly FoundName[] {
  const starts = new Map(reading.entities.map((entity) => [entity.first, entity]));
  const found: FoundName[] = [];
  for (const sentence of reading.sentences) {
    for (let index = sentence.first; index < sentence.last; ) {
      const entity = starts.get(index);
      if (entity !== undefined) {
        found.push(...fromEntity(entity, reading));
        index = Math.max(index + 1, entity.last);
        continue;
      }
      const untagged = fromWords(index, sentence, starts, reading);
      if (untagged !== undefined) found.push(untagged);
      index = untagged?.last ?? index + 1;
    }
  }
  return found;
}

export function wordsOf(reading: Reading, first: number, last: number): string {
  if (first >= last) return "";
  const start = reading.tokens[first]!.start;
  return reading.text.slice(start, reading.tokens[last - 1]!.end).replace(/\s+/g, " ");
}

function fromEntity(entity: Entity, reading: Reading): readonly FoundName[] {
  const { tokens, knowledge } = reading;
  let { first, last } = entity;
  while (first < last - 1 && tokens[first]!.upos === "DET") first += 1;
  while (last > first + 1 && (tokens[last - 1]!.upos === "PART" || tokens[last - 1]!.upos === "PUNCT")) {
    if (tokens[last - 1]!.text.endsWith(".")) break;
    last -= 1;
  }
  const name = wordsOf(reading, first, last);
  if (entity.type === "LOC") return isNoPlace(first, last, reading) ? [] : fromLocation(first, last, reading);
  const isOftenPerson = entity.type === "PER" && reading.cues.is(name, "person-name");
  const iso3 = knowledge.countries.byName(name);
  if (iso3 !== undefined && !isOftenPerson) return [named(first, last, name, reading)];
  if (!isOftenPerson && isPlaceObject(first, last, reading)) {
    const place = named(first, last, name, reading);
    if (place.candidates.some((candidate) => candidate.prior >= TRUSTED_PRIOR)) return [place];
  }
  if (entity.type === "PER") return [];
  const isPlace = isLocated(first, last, reading) && knowledge.countries.byCapital(name) !== undefined;
  return isPlace || (isLocated(first, last, reading) && knowledge.regions.find(name).length > 0)
    ? [named(first, last, name, reading)]
    : [];
}

function fromLocation(first: number, last: number, reading: Reading): readonly FoundName[] {
  const { tokens, knowledge, cues } = reading;
  const name = wordsOf(reading, first, last);
  if (knowledge.countries.demonym(name) !== undefined && knowledge.countries.byName(name) === undefined) {
    return [];
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
  if (tokens[last]?.upos === "PROPN" && tokens[last].sentence === tokens[first]!.sentence) {
    const grown = named(first, last + 1, wordsOf(reading, first, last + 1), reading);
    if (grown.candidates.length > 0) return [grown];
  }
  // "Syrian capital Damascus": the name is what is left.
  const isDescription = (index: number): boolean =>
    /^\p{Ll}/u.test(tokens[index]!.text) || knowledge.countries.demonym(tokens[index]!.text) !== undefined;
  if (last - first > 1 && isDescription(first) && tokens[first]!.text.length > 3) {
    const inner = fromLocation(first + 1, last, reading);
    if (inner.some((place) => place.candidates.length > 0)) return inner;
  }
  // "Northern Mali", "Mogadishu airport": the frame around the name is read later.
  if (last - first > 1 && cues.is(tokens[first]!.lemma, "compass")) {
    const inner = fromLocation(first + 1, last, reading);
    if (inner.some((place) => place.candidates.length > 0)) return inner;
  }
  if (last - first > 1 && cues.is(tokens[last - 1]!.lemma, "site-noun")) {
    const inner = named(first, last - 1, wordsOf(reading, first, last - 1), reading);
    if (inner.candidates.length > 0) return [inner];
  }
  return [whole];
}

/** What the model takes for a location and is none: "Monday", "the West", "CNN", "rural Malays". */
function isNoPlace(first: number, last: number, reading: Reading): boolean {
  const { tokens, cues, knowledge, tree } = reading;
  const name = wordsOf(reading, first, last);
  const bare = name.replace(/\.$/, "");
  if (!/\p{Lu}/u.test(name) || cues.is(bare, "calendar", "compass")) return true;
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

/** "Kanal 13", "France 24": the name of something with a number. */
function isNumbered(last: number, reading: Reading): boolean {
  const next = reading.tokens[last];
  return next?.upos === "NUM" && next.head === last - 1 && /^\d{1,3}$/.test(next.text);
}

/** Beside a comma: an item of an address ("Umuanunu, Obinze") or a dateline. */
function isListed(first: number, last: number, reading: Reading): boolean {
  return reading.tokens[first - 1]?.text === "," || reading.tokens[last]?.text === ",";
}

/** What is shelled, captured, visited; what something happens in: no person, whatever the names head says. */
function isPlaceObject(first: number, last: number, reading: Reading): boolean {
  const { tokens, tree, cues } = reading;
  const index = tree.headOf(first, last);
  const head = tokens[index]!;
  const governor = tokens[head.head];
  if (governor === undefined) return false;
  if (relation(head) === "obj") return cues.is(governor.lemma, "place-object-verb");
  return tree
    .dependents(index, "case")
    .some((child) =>
      ["in", "near", "outside", "inside", "into"].includes(tokens[child]!.lemma.toLowerCase()),
    );
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

function named(first: number, last: number, name: string, reading: Reading): FoundName {
  const { tokens, cues, tree } = reading;
  const candidates = candidatesOf(name, reading.knowledge);
  const next = tokens[last];
  const isModifier = next !== undefined && tree.headOf(first, last) < last && tokens[last - 1]!.head === last;
  const after = isModifier ? next.lemma : "";
  const before = tokens[first - 1]?.lemma === "of" ? (tokens[first - 2]?.lemma ?? "") : "";
  const wants = cues.is(after, "rank-noun")
    ? "area"
    : cues.is(before, "rank-noun")
      ? "area"
      : cues.is(before, "town-noun") || cues.is(tokens[first - 1]?.lemma ?? "", "town-noun")
        ? "town"
        : undefined;
  const found = { first, last, name, candidates, tagged: true };
  return wants === undefined ? found : { ...found, wants };
}

/** Names that the model has left untagged: countries anywhere, other places where the words around speak for it. */
function fromWords(
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
    if (last === index + 1 && cues.is(name.replace(/\.$/, ""), "not-alone", "calendar")) continue;
    if (isNumbered(last, reading)) continue;
    const candidates = candidatesOf(name, reading.knowledge);
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

/** In, at, near … the place: the words locate something. */
export function isLocated(first: number, last: number, reading: Reading): boolean {
  const { tree, tokens, cues } = reading;
  const head = tree.headOf(first, last);
  return tree
    .dependents(head, "case")
    .some((child) => cues.is(tokens[child]!.lemma, "locative-preposition", "motion-preposition"));
}
