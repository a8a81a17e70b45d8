import type { Countries } from "../src/knowledge/countries.ts";
import { readCsv } from "./registry-csv.ts";

/** Rows of ucdp-groups.tsv: groups that are organised (Org 1); those at home in more than two states carry none. */
export function groupLines(content: string, countries: Countries): readonly string[] {
  const lines: string[] = [];
  for (const row of readCsv(content)) {
    if (row.Org !== "1" || /faction|^Forces of (?!the Caucasus)|[()]/.test(row.NameData ?? "")) continue;
    const english = usable(row.NameOrigFullEng);
    const short = usable(row.NameData);
    if (short === undefined) continue;
    const name = english ?? short;
    const aliases = [
      short,
      row.NameOrig,
      row.NameOrigFull,
      ...split(row.NewName),
      ...split(row.NewNameFullEng),
    ]
      .map(usable)
      .filter(
        (alias) => alias !== undefined && alias !== name && (alias.length > 2 || /^\p{L}\d/u.test(alias)),
      );
    const homes = split(row.Location)
      .map((place) => countries.byName(place.replace(/\s*\(.*\)/, "")))
      .filter((code) => code !== undefined);
    const country = homes.length > 0 && homes.length <= 2 ? homes[0]! : "";
    lines.push(
      [
        `ucdp-${row.ActorId}`,
        name,
        [...new Set(aliases)].join("|"),
        "armed-group",
        country,
        "REB",
        "",
        "",
        "ucdp-22.1",
      ].join("\t"),
    );
  }
  return lines;
}

function split(cell: string | undefined): readonly string[] {
  return (cell ?? "").split(/[,;]\s*/).filter((part) => part !== "");
}

/** A name that an English report could use; undefined for `n/a`, other scripts and whole lists. */
function usable(cell: string | undefined): string | undefined {
  const name = (cell ?? "").replaceAll(/\s+/g, " ").trim();
  if (name === "" || name === "n/a" || name.length > 80 || /[^\p{Script=Latin}\p{N}\p{P}\s]/u.test(name))
    return undefined;
  return /[/;|()]/.test(name) ? undefined : name;
}
