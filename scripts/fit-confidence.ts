/**
 * npx tsx scripts/fit-confidence.ts DATA: fits src/coder/data/confidence.tsv on the development reports coded by hand.
 * A new fit lies on top of the one that stands in the file, so it may be run again whenever the readings change.
 */
import { writeFileSync } from "node:fs";
import { readCases } from "../benchmarks/calibration/cases.ts";
import { FIELDS } from "../benchmarks/calibration/index.ts";
import { logistic } from "../benchmarks/calibration/logistic.ts";
import { loadCalibration } from "../src/coder/calibration.ts";

const before = loadCalibration();
const { cases } = await readCases(process.argv[2] ?? "../shared");
const lines = FIELDS.map((field) => {
  const seen = cases.filter((one) => one.field === field);
  const { slope, shift } = logistic(seen);
  const old = before.get(field) ?? { slope: 1, shift: 0 };
  const joined = [slope * old.slope, slope * old.shift + shift].map((value) => value.toFixed(3));
  return [field, ...joined].join("\t");
});
writeFileSync(
  "src/coder/data/confidence.tsv",
  `# From the score of a field to how often it was right: a line over log-odds (calibration.ts).\n# Made by scripts/fit-confidence.ts.\nfield\tslope\tshift\n${lines.join("\n")}\n`,
);
