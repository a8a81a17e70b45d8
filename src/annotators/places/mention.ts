import type { PlaceKind } from "../../record/place.ts";
import type { Candidate } from "./candidates.ts";
import { type Frame, partOf } from "./frames.ts";
import type { PlaceMention } from "./layer.ts";
import { isMetonym } from "./metonym.ts";
import type { NominalPlace } from "./nominals.ts";
import { type FoundName, isLocated, type Reading, wordsOf } from "./reading.ts";
import type { Resolved } from "./resolve.ts";
import { whyFirst } from "./why.ts";

const UNTAGGED_CONFIDENCE = 0.85;
const UNRESOLVED_CONFIDENCE = 0.3;
/** Keeps the choice between states of one name below what a cell needs to be known. */
const OPEN = 0.7;
const UNRESOLVED_RADIUS_KM = 10;
const SITE_IN_TOWN_RADIUS_KM = 10;
const BORDER_RADIUS_KM = 50;
const NEAR_FACTOR = 4;

/** ISO alpha-3 codes that a mention may need. */
export interface MentionCountries {
  /** Of the report. */
  readonly main: string | undefined;
  /** Where a name that nobody knows must lie. */
  readonly around: string | undefined;
}

/** The mention of a named place, with the words around that make it a part, a site or a border. */
export function mentionOf(
  found: FoundName,
  resolved: Resolved | undefined,
  frame: Frame | undefined,
  reading: Reading,
  countries: MentionCountries,
): PlaceMention {
  if (resolved === undefined) return unresolved(found, reading, countries.around);
  const mainCountry = countries.main;
  const trust =
    resolved.confidence * (found.tagged ? 1 : UNTAGGED_CONFIDENCE) * (isOpen(resolved) ? OPEN : 1);
  const plain = describe(resolved.place, found, reading);
  const framed =
    frame === undefined
      ? { ...plain, first: found.first, last: found.last, metonym: metonymOf(found, resolved.place, reading) }
      : inFrame(frame, plain, resolved.place, reading, mainCountry);
  const rivals = resolved.rivals.map((rival) => `${rival.name}, ${rival.country ?? rival.kind}`);
  const { first, last } = framed;
  return {
    ...framed,
    start: reading.tokens[first]!.start,
    end: reading.tokens[last - 1]!.end,
    confidence: Math.round(trust * 100) / 100,
    ...(rivals.length === 0 ? {} : { ambiguous: rivals }),
    ...namedBy(resolved.place),
    why: whyFirst(resolved.ranked),
    ...(first === found.first && last === found.last
      ? {}
      : { core: { first: found.first, last: found.last } }),
  };
}

/** Two states of one name, and nothing in the report that says which. */
function isOpen({ place, rivals }: Resolved): boolean {
  return place.kind === "country" && rivals.some(({ kind }) => kind === "country");
}

/** The place itself, whatever the words around make of it. */
export function namedBy({ name, kind, geonames, country, point }: Candidate): Pick<PlaceMention, "named"> {
  if (point === undefined) return {};
  return {
    named: {
      name,
      kind,
      ...(geonames === undefined ? {} : { geonames }),
      ...(country === undefined ? {} : { country }),
      lat: rounded(point.lat),
      lon: rounded(point.lon),
    },
  };
}

export function nominalMention(found: NominalPlace, reading: Reading): PlaceMention {
  const { first, last, place, confidence } = found;
  const isStateLike = place.kind === "country";
  const part = isStateLike ? partOf({ first, last, candidates: [place] }, reading) : undefined;
  if (part !== undefined) {
    const framed = inFrame(part, describe(place, found, reading), place, reading, place.country);
    const { start } = reading.tokens[framed.first]!;
    return { ...framed, start, end: reading.tokens[framed.last - 1]!.end, confidence, nominal: true };
  }
  return {
    ...describe(place, found, reading),
    first,
    last,
    start: reading.tokens[first]!.start,
    end: reading.tokens[last - 1]!.end,
    metonym: isMetonym({ first, last, isStateLike }, reading.tree, reading.cues),
    confidence,
    nominal: true,
  };
}

type Described = Omit<PlaceMention, "first" | "last" | "start" | "end" | "metonym" | "confidence">;

/** Only towns and sites are points: a country or a region is an area. */
function describe(
  place: Candidate,
  span: { readonly first: number; readonly last: number },
  reading: Reading,
): Described {
  const isPoint = place.kind === "town" || place.kind === "site";
  return {
    name: place.name,
    kind: place.kind,
    ...(place.geonames === undefined ? {} : { geonames: place.geonames }),
    ...(place.country === undefined ? {} : { country: place.country }),
    ...(place.admin1 === undefined ? {} : { admin1: place.admin1 }),
    ...(isPoint && place.point !== undefined
      ? { lat: rounded(place.point.lat), lon: rounded(place.point.lon) }
      : {}),
    radiusKm: Math.round(place.radiusKm * (isPoint && isNear(span, reading) ? NEAR_FACTOR : 1)),
    knowledge: place.knowledge,
  };
}

function inFrame(
  frame: Frame,
  plain: Described,
  place: Candidate,
  reading: Reading,
  mainCountry: string | undefined,
): Described & { readonly first: number; readonly last: number; readonly metonym: boolean } {
  const { first, last, name } = frame;
  const { geonames: _id, lat, lon, ...area } = plain;
  if (frame.kind === "part") {
    // "eastern Aleppo" is still the town; "northern Mali" is half of an area.
    const isTown = plain.kind === "town" || plain.kind === "site";
    const listed = reading.knowledge.regions.find(name)[0];
    const base = isTown
      ? plain
      : { ...area, kind: "region" as const, radiusKm: Math.round(plain.radiusKm / 2) };
    return { ...base, name: listed?.name ?? partName(frame, place), first, last, metonym: false };
  }
  if (frame.kind === "site") {
    const point = lat === undefined || lon === undefined ? {} : { lat, lon };
    const kind: PlaceKind = "site";
    const radiusKm = plain.kind === "town" ? SITE_IN_TOWN_RADIUS_KM : plain.radiusKm;
    return { ...area, ...point, kind, name, radiusKm, first, last, metonym: false };
  }
  // A border belongs to two: the report's own country is named unless it is the neighbour that is.
  const { country: _country, admin1: _admin1, ...nowhere } = area;
  const side = mainCountry === undefined || mainCountry === place.country ? {} : { country: mainCountry };
  const kind: PlaceKind = "region";
  return { ...nowhere, ...side, kind, name, radiusKm: BORDER_RADIUS_KM, first, last, metonym: false };
}

function partName(frame: Frame, place: Candidate): string {
  return frame.name.includes(" ")
    ? `${frame.name.slice(0, frame.name.indexOf(" "))} ${place.name}`
    : frame.name;
}

function metonymOf(found: FoundName, place: Candidate, reading: Reading): boolean {
  const { countries } = reading.knowledge;
  const isStateLike =
    place.kind === "country" ||
    (place.kind === "town" && countries.byCapital(found.name) === place.country) ||
    place.knowledge.startsWith("sites.tsv");
  const isProvince = place.kind === "admin1";
  const { first, last } = found;
  const isTown = place.kind === "town";
  return isMetonym({ first, last, isStateLike, isProvince, isTown }, reading.tree, reading.cues);
}

/** A name that is tagged as a location and known to nobody: kept as written, without a point. */
function unresolved(found: FoundName, reading: Reading, country: string | undefined): PlaceMention {
  const { first, last } = found;
  const { cues, tokens } = reading;
  const words = tokens.slice(first, last).map((token) => token.lemma);
  const is = (
    ...classes: Parameters<typeof cues.is> extends [string, ...infer Rest] ? Rest : never
  ): boolean => words.some((word) => cues.is(word, ...classes));
  const kind: PlaceKind = is("water-noun")
    ? "water"
    : is("site-noun", "building-noun")
      ? "site"
      : is("land-noun", "rank-noun")
        ? "region"
        : "town";
  return {
    first,
    last,
    start: tokens[first]!.start,
    end: tokens[last - 1]!.end,
    name: wordsOf(reading, first, last),
    kind,
    ...(country === undefined ? {} : { country }),
    radiusKm: UNRESOLVED_RADIUS_KM,
    metonym: isMetonym({ first, last, isStateLike: false }, reading.tree, cues),
    confidence: UNRESOLVED_CONFIDENCE,
  };
}

function isNear(span: { readonly first: number; readonly last: number }, reading: Reading): boolean {
  const { tree, tokens } = reading;
  if (!isLocated(span.first, span.last, reading)) return false;
  const head = tree.headOf(span.first, span.last);
  return tree
    .dependents(head, "case")
    .some((child) => ["near", "outside", "around", "close"].includes(tokens[child]!.lemma.toLowerCase()));
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
