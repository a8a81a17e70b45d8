import { ENTITIES, SENTENCES, TOKENS } from "../../language/layers.ts";
import { treeOf } from "../../language/tree.ts";
import { REPORT, type Report } from "../../record/report.ts";
import { type Annotation, type Annotator, provide } from "../../text/annotator.ts";
import { type Document, read } from "../../text/document.ts";
import { withoutOverlaps } from "../../text/nearby.ts";
import type { Note } from "../../text/note.ts";
import { bySpan, quote, type Span } from "../../text/span.ts";
import { candidatesOf, type PlaceKnowledge } from "./candidates.ts";
import { findContainments, withOrigins } from "./containment.ts";
import { loadCues } from "./cues.ts";
import { findEmbedded } from "./embedded.ts";
import { findNames } from "./find-names.ts";
import { frameOf } from "./frames.ts";
import { ORIGINS, PLACES, type PlaceMention } from "./layer.ts";
import { mentionOf, nominalMention } from "./mention.ts";
import { findNominalSites } from "./nominal-sites.ts";
import { findNominals } from "./nominals.ts";
import { findOrigins, originOf } from "./origins.ts";
import type { Reading } from "./reading.ts";
import { type Containment, type Resolved, resolve } from "./resolve.ts";
import type { Scored } from "./why.ts";

export type { PlaceKnowledge } from "./candidates.ts";
export { PLACES, type PlaceMention } from "./layer.ts";
export { type Toponym, toponymsOf } from "./toponyms.ts";

const DEMONYM_WEIGHT = 1;
const DATELINE_WEIGHT = 1;
const OUTLET_WEIGHT = 0.7;
/** A report with this share of its places in one state plays there. */
const ONLY_COUNTRY_SHARE = 0.6;

/** Finds the places a report names, says which they are, and whether the word stands for those who govern there. */
export function createPlaces(knowledge: PlaceKnowledge): Annotator {
  return {
    name: "places",
    requires: [TOKENS, SENTENCES, ENTITIES, REPORT],
    provides: [PLACES, ORIGINS],
    annotate: (document) => annotate(document, knowledge),
  };
}

function readingOf(document: Document, knowledge: PlaceKnowledge): Reading {
  const tokens = read(document, TOKENS);
  return {
    text: document.text,
    tokens,
    sentences: read(document, SENTENCES),
    entities: read(document, ENTITIES),
    tree: treeOf(tokens),
    knowledge,
    cues: loadCues(),
  };
}

/** Every place name of a report with its candidates, ranked. */
export function rankedNames(document: Document, knowledge: PlaceKnowledge): readonly RankedName[] {
  const reading = readingOf(document, knowledge);
  const { names, choices } = choicesOf(document, reading);
  return names.flatMap(({ first, last }, index) => {
    const [start, end] = [reading.tokens[first]!.start, reading.tokens[last - 1]!.end];
    const ranked = choices[index]?.ranked;
    return ranked === undefined ? [] : [{ start, end, ranked }];
  });
}

export interface RankedName extends Span {
  /** Best first. */
  readonly ranked: readonly Scored[];
}

function choicesOf(document: Document, reading: Reading) {
  const names = withOrigins(findNames(reading), reading);
  const weights = priorCountries(read(document, REPORT), reading);
  const containments = findContainments(names, reading);
  const embedded = findEmbedded(reading, names);
  const choices = resolve([...names, ...embedded], containments, weights);
  return { names, weights, containments, embedded, choices };
}

function annotate(document: Document, knowledge: PlaceKnowledge): Annotation {
  const reading = readingOf(document, knowledge);
  const { names, weights, containments, embedded, choices } = choicesOf(document, reading);
  const resolved = choices.slice(0, names.length);
  const around = surroundings(containments, resolved, weights);
  const main = mainCountry(
    weights,
    resolved.map((choice) => choice?.place.country),
  );
  const mentions = names.map((name, index) =>
    mentionOf(name, resolved[index], frameOf(name, reading), reading, { main, around: around(index) }),
  );
  const antecedents = names.flatMap(({ first, last }, index) => {
    const place = resolved[index]?.place;
    return place === undefined ? [] : [{ first, last, place }];
  });
  const nominals = findNominals(reading, antecedents, main).map((found) => nominalMention(found, reading));
  const within = embedded.flatMap((name, index) => originOf(name, choices[names.length + index], reading));
  const sites = findNominalSites(reading, antecedents, main);
  // Of two that overlap the longer one stays.
  const all = withoutOverlaps(
    [...mentions, ...nominals, ...sites].sort((a, b) => b.end - b.start - (a.end - a.start) || bySpan(a, b)),
  );
  return {
    layers: [provide(PLACES, all), provide(ORIGINS, [...findOrigins(reading), ...within])],
    notes: notesOn(all, document.text),
  };
}

/** Weights of countries that no place name gives: demonyms, the dateline, the outlet's country domain. */
function priorCountries(report: Report, reading: Reading): ReadonlyMap<string, number> {
  const { countries } = reading.knowledge;
  const weights = new Map<string, number>();
  const add = (iso3: string | undefined, weight: number): void => {
    if (iso3 !== undefined) weights.set(iso3, (weights.get(iso3) ?? 0) + weight);
  };
  reading.tokens.forEach((token, index) => {
    if (!/^\p{Lu}/u.test(token.text)) return;
    const next = reading.tokens[index + 1]?.text ?? "";
    const iso3 = countries.byDemonym(`${token.text} ${next}`) ?? countries.byDemonym(token.text);
    add(iso3, DEMONYM_WEIGHT);
  });
  const dateline =
    /^[^(–—-]{2,40}/
      .exec(report.dateline?.text ?? "")?.[0]
      .split(",")[0]
      ?.trim() ?? "";
  const places = dateline === "" ? [] : [...candidatesOf(dateline, reading.knowledge)];
  const [best] = places.sort((a, b) => b.prior - a.prior);
  add(best?.country, DATELINE_WEIGHT);
  const domain = /^https?:\/\/[^/]*\.([a-z]{2})(?:[:/]|$)/i.exec(report.url ?? "")?.[1]?.toUpperCase();
  add(domain === "UK" ? "GBR" : countries.fromIso2(domain ?? ""), OUTLET_WEIGHT);
  return weights;
}

/** The state in which a name that nobody knows lies: that of the place that holds it, or the only one the report is in. */
function surroundings(
  containments: readonly Containment[],
  resolved: readonly (Resolved | undefined)[],
  weights: ReadonlyMap<string, number>,
): (index: number) => string | undefined {
  const total = countryTotals(
    weights,
    resolved.map((choice) => (choice?.place.kind === "country" ? undefined : choice?.place.country)),
  );
  const all = [...total.values()].reduce((sum, weight) => sum + weight, 0);
  const only = [...total].find(([, weight]) => weight >= ONLY_COUNTRY_SHARE * all)?.[0];
  return (index) => {
    const outer = containments.find((one) => one.inner === index)?.outer;
    return resolved[outer ?? -1]?.place.country ?? only;
  };
}

function countryTotals(
  weights: ReadonlyMap<string, number>,
  named: readonly (string | undefined)[],
): ReadonlyMap<string, number> {
  const total = new Map(weights);
  for (const iso3 of named) if (iso3 !== undefined) total.set(iso3, (total.get(iso3) ?? 0) + 1);
  return total;
}

function mainCountry(
  weights: ReadonlyMap<string, number>,
  named: readonly (string | undefined)[],
): string | undefined {
  const total = countryTotals(weights, named);
  return [...total].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0]?.[0];
}

/** Of overlapping mentions the longer stays: "border with Niger" over "Niger". */
function notesOn(mentions: readonly PlaceMention[], text: string): readonly Note[] {
  const seen = new Set<string>();
  return mentions.flatMap((mention) => {
    if (mention.ambiguous === undefined || seen.has(mention.name)) return [];
    seen.add(mention.name);
    const rivals = mention.ambiguous.join("; ");
    return {
      code: "ambiguous-place",
      message: `${mention.name}, ${mention.country ?? "no country"} was chosen; it could also be ${rivals}`,
      quote: quote(text, mention),
    };
  });
}
