import { readTable } from "../text/table.ts";

/** What other data sets call a country: src/formats/data/countries.tsv. */
export interface CountryCodes {
  readonly iso2: string;
  readonly name: string;
  readonly isoNumeric: string;
  readonly fips: string;
  readonly gw: string;
  readonly cow: string;
  readonly acled: string;
  readonly ucdp: string;
}

let table: ReadonlyMap<string, CountryCodes> | undefined;

/** By ISO alpha-3 (XKX for Kosovo); undefined for what is no country. An empty code: that data set has none. */
export function codesOf(iso3: string | undefined): CountryCodes | undefined {
  table ??= new Map(
    readTable("src/formats/data/countries.tsv").map(({ cells }) => [
      cells.iso3!,
      {
        iso2: cells.iso2!,
        name: cells.name!,
        isoNumeric: cells.iso_numeric!,
        fips: cells.fips!,
        gw: cells.gw!,
        cow: cells.cow!,
        acled: cells.acled!,
        ucdp: cells.ucdp!,
      },
    ]),
  );
  return iso3 === undefined ? undefined : table.get(iso3);
}
