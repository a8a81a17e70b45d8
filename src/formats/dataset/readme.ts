import { eventTypes } from "../../ontology/index.ts";
import { columnsOf } from "../columns.ts";
import { EXPORTS } from "../index.ts";
import { columnSetOf, type DatasetFile } from "./datapackage.ts";

/** The description of a dataset for the people who get it: what it is, how it was made, what is not in it. */
export function datasetReadme(file: DatasetFile): string {
  const { summary, profile, rule, values } = file;
  const versions = Object.entries(summary.coder ?? {}).filter(([, value]) => typeof value === "string");
  return `${[
    `# ${EXPORTS[file.format].title}`,
    `\`${file.path}\` has ${summary.records} records, made of ${summary.rows} ${rule === undefined ? "events" : "happenings"}. The columns are in the codebook beside it.`,
    "## What a row says",
    [
      "A row says that a report says so. It is the report's word, or that of a source inside it, read by a machine; nobody has",
      "checked that it happened, and nobody has checked that it was read right unless a column says so. An empty cell is not",
      "known; it is not zero, not the day of publication, not the capital. Points are given only for sites and towns.",
    ].join("\n"),
    "## Method",
    [
      "Each report was coded by Khaldun after PLOVER 2.0: words, sentences and their structure by a language model, types by",
      "lexicon and model, dates counted from the day of publication, places and parties from a gazetteer and a registry.",
      "Sources and certainty follow FactBank: CT certain, PR probable, PS possible, + it did, - it did not; Uu is what only a",
      "source says.",
      rule === undefined
        ? "One row is one event of one report: several reports of one happening are several rows."
        : `Reports of one happening were joined; where they differ the rule \`${rule}\` chose the value. Joining is done by a machine too.`,
    ].join("\n"),
    ...(values === "coded"
      ? ["Values are as the program coded them: what reviewers corrected or rejected is not in it."]
      : []),
    ...(versions.length === 0 ? [] : [versions.map(([name, value]) => `- ${name}: ${value}`).join("\n")]),
    "## Accuracy and limits",
    [
      "Measured figures, on what they were measured, and what goes wrong are in docs/accuracy.md of the program: read them",
      "before you count anything. Only reports in English are coded. Reports are not the world: what no outlet tells is not",
      "here, and what many tell is here often. Do not use single rows against a person without reading the report.",
    ].join("\n"),
    "## What was withheld",
    `Profile: ${profile}.`,
    table("events left out of this format", summary.withheld, "No events left out of this format."),
    table("held back inside the rows", summary.heldBack, "Nothing held back inside the rows."),
    "## Licence",
    [
      "The texts belong to their publishers and are not part of this dataset. Names and places come from registries whose",
      "licences ask for attribution: GeoNames (CC BY 4.0), Wikidata (CC0), UCDP (CC BY 4.0). The licence of the dataset is for",
      "who publishes it to choose.",
    ].join("\n"),
  ].join("\n\n")}\n`;
}

function table(what: string, counts: ReadonlyMap<string, number>, none: string): string {
  if (counts.size === 0) return none;
  const rows = [...counts].sort(([, a], [, b]) => b - a).map(([reason, count]) => `| ${reason} | ${count} |`);
  return [`| ${what} | count |`, "| --- | --- |", ...rows].join("\n");
}

/** Columns and types in words. */
export function datasetCodebook(file: DatasetFile): string {
  const set = columnSetOf(file.format);
  return `${[
    "# Codebook",
    ...(set === undefined
      ? ["Every record is JSON; docs/export.md of the program describes its fields."]
      : ["## Columns", columnTable(set)]),
    "## Types (PLOVER 2.0)",
    eventTypes()
      .map(({ name, definition, modes }) => {
        const listed = modes.length === 0 ? "" : ` Modes: ${modes.map((mode) => mode.name).join(", ")}.`;
        return `- **${name}**: ${definition}${listed}`;
      })
      .join("\n"),
  ].join("\n\n")}\n`;
}

/** One row a column; docs/export-NAME.md has the same table. */
export function columnTable(set: string): string {
  const cell = (text: string): string => text.replaceAll("|", "\\|");
  return [
    "| column | type | holds | filled with |",
    "| --- | --- | --- | --- |",
    ...columnsOf(set).map(
      ({ name, type, meaning, filled }) => `| \`${name}\` | ${type} | ${cell(meaning)} | ${cell(filled)} |`,
    ),
  ].join("\n");
}
