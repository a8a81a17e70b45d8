import type { Countries } from "../src/knowledge/countries.ts";
import { foldName } from "../src/knowledge/gazetteer-fold.ts";
import { readCsv } from "./registry-csv.ts";

interface Tenure {
  readonly country: string;
  readonly position: string;
  readonly start: string;
  readonly end: string;
}

/** Offices that do not make a political actor, and those that only fill the table. */
const LEFT_OUT =
  /First Lady|Lord of the Treasury|whip|Parliamentary Private|Paymaster|Postmaster|Poet|Comptroller|Treasurer of|Clerk|Lord-in-Waiting|chaplain|Librarian|archbishop/i;

/** Rows of persons.tsv: one a person, in the order of their ids. */
export function personLines(source: (name: string) => string, countries: Countries): readonly string[] {
  const tenures = new Map<string, Tenure[]>();
  const names = new Map<string, Set<string>>();
  const add = (qid: string, name: string, tenure: Tenure): void => {
    if (!/^Q\d+$/.test(qid) || LEFT_OUT.test(tenure.position) || tenure.position === "") return;
    tenures.set(qid, [...(tenures.get(qid) ?? []), tenure]);
    names.set(qid, (names.get(qid) ?? new Set()).add(name));
  };
  for (const row of readCsv(source("office_holders.csv"))) {
    const country = countries.byName(row.country ?? "") ?? "";
    const position = shorten(row.position ?? "");
    add(row.person_qid ?? "", row.person ?? "", {
      country,
      position,
      start: row.start ?? "",
      end: row.end ?? "",
    });
  }
  for (const row of readCsv(source("heads_of_state_government_2021_2022.csv"))) {
    const country = countries.byName(row.country ?? "") ?? "";
    if ((tenures.get(row.officeholder ?? "") ?? []).some((known) => known.country === country)) continue;
    const position = shorten((row.positionLabel ?? "").replace(/ of (?:the )?\p{Lu}.*$/u, ""));
    const tenure = { country, position, start: row.start_year ?? "", end: row.end_year ?? "" };
    add(row.officeholder ?? "", row.officeholderLabel ?? "", tenure);
  }
  addLabels(source("people.jsonl"), names);
  return [...tenures.keys()]
    .sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
    .map((qid) => personLine(qid, names.get(qid)!, tenures.get(qid)!))
    .filter((line) => line !== "");
}

/** Latin-script labels and the title of the article, so that both Goïta and N'Daou are found. */
function addLabels(lines: string, names: ReadonlyMap<string, Set<string>>): void {
  for (const line of lines.split("\n")) {
    if (line === "") continue;
    const person = JSON.parse(line) as {
      id: string;
      name?: string;
      enwiki?: string;
      labels?: Record<string, string>;
    };
    const known = names.get(person.id);
    if (known === undefined) continue;
    const labels = ["en", "fr", "de", "es"].map((language) => person.labels?.[language]);
    for (const name of [person.enwiki?.replace(/ \(.*\)$/, ""), person.name, ...labels]) {
      if (name !== undefined) known.add(name);
    }
  }
}

function personLine(qid: string, names: ReadonlySet<string>, tenures: readonly Tenure[]): string {
  const latin = [...names].filter(
    (name) => /^[\p{Script=Latin}\p{P}\s\d]+$/u.test(name) && !/[,|(]/.test(name),
  );
  const unique = latin.filter(
    (name, index) => latin.findIndex((other) => foldName(other) === foldName(name)) === index,
  );
  const [name, ...aliases] = unique;
  if (name === undefined || !/[ -]/.test(name)) return "";
  const counts = new Map<string, number>();
  for (const { country } of tenures)
    counts.set(country, (counts.get(country) ?? 0) + (country === "" ? 0.1 : 1));
  const country = [...counts].sort((a, b) => b[1] - a[1])[0]![0];
  const written = [...tenures]
    .sort((a, b) => a.start.localeCompare(b.start))
    .map((one) => {
      const other = one.country === country || one.country === "" ? "" : `=${one.country}`;
      return `${one.position}${other}@${one.start}..${one.end}`;
    });
  const keys = unique.map(foldName).join("|");
  return [keys, qid, name, aliases.join("|"), country, [...new Set(written)].join("|")].join("\t");
}

/** A title as a report would say it, without what would break the table. */
function shorten(position: string): string {
  return position
    .replaceAll(/[|@=\t]/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, 70);
}
