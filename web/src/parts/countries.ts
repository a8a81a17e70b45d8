import table from "../../../src/formats/data/countries.tsv?raw";

/** Rows of the table that the exports use: alpha-3, alpha-2, name, numeric. Names then come from the browser, in any language. */
const rows = table
  .split("\n")
  .filter((line) => /^[A-Z]{3}\t/.test(line))
  .map((line) => line.split("\t") as [string, string, string, string]);
const alpha2: ReadonlyMap<string, string> = new Map(rows.map(([alpha3, code]) => [alpha3, code]));
/** Maps write "004" where tables write "4". */
const alpha3: ReadonlyMap<number, string> = new Map(rows.map(([code, , , number]) => [Number(number), code]));

const names = new Map<string, Intl.DisplayNames>();

/** A country's name in a language; its code if the browser has no name for it. */
export function countryName(alpha3: string, language: string): string {
  const code = alpha2.get(alpha3);
  if (!code) return alpha3;
  const speaker = names.get(language) ?? new Intl.DisplayNames(language, { type: "region" });
  names.set(language, speaker);
  return speaker.of(code) ?? alpha3;
}

/** The same by the numeric code of ISO 3166-1; undefined for a number that is no country's. */
export function countryNameByNumber(number: string, language: string): string | undefined {
  const code = alpha3.get(Number(number));
  return code && countryName(code, language);
}
