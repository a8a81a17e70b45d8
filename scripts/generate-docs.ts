import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { columnTable } from "../src/formats/dataset/readme.ts";
import { EXPORTS } from "../src/formats/index.ts";
import { UNKNOWN_REASONS } from "../src/record/cell.ts";
import { codedReportSchema, SCHEMA_VERSION } from "../src/record/coded-report.ts";
import { CATALOGUE } from "../src/text/error-catalogue.ts";
import { packageFile } from "../src/text/package-files.ts";
import { accuracyPage } from "./accuracy-page.ts";

/**
 * Writes the pages of docs/ that say again what the code says: the error catalogue, the JSON Schema of the record
 * and its table of fields, and of those that say what was measured. `npm run docs` writes, `npm run docs -- --check` only compares (a test does the same).
 */
export const GENERATED: Readonly<Record<string, () => string>> = {
  "docs/errors.md": errorsPage,
  "docs/record.schema.json": schemaFile,
  "docs/record-fields.md": fieldsPage,
  "docs/benchmarks.md": benchmarksPage,
  "docs/accuracy.md": () => accuracyPage(savedResults()),
  "docs/export-columns.md": columnsPage,
};

/** Pages that are not what the code would write. */
export function stale(): readonly string[] {
  return Object.entries(GENERATED)
    .filter(([file, make]) => readIfThere(packageFile(file)) !== make())
    .map(([file]) => file);
}

function errorsPage(): string {
  const rows = Object.entries(CATALOGUE).map(
    ([code, { message, cure }]) => `| ${code} | ${message} | ${cure} |`,
  );
  return [
    "# Errors",
    "",
    "Every error has a code, shows the value seen, and names the cure. `{…}` stands for what was seen.",
    "K1xx input · K2xx text and language · K3xx options · K4xx model and data files · K9xx wiring (for developers).",
    "",
    "| code | message | cure |",
    "| --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

function schemaFile(): string {
  const schema = z.toJSONSchema(codedReportSchema, { io: "output" });
  return `${JSON.stringify({ ...schema, title: SCHEMA_VERSION }, undefined, 2)}\n`;
}

/** Column sets of the exports, in the order of the page. GeoJSON and Parquet have those of csv. */
export const COLUMN_SETS = [
  "csv",
  "polecat",
  "polecat-extended",
  "acled",
  "ucdp",
  "gdelt",
  "gdelt-mentions",
] as const;

function columnsPage(): string {
  return [
    "# Columns of the exports",
    "",
    "Made from `src/formats/data/NAME.columns.tsv`. [export.md](export.md) says how to get them and what is withheld.",
    "*holds* is what the target's own documentation says, in our words; *empty:* is followed by the reason.",
    "",
    COLUMN_SETS.map((name) => `[${name}](#${name})`).join(" · "),
    ...COLUMN_SETS.flatMap((name) => [
      "",
      `## ${name}`,
      "",
      `${EXPORTS[name].title}.`,
      "",
      columnTable(name),
    ]),
    "",
  ].join("\n");
}

interface SavedResult {
  readonly date: string;
  readonly commit: string;
  readonly machine: string;
  readonly load: string;
  readonly name: string;
  readonly title: string;
  readonly figures: readonly {
    name: string;
    value: number;
    floor?: number;
    goal?: number;
    n?: number;
    digits?: number;
  }[];
}

function savedResults(): readonly SavedResult[] {
  const folder = packageFile("benchmarks/results");
  return readdirSync(folder)
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as SavedResult);
}

/** The committed results as tables: the docs quote no figure that is not there. */
function benchmarksPage(): string {
  const results = savedResults();
  const show = (value: number | undefined, digits = 3): string =>
    value === undefined ? "" : value.toFixed(digits);
  return [
    "# Benchmarks",
    "",
    "Made from `benchmarks/results/`; `npm run bench -- NAME --save` writes them (it needs the data beside the project).",
    "All are development sets: we looked at them and tuned on them. [accuracy.md](accuracy.md) says what that means.",
    ...results.flatMap(({ name, title, date, commit, machine, load, figures }) => [
      "",
      `## ${name}`,
      "",
      `${title}. ${date}, commit ${commit}, ${machine}, load ${load}.`,
      "",
      "| figure | value | floor | goal | n |",
      "| --- | --- | --- | --- | --- |",
      ...figures.map(
        (one) =>
          `| ${one.name} | ${show(one.value, one.digits)} | ${show(one.floor, one.digits)} | ${show(one.goal, one.digits)} | ${one.n ?? ""} |`,
      ),
    ]),
    "",
  ].join("\n");
}

interface Node {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
}

/** One row a field, nested fields by path; a cell that may be unknown is shown by its known form. */
function fieldsPage(): string {
  const root = z.toJSONSchema(codedReportSchema, { io: "output", reused: "inline" }) as Node;
  return [
    "# Fields of the record",
    "",
    `The record of one report, \`${SCHEMA_VERSION}\`. [record.md](record.md) explains the principles; [record.schema.json](record.schema.json) is the JSON Schema.`,
    'A *cell* is `{status: "known", …, basis, quotes, confidence}`, or `{status: "unknown", reason, quotes}`, or `{status: "not-applicable", reason}`.',
    `Reasons for unknown: ${UNKNOWN_REASONS.map((reason) => `\`${reason}\``).join(", ")}.`,
    "",
    "| field | type |",
    "| --- | --- |",
    ...rowsOf("", root).map(([path, type]) => `| ${path} | ${type} |`),
    "",
  ].join("\n");
}

function rowsOf(path: string, node: Node): readonly (readonly [string, string])[] {
  return Object.entries(node.properties ?? {}).flatMap(([name, child]) => {
    const full = path === "" ? name : `${path}.${name}`;
    const inner = child.items ?? child;
    const shown = inner.anyOf?.find((option) => option.properties?.status?.const === "known") ?? inner;
    const label = `\`${full}${child.items === undefined ? "" : "[]"}\``;
    const row: readonly [string, string] = [
      label,
      `${typeOf(inner)}${node.required?.includes(name) ? "" : ", optional"}`,
    ];
    if (
      shown.properties !== undefined &&
      "text" in shown.properties &&
      "start" in shown.properties &&
      !("kind" in shown.properties)
    ) {
      return [row];
    }
    return [row, ...rowsOf(child.items === undefined ? full : `${full}[]`, shown)];
  });
}

function typeOf(node: Node): string {
  if (node.const !== undefined) return `\`${JSON.stringify(node.const)}\``;
  if (node.enum !== undefined) return node.enum.map((value) => `\`${value}\``).join(" ");
  if (node.anyOf?.some((option) => option.properties?.status !== undefined)) return "cell";
  if (node.anyOf !== undefined) return node.anyOf.map(typeOf).join(" or ");
  if (node.properties !== undefined && "text" in node.properties && "start" in node.properties)
    return "quote";
  return node.type ?? "any";
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

if (process.argv[1]?.endsWith(join("scripts", "generate-docs.ts"))) {
  const outdated = stale();
  if (process.argv.includes("--check")) {
    if (outdated.length > 0) process.stderr.write(`out of date: ${outdated.join(", ")}; run npm run docs\n`);
    process.exitCode = outdated.length > 0 ? 1 : 0;
  } else {
    for (const file of outdated) writeFileSync(packageFile(file), GENERATED[file]!());
    process.stderr.write(`written: ${outdated.join(", ") || "nothing, all up to date"}\n`);
  }
}
