/**
 * npx tsx scripts/fit-place-weights.ts DATA [--write]: fits the weights of places/data/candidate-weights.tsv to the places
 * of our own corpus (training/corpus): a conditional logit over the candidates of a name, held to the weights that a
 * person has set (the column `centre`). How strongly, cross-validation over the reports says. LGL and GeoWebNews are for
 * measuring: what both tables make of them is printed, and nothing is learnt from them.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { FEATURES, loadRanking } from "../src/annotators/places/ranking.ts";
import { packageFile } from "../src/text/package-files.ts";
import { crossValidated, fitted, type Judged, judged, type Question } from "./place-weights/logit.ts";
import { measuredReports, ownReports, questionsOf } from "./place-weights/questions.ts";

const STRENGTHS = [3000, 1000, 300, 100, 30, 10, 3];
const FILE = "src/annotators/places/data/candidate-weights.tsv";

const data = process.argv[2] ?? "../shared";
const { centre, temperature } = loadRanking();
const start = FEATURES.map((name) => centre[name] / temperature);
const own = await questionsOf(ownReports());
const measured = [
  ...(await questionsOf(measuredReports(data, "LGL", "lgl.xml"))),
  ...(await questionsOf(measuredReports(data, "GeoWebNews", "GWN.xml"))),
];
report(
  "own corpus, set by hand",
  judged(own, () => start),
);
const [best] = STRENGTHS.map((strength) => {
  const result = crossValidated(own, start, strength);
  report(`own corpus, cross-validated, held by ${strength}`, result);
  return { strength, loss: result.loss };
}).sort((a, b) => a.loss - b.loss);
const weights = fitted(own, start, best!.strength);
for (const set of ["LGL", "GeoWebNews"]) {
  const asked = measured.filter((one: Question) => one.set === set);
  report(
    `${set}, set by hand`,
    judged(asked, () => start),
  );
  report(
    `${set}, held by ${best!.strength}`,
    judged(asked, () => weights),
  );
}
for (const [index, name] of FEATURES.entries())
  console.log(`${name.padEnd(8)} ${centre[name]} -> ${(weights[index]! * temperature).toFixed(2)}`);
if (process.argv.includes("--write")) write();

function report(title: string, { names, right, loss, apart }: Judged): void {
  const [share, entropy, error] = [right, loss, apart].map((value) => value.toFixed(4));
  console.log(`${title}: ${names} names, right ${share}, log-loss ${entropy}, calibration error ${error}`);
}

function write(): void {
  const path = packageFile(FILE);
  const lines = readFileSync(path, "utf8").split("\n");
  const rows = lines.map((line) => {
    const [name, , ...rest] = line.split("\t");
    const index = FEATURES.indexOf(name as (typeof FEATURES)[number]);
    return index < 0 ? line : [name, (weights[index]! * temperature).toFixed(2), ...rest].join("\t");
  });
  writeFileSync(path, rows.join("\n"));
}
