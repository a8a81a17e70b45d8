import type { Countries } from "../src/knowledge/countries.ts";
import { foldName } from "../src/knowledge/gazetteer-fold.ts";
import type { GazetteerRow } from "../src/knowledge/gazetteer-format.ts";

const DENSE_COUNTRY = 3_000;
const SMALLEST_IN_DENSE = 1_000;
/** Letters of scholarly transliteration, which no newspaper prints. */
const SCHOLARLY = /[\u0304\u0323\u0327\u0331]|[‘’ʻʼ]/u;
const WITH_SCHOLARLY_NAMES = new Set(
  "AFG DZA BHR EGY ERI IRN IRQ ISR JOR KWT LBN LBY MAR MRT OMN PAK PSE QAT SAU SDN SYR TUN YEM ARE BGD IND NPL LKA DJI SOM".split(
    " ",
  ),
);
const ARABIC_ARTICLE = /^(?:al|el|ar|as|ash|ad|az|an|at|ath|adh)[ -](?=\S{4})/i;
const SEATS = new Set(["PPLC", "PPLA", "PPLA2", "PPLA3"]);

/** A line of GeoNames' dump (19 tab-separated columns) as far as we use it. */
export interface Town {
  readonly geonames: number;
  readonly name: string;
  readonly names: readonly string[];
  readonly lat: number;
  readonly lon: number;
  readonly feature: string;
  readonly country: string;
  /** `ML.08`, `US.LA.079`. */
  readonly admin1: string;
  readonly admin2: string;
  readonly population: number;
}

/** All towns of the dump whose country we know; the selection is made by `townRows`. */
export function readTowns(dump: string, countries: Countries): readonly Town[] {
  return dump
    .split("\n")
    .filter((line) => line !== "")
    .flatMap((line) => {
      const cells = line.split("\t");
      const iso2 = cells[8] ?? "";
      const country = countries.fromIso2(iso2);
      if (country === undefined) return [];
      const admin1 = `${iso2}.${cells[10] ?? ""}`;
      return [
        {
          geonames: Number(cells[0]),
          name: cells[1] ?? "",
          names: [cells[2] ?? "", ...(cells[3] ?? "").split(",")].filter((name) => name !== ""),
          lat: Number(cells[4]),
          lon: Number(cells[5]),
          feature: cells[7] || "PPL",
          country,
          admin1,
          admin2: cells[11] ? `${admin1}.${cells[11]}` : "",
          population: Number(cells[14]),
        },
      ];
    });
}

export function townRows(
  towns: readonly Town[],
  admin1Rows: ReadonlyMap<string, number>,
  countries: Countries,
): readonly GazetteerRow[] {
  const perCountry = new Map<string, number>();
  for (const town of towns) perCountry.set(town.country, (perCountry.get(town.country) ?? 0) + 1);
  const kept = towns.filter(
    (town) =>
      (perCountry.get(town.country) ?? 0) <= DENSE_COUNTRY ||
      town.population >= SMALLEST_IN_DENSE ||
      SEATS.has(town.feature),
  );
  return kept.map((town) => {
    const admin1 = admin1Rows.get(town.admin1);
    return {
      geonames: town.geonames,
      name: printedName(town),
      names: keptNames(town, countries),
      kind: "town" as const,
      feature: town.feature,
      country: town.country,
      ...(admin1 === undefined ? {} : { admin1 }),
      lat: town.lat,
      lon: town.lon,
      population: town.population,
      radiusKm: 5,
    };
  });
}

/** `Rafah` for `Rafaḩ`: the spelling without transliteration marks, where the local script is not Latin. */
function printedName(town: Town): string {
  const ascii = town.names[0] ?? town.name;
  const isScholarly = WITH_SCHOLARLY_NAMES.has(town.country) && SCHOLARLY.test(town.name.normalize("NFD"));
  return isScholarly ? ascii.replace(/^[`'‘’ʻ]+/, "").replace(/\b[`'](?=\p{L})/gu, "") : town.name;
}

function keptNames(town: Town, countries: Countries): readonly string[] {
  const articles = WITH_SCHOLARLY_NAMES.has(town.country)
    ? [town.name, ...town.names].map((name) => name.replace(ARABIC_ARTICLE, ""))
    : [];
  return [town.name, ...town.names, ...articles].filter((name) => {
    const folded = foldName(name);
    // Two signs are a whole name in Chinese, Japanese and Korean, a code in Latin letters.
    const shortest = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}]+$/u.test(
      folded,
    )
      ? 2
      : 4;
    if (folded.length < shortest || /^[A-Z]{2,5}$/.test(name)) return false;
    return countries.byName(name) === undefined && countries.demonym(name) === undefined;
  });
}
