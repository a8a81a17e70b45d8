/**
 * npx tsx scripts/fit-evidence.ts: counts in our own corpus (training/corpus) how often the cells of an event are right by
 * the way in which they were come by (src/coder/data/cell-evidence.tsv), and weighs that with what the network holds of
 * them (cell-weights.tsv). scripts/fit-confidence.ts then draws the line from these scores to the reports coded by hand.
 */
import { writeFileSync } from "node:fs";
import type { Case } from "../benchmarks/calibration/cases.ts";
import { readCells } from "./cell-evidence/cells.ts";
import { shareOf, sharesOf } from "./cell-evidence/counts.ts";
import { weightsOf } from "./cell-evidence/weights.ts";

/** What is counted. An event has a score of its own that stands in for a share. */
const COUNTED: readonly Case["field"][] = [
  "actors",
  "attributions",
  "factuality",
  "place",
  "recipients",
  "time",
  "type",
];
/**
 * Cells of which the network knows more than the way tells, on the sixty reports from which its roles were not learnt and on
 * those coded by hand. Of actors it does not, nor of empty recipients and dates (docs/decisions/0031).
 */
const WEIGHED: readonly (readonly [Case["field"], boolean])[] = [
  ["event", true],
  ["place", true],
  ["place", false],
  ["recipients", true],
  ["time", true],
  ["type", true],
];

const cells = await readCells();
const rows = COUNTED.flatMap((field) =>
  [...sharesOf(cells.filter((one) => one.field === field))]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, counted]) => [field, ...key.split(" "), shareOf(counted).toFixed(3), counted.all].join("\t")),
);
write(
  "cell-evidence.tsv",
  `# How often the cells of an event are right, by the way in which they were come by and the act that the event is (src/coder/evidence.ts).\n# Counted in our own corpus by scripts/fit-evidence.ts; n: cells seen.`,
  ["field", "way", "act", "right", "n"],
  rows,
);
const weights = WEIGHED.map(([field, isTold]) => {
  const { shift, slope } = weightsOf(
    cells.filter((one) => one.field === field && one.evidence.isTold === isTold),
  );
  return [field, isTold ? "told" : "empty", shift.toFixed(3), slope.toFixed(3)].join("\t");
});
write(
  "cell-weights.tsv",
  `# Log-odds that a cell is right: those of its share (cell-evidence.tsv; of an event: of its own score) + bias + seen x log-odds of\n# what the network holds of it (src/coder/seen.ts). Fitted on our own corpus by scripts/fit-evidence.ts.\n# Cells that are not here have their share.`,
  ["field", "cell", "bias", "seen"],
  weights,
);

function write(file: string, comment: string, columns: readonly string[], lines: readonly string[]): void {
  writeFileSync(`src/coder/data/${file}`, `${[comment, columns.join("\t"), ...lines].join("\n")}\n`);
}
