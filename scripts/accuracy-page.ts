import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFile } from "../src/text/package-files.ts";

interface Figure {
  readonly name: string;
  readonly value: number;
  readonly n?: number;
}

/** A committed result, by the name of its benchmark. */
export interface Result {
  readonly name: string;
  readonly date: string;
  readonly commit: string;
  readonly figures: readonly Figure[];
}

/** docs/accuracy.md: its figures from benchmarks/results/, its words and examples from scripts/accuracy/. */
export function accuracyPage(results: readonly Result[]): string {
  const accuracy = resultOf(results, "accuracy");
  return [
    filled(prose("measured.md"), results),
    "## By type, construction and region",
    "",
    `${accuracy.date}, commit ${accuracy.commit}. *Real* are the 32 reports coded by hand; *own* is every`,
    "tenth report of our own corpus, which the model has learnt from and whose wordings we have looked at: it shows where",
    "the trouble lies, not how good the coder is. Recall: how many of the coders' events are found with their type;",
    "precision: how many of the events that are given are theirs. Where n is small, read nothing into it.",
    "",
    "### By type",
    "",
    ...typeTable(accuracy, readExamples("types.tsv")),
    "",
    "### By construction",
    "",
    ...constructionTable(accuracy, readExamples("constructions.tsv")),
    "",
    "### By region",
    "",
    ...regionTable(accuracy),
    "",
    prose("judged.md"),
  ].join("\n");
}

function resultOf(results: readonly Result[], name: string): Result {
  const found = results.find((one) => one.name === name);
  if (found === undefined) throw new Error(`benchmarks/results/${name}.json is missing`);
  return found;
}

function prose(file: string): string {
  return readFileSync(packageFile(join("scripts/accuracy", file)), "utf8");
}

/** `key TAB example that is read right TAB example that is not`, in our own words. */
function readExamples(file: string): ReadonlyMap<string, readonly string[]> {
  const rows = prose(file)
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
  return new Map(rows.map(([key, ...examples]) => [key!, examples]));
}

/** `{gold: event F1}` is the figure of that name in that result; `%` behind the name makes it per cent. */
function filled(text: string, results: readonly Result[]): string {
  return text.replace(/\{([\w-]+): ([^}]+?)( %| #)?\}/g, (_, name: string, figure: string, form?: string) => {
    const found = resultOf(results, name).figures.find((one) => one.name === figure);
    if (found === undefined) throw new Error(`benchmarks/results/${name}.json has no figure ${figure}`);
    if (form === " %") return `${Math.round(found.value * 100)} %`;
    return form === " #" ? String(found.value) : found.value.toFixed(2).replace(/^0/, "");
  });
}

function cell({ figures }: Result, name: string): string {
  const found = figures.find((one) => one.name === name);
  return found === undefined ? "" : `${found.value.toFixed(2)} (${found.n ?? 0})`;
}

function keysOf({ figures }: Result, group: string): readonly string[] {
  const pattern = new RegExp(`^(?:real|own) ${group} (.+) recall$`);
  return [...new Set(figures.flatMap(({ name }) => pattern.exec(name)?.[1] ?? []))];
}

function typeTable(result: Result, examples: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return [
    "| type | real: precision (n) | recall (n) | own: precision (n) | recall (n) | read right | not read |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...[...keysOf(result, "type")].sort().map((type) => {
      const cells = ["real", "own"].flatMap((set) =>
        ["precision", "recall"].map((measure) => cell(result, `${set} type ${type} ${measure}`)),
      );
      return `| ${[type, ...cells, ...(examples.get(type) ?? ["", ""])].join(" | ")} |`;
    }),
  ];
}

function constructionTable(
  result: Result,
  examples: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  return [
    "| how it is told | real: recall (n) | own: recall (n) | for example |",
    "| --- | --- | --- | --- |",
    ...keysOf(result, "construction").map((name) => {
      const cells = ["real", "own"].map((set) => cell(result, `${set} construction ${name} recall`));
      return `| ${[name, ...cells, ...(examples.get(name) ?? [""])].join(" | ")} |`;
    }),
  ];
}

function regionTable(result: Result): readonly string[] {
  return [
    "Of our own corpus only: the real reports are too few for regions.",
    "",
    "| region | precision (n) | recall (n) |",
    "| --- | --- | --- |",
    ...keysOf(result, "region").map((region) => {
      const cells = ["precision", "recall"].map((measure) => cell(result, `own region ${region} ${measure}`));
      return `| ${[region, ...cells].join(" | ")} |`;
    }),
  ];
}
