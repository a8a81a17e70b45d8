import type { GazetteerRow } from "./gazetteer-format.ts";

/** A line of a GeoNames file that we use, a line that we leave out on purpose (undefined), or what is wrong with it. */
export type DumpLine = DumpPlace | DumpName | { readonly problem: string } | undefined;

export interface DumpPlace {
  readonly place: Omit<GazetteerRow, "admin1" | "radiusKm">;
  /** `ML.08`, `ML.08.1234`. */
  readonly admin1: string;
  readonly admin2: string;
}

export interface DumpName {
  readonly geonames: number;
  readonly alternate: string;
}

const PLACE_COLUMNS = 19;
const LEAST_NAME_COLUMNS = 4;
const GONE = new Set(["PPLH", "PPLQ", "PPLW"]);
/** What alternateNamesV2 calls a language and is none: links, codes of airports, post and Wikidata. */
const NO_LANGUAGE = new Set(["link", "wkdt", "post", "iata", "icao", "faac", "unlc", "tcid", "abbr", "phon"]);

/**
 * One line of `allCountries`, a per-country dump (19 columns) or `alternateNamesV2` (at least 4), as GeoNames'
 * readme describes them. Kept are populated places and administrative units of the first two levels.
 */
export function readDumpLine(line: string, iso3: (iso2: string) => string | undefined): DumpLine {
  if (line.trim() === "") return undefined;
  const cells = line.split("\t");
  if (cells.length === PLACE_COLUMNS) return readPlace(cells, iso3);
  if (cells.length >= LEAST_NAME_COLUMNS && cells.length <= 10) return readName(cells);
  return { problem: `${cells.length} columns, not ${PLACE_COLUMNS} of a dump or 10 of alternateNamesV2` };
}

function readPlace(cells: readonly string[], iso3: (iso2: string) => string | undefined): DumpLine {
  const [id, name = "", ascii = "", others = "", latitude, longitude, kind, feature = "", iso2 = ""] = cells;
  const unit = feature === "ADM1" ? "admin1" : feature === "ADM2" ? "admin2" : undefined;
  if (kind !== "P" && unit === undefined) return undefined;
  if (GONE.has(feature)) return undefined;
  const geonames = wholeNumber(id);
  if (geonames === undefined || geonames === 0) return { problem: `the id is ${id}, not a whole number` };
  if (name === "") return { problem: "the name is empty" };
  const lat = degrees(latitude, 90);
  const lon = degrees(longitude, 180);
  if (lat === undefined) return { problem: `the latitude is ${latitude}` };
  if (lon === undefined) return { problem: `the longitude is ${longitude}` };
  const country = iso3(iso2);
  if (country === undefined) return { problem: `the country ${iso2} is not known` };
  const population = wholeNumber(cells[14] || "0");
  if (population === undefined) return { problem: `the population is ${cells[14]}` };
  const admin1 = `${iso2}.${cells[10]}`;
  const names = [ascii, ...others.split(",")].filter(isName);
  const place = { geonames, name, names, feature: feature || "PPL", country, lat, lon, population };
  return {
    place: { ...place, kind: unit ?? "town" },
    admin1: cells[10] ? admin1 : "",
    admin2: cells[11] ? `${admin1}.${cells[11]}` : "",
  };
}

function readName(cells: readonly string[]): DumpLine {
  const geonames = wholeNumber(cells[1]);
  if (geonames === undefined) return { problem: `the id of the place is ${cells[1]}, not a whole number` };
  if (!cells[3]) return { problem: "the name is empty" };
  const isLeftOut = NO_LANGUAGE.has(cells[2] ?? "") || !isName(cells[3]);
  return isLeftOut ? undefined : { geonames, alternate: cells[3] };
}

/** Codes of airports and aliases of up to three letters are more often other words than places. */
function isName(text: string): boolean {
  return text.length > 3 && !/^[A-Z]{2,5}$/.test(text);
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,10}$/.test(text) && Number(text) < 2 ** 32 ? Number(text) : undefined;
}

function degrees(text: string | undefined, limit: number): number | undefined {
  const value = Number(text);
  return text && Number.isFinite(value) && Math.abs(value) <= limit ? value : undefined;
}
