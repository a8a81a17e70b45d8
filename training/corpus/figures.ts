import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CorpusReport } from "./notation.ts";
import { type ResolvedEvent, resolve } from "./resolve.ts";
import type { Statistics } from "./statistics.ts";

const FILE = join(dirname(fileURLToPath(import.meta.url)), "FIGURES.md");
const TABLES = ["type", "mode", "factuality", "phase", "source", "quantity", "style", "region", "hand"];
const YEAR_IN_DAYS = 366;

/** FIGURES.md: what the corpus holds, counted. `npm run corpus -- --figures` writes it, a test compares. */
export function figuresPage(reports: readonly CorpusReport[], statistics: Statistics): string {
  const { counts, ...totals } = statistics;
  return [
    "# What the corpus holds",
    "",
    "Counted by `npm run corpus -- --figures`; a test checks that the page is true.",
    "",
    ...table("all", totals),
    ...table("construction", constructions(reports)),
    ...TABLES.flatMap((name) => table(name, counts[name]!)),
  ].join("\n");
}

export function writeFigures(page: string): void {
  writeFileSync(FILE, page);
}

export function writtenFigures(): string {
  return readFileSync(FILE, "utf8");
}

function table(name: string, rows: Readonly<Record<string, number>>): readonly string[] {
  const lines = Object.entries(rows).map(([key, value]) => `| ${key} | ${value} |`);
  return [`| ${name} | number |`, "| --- | ---: |", ...lines, ""];
}

const CONSTRUCTIONS: Readonly<Record<string, (event: ResolvedEvent, published: string) => boolean>> = {
  "trigger of several words": ({ code }) => code.trigger.text.includes(" "),
  "told more than once": ({ mentions }) => mentions.length > 0,
  "a source in the report": ({ sources }) => sources.length > 0,
  "two sources or more": ({ sources }) => sources.length > 1,
  "no actor": ({ actors }) => actors.length === 0,
  "two actors or more": ({ actors }) => actors.length > 1,
  "no recipient": ({ recipients }) => recipients.length === 0,
  "a second type as good": ({ code }) => code.second !== undefined,
  "may be left out": ({ code }) => code.optional,
  "not certain, or denied": ({ code }) => code.factuality !== "CT+",
  "tried and failed": ({ code }) => code.attempt,
  "with a place": ({ place }) => place !== undefined,
  "with a date": ({ date }) => date !== undefined,
  "with a figure of people": ({ quantities }) => quantities.length > 0,
  "background, more than a year old": ({ code }, published) =>
    code.date !== undefined && daysBetween(code.date.to, published) > YEAR_IN_DAYS,
};

function constructions(reports: readonly CorpusReport[]): Readonly<Record<string, number>> {
  const events = reports.flatMap((report) =>
    resolve(report).events.map((event) => ({ event, published: report.fields.published! })),
  );
  return Object.fromEntries(
    Object.entries(CONSTRUCTIONS).map(([name, is]) => [
      name,
      events.filter(({ event, published }) => is(event, published)).length,
    ]),
  );
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
