import { fail } from "../text/errors.ts";
import { readTable } from "../text/table.ts";
import { foldName } from "./gazetteer-fold.ts";

const COUNTRIES_FILE = "src/knowledge/data/countries.tsv";
const DEMONYMS_FILE = "src/knowledge/data/demonyms.tsv";
const SHARED_FILE = "src/knowledge/data/shared-names.tsv";

export const COUNTRY_STATUSES = ["state", "territory", "disputed", "historical"] as const;
export type CountryStatus = (typeof COUNTRY_STATUSES)[number];
export const DEMONYM_SCOPES = ["national", "substate", "regional", "ethnic"] as const;
export type DemonymScope = (typeof DEMONYM_SCOPES)[number];

/** A state or territory with an ISO 3166-1 code of its own. */
export interface Country {
  /** Alpha-3; XKX for Kosovo. */
  readonly iso3: string;
  readonly iso2: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Capital and seats of government as newspapers write them, the first is the capital. */
  readonly capitals: readonly string[];
  /** Part of the world: `Western Africa`. */
  readonly region: string;
  readonly status: CountryStatus;
  readonly geonames?: number;
  /** Degrees: a point in the middle, for measuring only. */
  readonly point?: { readonly lat: number; readonly lon: number };
}

/** A word of origin: `Malian`, `French`, `Scottish`, `West African`, `Kurdish`. */
export interface Demonym {
  readonly word: string;
  /** The state that follows from the word; none for regional and ethnic words. */
  readonly country?: string;
  readonly scope: DemonymScope;
  /** Of a regional word: the name in regions.tsv. */
  readonly region?: string;
  /** The plural noun was asked for (`Malians`): people, never an adjective. */
  readonly plural: boolean;
}

/** What is known of states by name. All look-ups fold case and diacritics; acronyms need their capitals or dots. */
export interface Countries {
  readonly all: readonly Country[];
  /** By ISO alpha-3 code. */
  readonly get: (iso3: string) => Country | undefined;
  /** English name of an ISO alpha-3 code; the code itself if it is none. */
  readonly name: (iso3: string) => string;
  readonly fromIso2: (iso2: string) => string | undefined;
  /** ISO alpha-3 of a name, alias or acronym: `Britain`, `the U.S.`, `DR Congo`, `Burma`, `USSR`. */
  readonly byName: (words: string) => string | undefined;
  /** ISO alpha-3 codes of all states that a name or a word of origin may mean, the usual one first: `Congo`, `Korean`. */
  readonly sharedBy: (words: string) => readonly string[];
  /** ISO alpha-3 of the state whose capital or seat of government it is: `Ankara`, `Kiev`, `Tel Aviv`. */
  readonly byCapital: (words: string) => string | undefined;
  readonly demonym: (word: string) => Demonym | undefined;
  /** ISO alpha-3 of a national or sub-state demonym, singular or plural: `Malian`, `Malians`, `Scottish`. */
  readonly byDemonym: (word: string) => string | undefined;
}

let loaded: Countries | undefined;

/** The states of the world, read once. */
export function loadCountries(): Countries {
  loaded ??= buildCountries(readCountries(), readDemonyms(), readShared());
  return loaded;
}

function buildCountries(
  all: readonly Country[],
  demonyms: readonly Demonym[],
  shared: ReadonlyMap<string, readonly string[]>,
): Countries {
  const byCode = new Map(all.map((country) => [country.iso3, country]));
  const withIso2 = all.filter((country) => country.iso2 !== "");
  const byIso2 = new Map(withIso2.map((country) => [country.iso2, country.iso3]));
  const names = new Map<string, string>();
  const capitals = new Map<string, string>();
  const acronyms = new Set<string>();
  for (const country of all) {
    for (const name of [country.name, ...country.aliases]) {
      names.set(foldName(name), country.iso3);
      if (isAcronym(name)) acronyms.add(foldName(name));
    }
    for (const capital of country.capitals) capitals.set(foldName(capital), country.iso3);
  }
  const words = new Map(demonyms.map((entry) => [foldDemonym(entry.word), entry]));
  const isWritten = (key: string, asWritten: string): boolean =>
    !acronyms.has(key) || isAcronym(asWritten.replace(/^the\s+/i, ""));
  const demonym = (word: string): Demonym | undefined => {
    const found = words.get(foldDemonym(word));
    return found !== undefined && isWritten(foldName(word), word) ? found : undefined;
  };
  return Object.freeze({
    all,
    get: (iso3: string) => byCode.get(iso3),
    name: (iso3: string) => byCode.get(iso3)?.name ?? iso3,
    fromIso2: (iso2: string) => byIso2.get(iso2),
    byName: (asWritten: string) => {
      const key = foldName(asWritten);
      return isWritten(key, asWritten) ? names.get(key) : undefined;
    },
    sharedBy: (asWritten: string) => shared.get(foldName(asWritten)) ?? [],
    byCapital: (asWritten: string) => capitals.get(foldName(asWritten)),
    demonym,
    byDemonym: (word: string) => demonym(word)?.country,
  });
}

/** `US`, `U.S.`, `u.s.`, `DRC`: lower-case letters without dots are the pronoun or a plain word. */
function isAcronym(name: string): boolean {
  return /^\p{Lu}{2,4}$/u.test(name) || /^(?:\p{L}\.\s?)+\p{L}?\.?$/u.test(name);
}

function foldDemonym(word: string): string {
  return foldName(word).replaceAll(" ", "-");
}

function readCountries(): readonly Country[] {
  return readTable(COUNTRIES_FILE).map(({ line, cells }) => {
    const status = COUNTRY_STATUSES.find((known) => known === cells.status);
    if (status === undefined) {
      throw fail("K403", { file: COUNTRIES_FILE, line, reason: `status ${cells.status}` });
    }
    return {
      iso3: cells.iso3 ?? "",
      iso2: cells.iso2 ?? "",
      name: cells.name ?? "",
      aliases: list(cells.aliases),
      capitals: list(cells.capitals),
      region: cells.region ?? "",
      status,
      ...(cells.geonames ? { geonames: Number(cells.geonames) } : {}),
      ...(cells.lat && cells.lon ? { point: { lat: Number(cells.lat), lon: Number(cells.lon) } } : {}),
    };
  });
}

function readDemonyms(): readonly Demonym[] {
  return readTable(DEMONYMS_FILE).flatMap(({ line, cells }) => {
    const scope = DEMONYM_SCOPES.find((known) => known === cells.scope);
    if (scope === undefined) {
      throw fail("K403", { file: DEMONYMS_FILE, line, reason: `scope ${cells.scope}` });
    }
    const belongs = {
      ...(cells.country ? { country: cells.country } : {}),
      ...(cells.region ? { region: cells.region } : {}),
    };
    const singular = { word: cells.word ?? "", ...belongs, scope, plural: false };
    const plural = cells.plural;
    return plural ? [singular, { ...singular, word: plural, plural: true }] : [singular];
  });
}

function readShared(): ReadonlyMap<string, readonly string[]> {
  return new Map(
    readTable(SHARED_FILE).map(({ cells }) => [foldName(cells.word ?? ""), list(cells.countries)]),
  );
}

function list(cell: string | undefined): readonly string[] {
  return (cell ?? "").split("|").filter((part) => part !== "");
}
