import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readCsv } from "../../scripts/registry-csv.ts";
import { type Countries, loadCountries } from "../../src/knowledge/countries.ts";

export const CASES = [
  "ordinary",
  "first day",
  "day of a change",
  "vacancy",
  "former",
  "registry ends",
] as const;
export type Case = (typeof CASES)[number];

/** "Who was the defence minister of Mali on 12 May 2014?", asked as a sentence of a report. */
export interface Question {
  readonly kind: Case;
  readonly country: string;
  readonly noun: string;
  readonly day: string;
  readonly text: string;
  /** Who is right; nobody: only an answer without a name is. */
  readonly persons: readonly Holder[];
}

export interface Holder {
  readonly qid: string;
  readonly name: string;
  readonly start: string;
  readonly end: string;
}

/** What reports call the holder of a title in the table. Deliberately not the table of the program. */
const NOUNS: Readonly<Record<string, RegExp>> = {
  president: /^President$/,
  "prime minister": /^Prime Minister$/,
  "vice president": /^Vice President$/,
  "foreign minister": /^Minister (?:of|for) Foreign (?:Affairs|Relations)\b/,
  "defence minister": /^Minister (?:of|for) (?:National )?Defence\b|^Minister of the Armed Forces/,
  "interior minister": /^Minister (?:of|for) (?:the )?(?:Interior|Internal Affairs|Home Affairs)\b/,
  "finance minister": /^Minister (?:of|for) (?:(?:the )?Economy and )?Finance\b/,
  "justice minister": /^Minister (?:of|for) (?:Law and )?Justice\b/,
  "health minister": /^Minister (?:of|for) (?:Public )?Health\b/,
  "education minister": /^Minister (?:of|for) (?:National )?Education\b/,
  "agriculture minister": /^Minister (?:of|for) Agriculture\b/,
  "energy minister": /^Minister (?:of|for) Energy\b/,
  "transport minister": /^Minister (?:of|for) Transport\b/,
};
/** At most so many of a kind for one office of one country. */
const MOST = 3;
const AFTER_ALL_TABLES = "2026-03-03";

/** Questions about the countries whose name falls into the third that is kept out of development. */
export function readQuestions(folder: string, held: "out" | "in"): readonly Question[] {
  const countries = loadCountries();
  const rows = readCsv(readFileSync(join(folder, "office_holders.csv"), "utf8").replace(/^\ufeff/, ""));
  const tables = new Map<string, Holder[]>();
  for (const row of rows) {
    const name = (row.country ?? "").replace(/^The /, "the ");
    if (isHeldOut(name) !== (held === "out") || countries.byName(name) === undefined) continue;
    const noun = Object.keys(NOUNS).find((one) => NOUNS[one]!.test(row.position ?? ""));
    if (noun === undefined) continue;
    const key = `${name}\t${noun}`;
    const holder = { qid: row.person_qid!, name: row.person!, start: row.start!, end: row.end! };
    tables.set(key, [...(tables.get(key) ?? []), holder]);
  }
  return [...tables].flatMap(([key, list]) => {
    const [country = "", noun = ""] = key.split("\t");
    return questionsOf(country, noun, list, countries);
  });
}

function isHeldOut(country: string): boolean {
  return createHash("sha256").update(country).digest()[0]! % 3 === 0;
}

function questionsOf(
  country: string,
  noun: string,
  list: readonly Holder[],
  countries: Countries,
): readonly Question[] {
  // Rows that are only dated to a year or a month, or never closed, make no question; they still answer.
  const dated = list
    .filter(({ start, end }) => start.length === 10 && end.length === 10)
    .sort((a, b) => a.start.localeCompare(b.start));
  const ask = (kind: Case, day: string, persons: readonly Holder[], word = ""): Question => ({
    kind,
    country: countries.byName(country)!,
    noun,
    day,
    persons,
    text: sentence(country, `${word}${noun}`, day),
  });
  const questions: Question[] = [];
  for (const [index, one] of dated.entries()) {
    const before = dated[index - 1];
    const middle = dayBetween(one.start, one.end);
    if (only(on(list, middle), one)) questions.push(ask("ordinary", middle, [one]));
    if (only(on(list, one.start), one)) questions.push(ask("first day", one.start, [one]));
    if (before === undefined || before.qid === one.qid) continue;
    const both = on(list, one.start);
    if (before.end === one.start && both.length === 2) {
      questions.push(ask("day of a change", one.start, both));
    }
    const gap = dayBetween(before.end, one.start);
    if (before.end < one.start && gap > before.end && on(list, gap).length === 0) {
      questions.push(ask("vacancy", gap, []));
    }
    const gone = [
      ...new Map(list.filter(({ end }) => end !== "" && end < middle).map((h) => [h.qid, h])).values(),
    ];
    const sure = list.every(({ start, end }) => start.length === 10 && (end === "" || end.length === 10));
    if (sure && gone.length > 0)
      questions.push(ask("former", middle, gone.length === 1 ? gone : [], "former "));
  }
  if (list.length > 0) questions.push(ask("registry ends", AFTER_ALL_TABLES, []));
  return CASES.flatMap((kind) => questions.filter((one) => one.kind === kind).slice(-MOST));
}

/** Rows that may cover a day; one row a person. */
function on(list: readonly Holder[], day: string): readonly Holder[] {
  const found = list.filter(
    ({ start, end }) =>
      start <= day.slice(0, start.length) && (end === "" || day.slice(0, end.length) <= end),
  );
  return [...new Map(found.map((holder) => [holder.qid, holder])).values()];
}

function only(found: readonly Holder[], one: Holder): boolean {
  return found.length === 1 && found[0]!.qid === one.qid;
}

function dayBetween(from: string, to: string): string {
  const middle = (Date.parse(from) + Date.parse(to)) / 2;
  return new Date(middle).toISOString().slice(0, 10);
}

function sentence(country: string, office: string, day: string): string {
  const date = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
  const of = country.startsWith("the ") ? `The ${office} of ${country}` : `${country}'s ${office}`;
  return `${of} accused the rebels of an attack on ${date}.`;
}
