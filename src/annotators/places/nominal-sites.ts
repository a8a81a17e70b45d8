import { relation } from "../../language/tree.ts";
import { countryCandidate } from "./candidates.ts";
import type { PlaceMention } from "./layer.ts";
import { LEGATION } from "./metonym.ts";
import type { Antecedent } from "./nominals.ts";
import { isLocated, isPlaceObject, type Reading, wordsOf } from "./reading.ts";

const SITE_CONFIDENCE = 0.5;
const SITE_RADIUS_KM = 10;
const BORDER_RADIUS_KM = 50;
/** A town that was named longer ago says nothing of "the courthouse" here. */
const REACH = 3;

/**
 * Sites without a name that something is located at: "outside the courthouse", "in Azerbaijani jails", "to the border".
 * Kept as written; the country is that of the word of origin, of the last place named nearby, or of the report.
 */
export function findNominalSites(
  reading: Reading,
  named: readonly Antecedent[],
  mainCountry: string | undefined,
): readonly PlaceMention[] {
  const covered = new Set(
    named.flatMap(({ first, last }) => Array.from({ length: last - first }, (_, at) => first + at)),
  );
  return reading.tokens.flatMap((token, index) => {
    if (token.upos !== "NOUN" || !isSite(index, reading) || !isWhere(index, reading)) return [];
    const range = phraseOf(index, reading);
    for (let at = range.first; at < range.last; at += 1) if (covered.has(at)) return [];
    if (holdsName(index, covered, reading)) return [];
    return [mentionOf(index, range, reading, named, mainCountry)];
  });
}

function isSite(index: number, { tokens, cues }: Reading): boolean {
  const { lemma } = tokens[index]!;
  return isBorder(lemma) || cues.is(lemma, "site-noun", "building-noun", "ground-noun");
}

function isBorder(lemma: string): boolean {
  return lemma === "border" || lemma === "frontier";
}

function isWhere(index: number, reading: Reading): boolean {
  const kind = relation(reading.tokens[index]!);
  if (kind === "compound" || kind === "appos") return false;
  return isLocated(index, index + 1, reading) || (kind === "obj" && isPlaceObject(index, index + 1, reading));
}

/** The noun with what stands right before it, without article. */
function phraseOf(
  index: number,
  { tokens, tree }: Reading,
): { readonly first: number; readonly last: number } {
  const before = tree.dependents(index, "amod", "compound", "nmod:poss").filter((child) => child < index);
  let first = index;
  while (first > 0 && before.includes(first - 1) && tokens[first - 1]!.upos !== "PRON") first -= 1;
  return { first, last: index + 1 };
}

/** "the airport in Goma", "the embassy of Norway": a name says which. */
function holdsName(index: number, covered: ReadonlySet<number>, { tree }: Reading): boolean {
  return tree
    .dependents(index, "nmod", "nmod:poss", "appos", "compound", "flat")
    .some((child) => tree.subtree(child).some((at) => covered.has(at)));
}

function mentionOf(
  index: number,
  { first, last }: { readonly first: number; readonly last: number },
  reading: Reading,
  named: readonly Antecedent[],
  mainCountry: string | undefined,
): PlaceMention {
  const { tokens } = reading;
  const { sentence, lemma } = tokens[index]!;
  const near = named.findLast(
    (one) =>
      one.first < index && sentence - tokens[one.first]!.sentence <= REACH && one.place.kind !== "country",
  );
  const origin = originOf(first, index, reading);
  const around = [near?.place.country, mainCountry];
  // "the Swedish embassy" is Sweden's and stands elsewhere.
  const isAbroad = LEGATION.test(lemma);
  // Whose "the embassy" is, the report may say anywhere: what it is about need not be where that stands.
  const country = isAbroad
    ? (origin === undefined ? [near?.place.country] : around).find(
        (iso3) => iso3 !== undefined && iso3 !== origin,
      )
    : (origin ?? around.find((iso3) => iso3 !== undefined));
  // "in Azerbaijani jails": in which of them, nobody says.
  if (origin !== undefined && !isAbroad && tokens[index]!.xpos === "NNS")
    return inCountry(origin, first, last, reading);
  return {
    first,
    last,
    start: tokens[first]!.start,
    end: tokens[last - 1]!.end,
    name: wordsOf(reading, first, last),
    kind: isBorder(lemma) ? "region" : "site",
    ...(country === undefined || isBorder(lemma) ? {} : { country }),
    radiusKm: isBorder(lemma) ? BORDER_RADIUS_KM : SITE_RADIUS_KM,
    metonym: false,
    confidence: SITE_CONFIDENCE,
    nominal: true,
    unnamed: true,
  };
}

function inCountry(iso3: string, first: number, last: number, { tokens, knowledge }: Reading): PlaceMention {
  const name = knowledge.countries.name(iso3);
  const { geonames } = knowledge.countries.get(iso3) ?? {};
  return {
    first,
    last,
    start: tokens[first]!.start,
    end: tokens[last - 1]!.end,
    name,
    kind: "country",
    ...(geonames === undefined ? {} : { geonames }),
    country: iso3,
    radiusKm: countryCandidate(name, knowledge)?.radiusKm ?? SITE_RADIUS_KM,
    metonym: false,
    confidence: SITE_CONFIDENCE,
    knowledge: `countries.tsv: ${iso3}`,
    nominal: true,
    unnamed: true,
  };
}

function originOf(first: number, index: number, { tokens, knowledge }: Reading): string | undefined {
  for (let at = first; at < index; at += 1) {
    const iso3 = knowledge.countries.byDemonym(tokens[at]!.text);
    if (iso3 !== undefined) return iso3;
  }
  return undefined;
}
