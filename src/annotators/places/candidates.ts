import type { Countries } from "../../knowledge/countries.ts";
import type { Gazetteer, GazetteerEntry } from "../../knowledge/gazetteer.ts";
import { foldName } from "../../knowledge/gazetteer-fold.ts";
import type { NamedRegion, NamedRegions } from "../../knowledge/gazetteer-regions.ts";
import type { PlaceKind } from "../../record/place.ts";
import { distanceKm } from "./distance.ts";

/** What the annotator knows of the world. */
export interface PlaceKnowledge {
  readonly gazetteer: Gazetteer;
  readonly countries: Countries;
  readonly regions: NamedRegions;
}

/** A place that a name may mean, with what is needed to choose among several. */
export interface Candidate {
  readonly name: string;
  readonly kind: PlaceKind;
  readonly geonames?: number;
  readonly country?: string;
  readonly admin1?: string;
  /** A point for comparing distances; only towns and sites hand it on. */
  readonly point?: { readonly lat: number; readonly lon: number };
  readonly radiusKm: number;
  /** How likely the name means it before the report is read; about the logarithm of its inhabitants. */
  readonly prior: number;
  readonly knowledge: string;
}

const COUNTRY_PRIOR = 11;
/** A small place that is named like a state ("China, Texas") is hardly ever meant. */
const NAMESAKE_OF_STATE = 4;
/** Of two states with one name the other is meant as well, if nothing else in the report speaks for either. */
const LESS_USUAL = 0.5;
const CAPITAL_PRIOR = 2;
const SEAT_INHABITANTS: Readonly<Record<string, number>> = { PPLC: 200_000, PPLA: 40_000, PPLA2: 8_000 };
const ARTICLE = /^(?:al|ar|as|ash|ad|az|an|at|ath|adh|la|le|los|las) /;
const BIG_TOWN_PRIOR = 5.5;
const SITE_RADIUS_KM = 2;
const AREA_RADIUS_KM = 150;
/** Seats of states, of admin-1 and admin-2 units; parts of towns. */
const SEAT_PRIOR: Readonly<Record<string, number>> = { PPLC: 1.5, PPLA: 0.6, PPLA2: 0.2, PPLX: -0.7 };
/** Alternate names of big cities are their English names, those of small towns often chance. */
const BIG_CITY = 100_000;
const SAME_TOWN_KM = 30;
/** Many districts come without inhabitants: the logarithm of a small one's, where no town bears the name. */
const LEAST_UNIT = 4.3;
/** A town with less of its unit's inhabitants than this yields its name to the unit: Quebec, Oaxaca. */
const SEAT_SHARE = 0.15;

/** All places of a name; empty if nobody knows it. */
export function candidatesOf(name: string, knowledge: PlaceKnowledge): readonly Candidate[] {
  const country = countryCandidate(name, knowledge);
  const entries = knowledge.gazetteer.find(name).filter((entry) => entry.kind !== "country");
  const listed = knowledge.regions
    .find(name)
    .flatMap((region) => regionCandidates(region, entries, knowledge));
  const admins = entries.filter((entry) => entry.kind === "admin1");
  const known = withoutShortened(
    entries.map((entry) => entryCandidate(entry, isFirstName(entry, name), admins, entries, knowledge)),
    name,
  );
  if (country === undefined) return [...listed, ...known.map((town) => asCapital(town, name, knowledge))];
  const isUnit = (place: Candidate): boolean => place.kind === "admin1" && place.name === name;
  const namesakes = known.map((place) =>
    isUnit(place) ? place : { ...place, prior: place.prior - NAMESAKE_OF_STATE },
  );
  return [country, ...statesOfOneName(name, knowledge), ...listed, ...namesakes];
}

/**
 * "Samar" is a province of that very name before it is Samara cut short: another place's name with a letter less gives
 * way where some place is called just so.
 */
function withoutShortened(places: readonly Candidate[], asked: string): readonly Candidate[] {
  const folded = foldName(asked);
  const named = places.filter((place) => foldName(place.name) === folded);
  const isShortened = (place: Candidate): boolean => {
    const own = foldName(place.name);
    return own.length === folded.length + 1 && own.startsWith(folded);
  };
  // Basrah and its district of Basra are one place in two spellings.
  const isElsewhere = (place: Candidate): boolean =>
    named.length > 0 && named.every((one) => one.country !== place.country);
  return places.filter((place) => !(isShortened(place) && isElsewhere(place)));
}

/** "Congo", "Korea": the states besides the usual one that bear the name too. */
function statesOfOneName(name: string, knowledge: PlaceKnowledge): readonly Candidate[] {
  const [usual, ...others] = knowledge.countries.sharedBy(name);
  if (usual === undefined) return [];
  return others.flatMap((iso3) => {
    const state = countryCandidate(knowledge.countries.name(iso3), knowledge);
    return state === undefined ? [] : [{ ...state, prior: state.prior - LESS_USUAL }];
  });
}

export function countryCandidate(name: string, knowledge: PlaceKnowledge): Candidate | undefined {
  const iso3 = knowledge.countries.byName(name);
  if (iso3 === undefined) return undefined;
  const english = knowledge.countries.name(iso3);
  const country = knowledge.countries.get(iso3);
  const area = knowledge.gazetteer
    .find(english)
    .find((entry) => entry.kind === "country" && entry.country === iso3);
  const point = country?.point ?? area;
  return {
    name: english,
    kind: "country",
    country: iso3,
    ...(country?.geonames === undefined ? {} : { geonames: country.geonames }),
    ...(point === undefined ? {} : { point: { lat: point.lat, lon: point.lon } }),
    radiusKm: area?.radiusKm ?? AREA_RADIUS_KM,
    prior: COUNTRY_PRIOR - (country?.status === "territory" ? 2 : 0),
    knowledge: `countries.tsv: ${iso3}`,
  };
}

function asCapital(place: Candidate, name: string, knowledge: PlaceKnowledge): Candidate {
  const isCapital = place.kind === "town" && knowledge.countries.byCapital(name) === place.country;
  return isCapital ? { ...place, prior: place.prior + CAPITAL_PRIOR } : place;
}

/** Big enough for its north and south to be spoken of. */
export function hasParts(candidates: readonly Candidate[]): boolean {
  return candidates.some((place) => place.kind !== "town" || place.prior >= BIG_TOWN_PRIOR);
}

/** The capital of a state as a place. */
export function capitalOf(iso3: string, knowledge: PlaceKnowledge): Candidate | undefined {
  const name = knowledge.countries.get(iso3)?.capitals[0];
  if (name === undefined) return undefined;
  const towns = candidatesOf(name, knowledge).filter(
    (candidate) => candidate.country === iso3 && candidate.kind === "town",
  );
  return towns.reduce<Candidate | undefined>(
    (best, town) => (best === undefined || town.prior > best.prior ? town : best),
    undefined,
  );
}

function regionCandidates(
  region: NamedRegion,
  entries: readonly GazetteerEntry[],
  knowledge: PlaceKnowledge,
): readonly Candidate[] {
  const [country] = region.countries;
  if (region.kind === "admin1") {
    const units = knowledge.gazetteer
      .find(region.name)
      .filter((entry) => entry.kind === "admin1" && entry.country === country)
      .filter((entry) => !entries.some((known) => known.row === entry.row));
    return units.map((entry) => entryCandidate(entry, true, [], [], knowledge));
  }
  const twin = entries.find((entry) => isTwin(region, entry));
  if (twin !== undefined) return [];
  const { lat, lon } = region;
  return [
    {
      name: region.name,
      kind: region.kind,
      ...(region.countries.length === 1 && country !== undefined ? { country } : {}),
      ...(region.kind === "town" && region.near !== undefined ? { admin1: region.near } : {}),
      ...(lat === undefined || lon === undefined ? {} : { point: { lat, lon } }),
      radiusKm: region.radiusKm ?? (region.kind === "site" ? SITE_RADIUS_KM : 5),
      prior: listedPrior(region),
      knowledge: region.source,
    },
  ];
}

/** Oceans and continents are as well known as states. */
function listedPrior({ kind, radiusKm }: NamedRegion): number {
  if (kind === "town") return 4.3;
  if (kind === "site") return 6.5;
  return radiusKm !== undefined && radiusKm >= 1000 ? COUNTRY_PRIOR : 8;
}

/** The gazetteer has the same place, with an id. */
function isTwin(region: NamedRegion, entry: GazetteerEntry): boolean {
  if (!region.countries.includes(entry.country)) return false;
  if (region.kind === "region") return entry.kind === "admin1";
  if (region.kind !== "town" || entry.kind !== "town") return false;
  return distanceKm(entry, { lat: region.lat ?? 0, lon: region.lon ?? 0 }) < SAME_TOWN_KM;
}

function entryCandidate(
  entry: GazetteerEntry,
  isPrimary: boolean,
  admins: readonly GazetteerEntry[],
  all: readonly GazetteerEntry[],
  knowledge: PlaceKnowledge,
): Candidate {
  return {
    name: entry.name,
    kind: entry.kind,
    ...(entry.geonames === undefined ? {} : { geonames: entry.geonames }),
    country: entry.country,
    ...(entry.admin1 === undefined ? {} : { admin1: entry.admin1 }),
    point: { lat: entry.lat, lon: entry.lon },
    radiusKm: entry.radiusKm,
    prior: priorOf(entry, isPrimary, admins, all),
    knowledge: knowledge.gazetteer.version,
  };
}

/** "Qamishli" is the name of Al Qamishli. */
function isFirstName(entry: GazetteerEntry, asked: string): boolean {
  const bare = (name: string): string => foldName(name).replace(ARTICLE, "");
  return entry.primary || bare(entry.name) === bare(asked);
}

function priorOf(
  entry: GazetteerEntry,
  isPrimary: boolean,
  admins: readonly GazetteerEntry[],
  all: readonly GazetteerEntry[],
): number {
  // Seats without a figure are no hamlets.
  const inhabitants = Math.max(entry.population, SEAT_INHABITANTS[entry.feature] ?? 0);
  // A former name ("Salisbury" for Harare) is not the name of a capital; present ones are in countries.tsv.
  const isExonym = inhabitants >= BIG_CITY && entry.feature !== "PPLC";
  const size = Math.log10(inhabitants + 10) - (isPrimary ? 0 : isExonym ? 0.4 : alternatePenalty(entry));
  if (entry.kind === "admin2") return (hasNamesake(entry, all) ? size : Math.max(size, LEAST_UNIT)) - 1;
  if (entry.kind === "admin1") {
    const seat = all.find((town) => town.admin1Row === entry.row && town.kind === "town");
    return size + 0.4 - (seat !== undefined && isSeat(seat, entry) ? 2 : 0);
  }
  const unit = admins.find((admin) => admin.row === entry.admin1Row);
  const rank = entry.feature === "PPLC" && !isPrimary ? 0 : (SEAT_PRIOR[entry.feature] ?? 0);
  return size + rank - (unit !== undefined && !isSeat(entry, unit) ? 1 : 0);
}

/** Where English is spoken, another name of a small town is one that it has dropped. */
function alternatePenalty({ country }: GazetteerEntry): number {
  return ["USA", "GBR", "CAN", "AUS", "NZL", "IRL"].includes(country) ? 4 : 2;
}

function hasNamesake({ name }: GazetteerEntry, all: readonly GazetteerEntry[]): boolean {
  return all.some((town) => town.kind === "town" && foldName(town.name) === foldName(name));
}

function isSeat(town: GazetteerEntry, unit: GazetteerEntry): boolean {
  return town.feature === "PPLC" || town.population >= SEAT_SHARE * unit.population;
}
