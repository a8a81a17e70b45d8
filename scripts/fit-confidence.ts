/**
 * npx tsx scripts/fit-confidence.ts DATA: fits src/coder/data/confidence.tsv on the development reports coded by hand, over
 * the scores that scripts/fit-evidence.ts made. It may be run again whenever the readings change.
 */
import { writeFileSync } from "node:fs";
import { readCases } from "../benchmarks/calibration/cases.ts";
import { FIELDS } from "../benchmarks/calibration/index.ts";
import { logistic } from "../benchmarks/calibration/logistic.ts";

const { cases } = await readCases(process.argv[2] ?? "../shared");
const lines = FIELDS.map((field) => {
  const { slope, shift } = logistic(cases.filter((one) => one.field === field));
  return [field, slope.toFixed(3), shift.toFixed(3)].join("\t");
});
writeFileSync(
  "src/coder/data/confidence.tsv",
  `# From the score of a field to how often it was right: a line over log-odds (calibration.ts).\n# Made by scripts/fit-confidence.ts.\nfield\tslope\tshift\n${lines.join("\n")}\n`,
);
