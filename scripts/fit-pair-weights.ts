/**
 * npx tsx scripts/fit-pair-weights.ts DATA: fits src/linking/data/pair-weights.tsv on ECB+ train (annotation CC BY 3.0):
 * logistic regression over the features of every pair of mentions in one predicted story, full gradient, L2.
 */
import { writeFileSync } from "node:fs";
import { mentionsOf } from "../benchmarks/linking/index.ts";
import { readCorpus } from "../benchmarks/linking/read-corpus.ts";
import { createLanguage, loadWordLikeness } from "../src/language/index.ts";
import { pairsOf, profileOf, storiesOf } from "../src/linking/index.ts";

const ROUNDS = 600;
const RATE = 0.05;
const PENALTY = 1e-5;

const language = await createLanguage();
const reports = await readCorpus(process.argv[2] ?? "../shared", "train", language);
await language.close();
const stories = storiesOf(reports.map(({ document }) => profileOf(document, undefined)));
const chains = reports.flatMap((report) => report.mentions.map(({ chain }) => chain));
const pairs = [...pairsOf(mentionsOf(reports), stories, loadWordLikeness())];
const names = Object.keys(pairs[0]![2]);
const rows = pairs.map(([, , features]) => Float64Array.from(names, (name) => features[name]!));
const labels = pairs.map(([a, b]) => (chains[a] === chains[b] ? 1 : 0));
const means = names.map((_, column) => rows.reduce((sum, row) => sum + row[column]!, 0) / rows.length);
const spreads = names.map(
  (_, column) =>
    Math.sqrt(rows.reduce((sum, row) => sum + (row[column]! - means[column]!) ** 2, 0) / rows.length) || 1,
);
const scaled = rows.map((row) => row.map((value, column) => (value - means[column]!) / spreads[column]!));
const weights = regression(scaled, labels);

const own = names.map((_, column) => weights[column]! / spreads[column]!);
const bias = weights[names.length]! - own.reduce((sum, weight, column) => sum + weight * means[column]!, 0);
/**
 * What ECB+ cannot teach, since its acts are not coded: two parties that say something are two acts, and so is what was
 * a month apart, what is force and what is cooperation, what was and what was not; a denial tells the act it denies.
 */
const GIVEN: Readonly<Record<string, number>> = {
  "other-speaker": -8,
  "days-apart": -8,
  "other-country": -8,
  "force-and-cooperation": -4,
  "was-and-was-not": -8,
  "other-target": -4,
  "denied-beside": 4,
};
const lines = [
  ["(bias)", bias] as const,
  ...names.map((name, column) => [name, GIVEN[name] ?? own[column]!] as const),
];
writeFileSync(
  "src/linking/data/pair-weights.tsv",
  `# How much each thing that two mentions have in common speaks for one event: log-odds (pair-features.ts).\n# Made by scripts/fit-pair-weights.ts on ECB+ train, ${pairs.length} pairs; ${Object.keys(GIVEN).join(", ")} is given.\nfeature\tweight\n${lines
    .map(([name, weight]) => `${name}\t${weight.toFixed(4)}`)
    .join("\n")}\n`,
);

/** Adam on the mean log-loss; the last weight is the bias. */
function regression(table: readonly Float64Array[], truth: readonly number[]): Float64Array {
  const size = names.length + 1;
  const weights = new Float64Array(size);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const gradient = new Float64Array(size);
    table.forEach((row, index) => {
      let score = weights[size - 1]!;
      for (let column = 0; column < row.length; column += 1) score += row[column]! * weights[column]!;
      const error = 1 / (1 + Math.exp(-score)) - truth[index]!;
      for (let column = 0; column < row.length; column += 1) gradient[column]! += error * row[column]!;
      gradient[size - 1]! += error;
    });
    for (let column = 0; column < size; column += 1) {
      const slope = gradient[column]! / table.length + PENALTY * weights[column]!;
      first[column] = 0.9 * first[column]! + 0.1 * slope;
      second[column] = 0.999 * second[column]! + 0.001 * slope * slope;
      const step =
        first[column]! / (1 - 0.9 ** round) / (Math.sqrt(second[column]! / (1 - 0.999 ** round)) + 1e-8);
      weights[column]! -= RATE * step;
    }
  }
  return weights;
}
