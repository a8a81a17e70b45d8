import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { problemsOf } from "./check.ts";
import { figuresPage, writeFigures } from "./figures.ts";
import { toGoldShape } from "./gold-shape.ts";
import { nearDuplicates } from "./near-duplicates.ts";
import { readCorpus } from "./read.ts";
import { statisticsOf } from "./statistics.ts";

/**
 * `npm run corpus [FOLDER [second-coding]]`: checks and counts the corpus, or the second coding of a part of it; with a
 * folder, writes docs.jsonl and coding.jsonl there. `npm run corpus -- --figures` writes FIGURES.md.
 */
const [folder, coding] = process.argv.slice(2);
const reports = readCorpus(coding === "second-coding" ? coding : "reports");
const problems = reports.flatMap(problemsOf);
const statistics = statisticsOf(reports);
const { counts, ...totals } = statistics;
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

if (folder === "--figures") writeFigures(figuresPage(reports, statistics));
else if (folder !== undefined) {
  mkdirSync(folder, { recursive: true });
  const shapes = reports.map(toGoldShape);
  const jsonl = (rows: readonly unknown[]): string =>
    `${rows.map((row) => JSON.stringify(row)).join("\n")}\n`;
  writeFileSync(join(folder, "docs.jsonl"), jsonl(shapes.map((shape) => shape.document)));
  writeFileSync(join(folder, "coding.jsonl"), jsonl(shapes.map((shape) => shape.coding)));
}
