import table from "../../../src/formats/data/countries.tsv?raw";

/** Alpha-2 code by alpha-3, from the table that the exports use; names then come from the browser in any language. */
const alpha2: ReadonlyMap<string, string> = new Map(
  table
    .split("\n")
    .filter((line) => /^[A-Z]{3}\t/.test(line))
    .map((line) => line.split("\t") as [string, string]),
);

const names = new Map<string, Intl.DisplayNames>();

/** A country's name in a language; its code if the browser has no name for it. */
export function countryName(alpha3: string, language: string): string {
  const code = alpha2.get(alpha3);
  if (!code) return alpha3;
  const speaker = names.get(language) ?? new Intl.DisplayNames(language, { type: "region" });
  names.set(language, speaker);
  return speaker.of(code) ?? alpha3;
}
