import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { problemsOf } from "./check.ts";
import { toGoldShape } from "./gold-shape.ts";
import { nearDuplicates } from "./near-duplicates.ts";
import { readCorpus } from "./read.ts";
import { statisticsOf } from "./statistics.ts";

/** `npm run corpus [FOLDER]`: checks and counts the corpus; with a folder, writes docs.jsonl and coding.jsonl there. */
const reports = readCorpus();
const problems = reports.flatMap(problemsOf);
const { counts, ...totals } = statisticsOf(reports);
const lines = Object.entries(totals).map(([name, value]) => `${name.padEnd(24)}${value}`);
for (const [name, table] of Object.entries(counts)) {
  const cells = Object.entries(table).map(([key, value]) => `${key} ${value}`);
  lines.push(`${name.padEnd(24)}${cells.join(", ")}`);
}
const copies = nearDuplicates(reports);
lines.push(`near-duplicate sentences ${copies.length}`);
for (const { one, other, overlap } of copies) lines.push(`  ${overlap.toFixed(2)} ${one}\n       ${other}`);
lines.push(...problems, `${problems.length} problems`);
process.stdout.write(`${lines.join("\n")}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;

const folder = process.argv[2];
if (folder !== undefined) {
  mkdirSync(folder, { recursive: true });
  const shapes = reports.map(toGoldShape);
  const jsonl = (rows: readonly unknown[]): string =>
    `${rows.map((row) => JSON.stringify(row)).join("\n")}\n`;
  writeFileSync(join(folder, "docs.jsonl"), jsonl(shapes.map((shape) => shape.document)));
  writeFileSync(join(folder, "coding.jsonl"), jsonl(shapes.map((shape) => shape.coding)));
}
