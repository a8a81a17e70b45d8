import { relation } from "../../language/tree.ts";
import { type Candidate, capitalOf, countryCandidate } from "./candidates.ts";
import { isLocated, type Reading } from "./reading.ts";

/** A place meant without its name: "the capital", "the country", "the city". */
export interface NominalPlace {
  readonly first: number;
  readonly last: number;
  readonly place: Candidate;
  readonly confidence: number;
}

/** Named places before it, in reading order. */
export interface Antecedent {
  readonly first: number;
  readonly last: number;
  readonly place: Candidate;
}

const TOWN_NOUNS = new Set(["city", "town", "village"]);
const NEARBY_CONFIDENCE = 0.55;

/**
 * Definite place nouns that something is located in, resolved to the named place they stand for: the capital and the
 * country through a demonym or the report's main country, a town through the last town named.
 */
export function findNominals(
  reading: Reading,
  named: readonly Antecedent[],
  mainCountry: string | undefined,
): readonly NominalPlace[] {
  const words = namedWords(named, reading);
  return reading.tokens.flatMap((token, index) => {
    if (token.upos !== "NOUN" || !isDefinite(index, reading) || hasName(index, words, reading)) return [];
    const place = meant(index, reading, named, mainCountry);
    return place === undefined
      ? []
      : [{ first: index, last: index + 1, place, confidence: NEARBY_CONFIDENCE }];
  });
}

function meant(
  index: number,
  reading: Reading,
  named: readonly Antecedent[],
  mainCountry: string | undefined,
): Candidate | undefined {
  const { lemma } = reading.tokens[index]!;
  const isIn = isLocated(index, index + 1, reading) || isAdjunct(index, reading);
  if (lemma === "capital") {
    const told = demonymBefore(index, reading);
    const near = told === undefined ? capitalNear(index, reading, named) : undefined;
    if (near !== undefined && isPlain(index, reading)) return near;
    const iso3 = told ?? mainCountry;
    return iso3 === undefined || !isPlain(index, reading) ? undefined : capitalOf(iso3, reading.knowledge);
  }
  if (!isIn) return undefined;
  if (lemma === "country" && mainCountry !== undefined && isPlain(index, reading)) {
    return countryCandidate(reading.knowledge.countries.name(mainCountry), reading.knowledge);
  }
  if (!TOWN_NOUNS.has(lemma) || !isPlain(index, reading)) return undefined;
  return named.findLast((antecedent) => antecedent.last <= index && antecedent.place.kind === "town")?.place;
}

/** How many sentences back a capital may have been named. */
const REACH = 2;

/** "its embassy in Bamako, ahead of protests in the capital": a capital that was just named. */
function capitalNear(index: number, reading: Reading, named: readonly Antecedent[]): Candidate | undefined {
  const { tokens, knowledge } = reading;
  const sentenceOf = (at: number): number => tokens[at]!.sentence;
  return named.findLast(
    ({ first, last, place }) =>
      last <= index &&
      sentenceOf(index) - sentenceOf(first) <= REACH &&
      place.kind === "town" &&
      place.country !== undefined &&
      isLocated(first, last, reading) &&
      capitalOf(place.country, knowledge)?.name === place.name,
  )?.place;
}

function isAdjunct(index: number, reading: Reading): boolean {
  return relation(reading.tokens[index]!) === "nmod" && reading.tree.dependents(index, "case").length > 0;
}

function isDefinite(index: number, reading: Reading): boolean {
  const { tree, tokens } = reading;
  return tree.dependents(index, "det").some((child) => tokens[child]!.lemma.toLowerCase() === "the");
}

/** Another word that says which one ("the southern city", "the country's second city", "the capital market"). */
function isPlain(index: number, reading: Reading): boolean {
  const { tree, tokens, knowledge } = reading;
  if (relation(tokens[index]!) === "compound") return false;
  return tree
    .dependents(index, "amod", "compound", "nmod", "acl", "nummod")
    .every((child) => knowledge.countries.demonym(tokens[child]!.text) !== undefined);
}

/** Words inside names of places, and words that head them. */
interface NamedWords {
  readonly inside: ReadonlySet<number>;
  readonly heads: ReadonlySet<number>;
}

function namedWords(named: readonly Antecedent[], { tree }: Reading): NamedWords {
  const stretch = ({ first, last }: Antecedent): readonly number[] =>
    Array.from({ length: last - first }, (_, at) => first + at);
  return {
    inside: new Set(named.flatMap(stretch)),
    heads: new Set(named.map(({ first, last }) => tree.headOf(first, last))),
  };
}

function hasName(index: number, { inside, heads }: NamedWords, { tree, tokens }: Reading): boolean {
  const below = tree.dependents(index, "appos", "flat", "compound", "nmod", "nmod:poss");
  return below.some((child) => inside.has(child)) || heads.has(index) || inside.has(tokens[index]!.head);
}

function demonymBefore(index: number, reading: Reading): string | undefined {
  const { tree, tokens, knowledge } = reading;
  for (const child of tree.dependents(index, "amod", "compound")) {
    const iso3 =
      knowledge.countries.byDemonym(tokens[child]!.text) ?? knowledge.countries.byName(tokens[child]!.text);
    if (iso3 !== undefined) return iso3;
  }
  return undefined;
}
