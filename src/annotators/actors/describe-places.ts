import type { Described } from "./described.ts";
import type { Name } from "./names.ts";
import { placeAt, type Reading } from "./reading.ts";

/** A state called by its name or its capital. */
export function describeState(iso3: string, name: Name | undefined, reading: Reading, at: number): Described {
  const { tokens, knowledge } = reading;
  const span = { start: tokens[name?.first ?? at]!.start, end: tokens[(name?.last ?? at + 1) - 1]!.end };
  return {
    key: `state:${iso3}`,
    name: knowledge.countries.name(iso3),
    country: iso3,
    countryBasis: "normalised",
    countrySpan: span,
    sector: "GOV",
    sectorBasis: "inferred",
    kind: "state",
    isPrivate: false,
    mayInfer: false,
    aliases: [],
    knowledge: `countries.tsv ${iso3}`,
  };
}

/** Verbs that make those who live in a place the target. */
export function isAttack(lemma: string | undefined): boolean {
  return /^(?:shell|bomb|bombard|attack|hit|strike|target|raid|besiege|pound|storm|loot|seize|overrun|fire)/.test(
    lemma ?? "",
  );
}

/** Whether a place here is those who live or govern there; undefined if it is only a place. */
export function describePlace(head: number, reading: Reading): Described | undefined {
  const place = placeAt(reading, head);
  const token = reading.tokens[head]!;
  if (place?.country === undefined) return undefined;
  if (place.metonym) {
    return {
      ...describeState(place.country, reading.names.at(head), reading, head),
      sectorBasis: "inferred",
    };
  }
  const isTarget =
    ["obj", "nsubj:pass"].includes(token.deprel) &&
    ["town", "site"].includes(place.kind) &&
    isAttack(reading.tokens[token.head]?.lemma);
  if (!isTarget) return undefined;
  return {
    key: `place:${place.name}`,
    name: place.name,
    country: place.country,
    countryBasis: "knowledge",
    countrySpan: { start: place.start, end: place.end },
    sector: "CVL",
    sectorBasis: "inferred",
    kind: "population",
    isPrivate: false,
    mayInfer: false,
    aliases: [],
  };
}
