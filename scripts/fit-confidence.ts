/**
 * npx tsx scripts/fit-confidence.ts DATA [FIELD ...]: fits src/coder/data/confidence.tsv on the development reports coded by hand,
 * or the lines of some of its fields.
 * It may be run again whenever the readings change: a new fit lies on top of the one that stands in the file, or, for
 * fields whose score is a share of right ones, takes its place.
 */
import { writeFileSync } from "node:fs";
import { readCases } from "../benchmarks/calibration/cases.ts";
import { FIELDS, fitOf, scored } from "../benchmarks/calibration/index.ts";
import { loadCalibration } from "../src/coder/calibration.ts";

const NONE = { slope: 1, shift: 0 };
const before = loadCalibration();
const { cases } = await readCases(process.argv[2] ?? "../shared");
const wanted = process.argv.slice(3);
const lines = FIELDS.map((field) => {
  const kept = before.get(field);
  if (wanted.length > 0 && !wanted.includes(field) && kept !== undefined)
    return [field, kept.slope.toFixed(3), kept.shift.toFixed(3)].join("\t");
  const written = cases.filter((one) => one.field === field);
  const seen = scored(written, before);
  const { slope, shift } = fitOf(seen);
  const old = seen[0] === written[0] ? (before.get(field) ?? NONE) : NONE;
  const joined = [slope * old.slope, slope * old.shift + shift].map((value) => value.toFixed(3));
  return [field, ...joined].join("\t");
});
writeFileSync(
  "src/coder/data/confidence.tsv",
  `# From the score of a field to how often it was right: a line over log-odds (calibration.ts).\n# Made by scripts/fit-confidence.ts.\nfield\tslope\tshift\n${lines.join("\n")}\n`,
);
