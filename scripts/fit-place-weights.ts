/**
 * npx tsx scripts/fit-place-weights.ts DATA: fits the weights of places/data/candidate-weights.tsv on the development
 * corpora by cross-validation over their texts (conditional logit over the candidates of a name, full gradient) and
 * prints what the table and the fitted weights get right. It writes nothing: the corpora are for measuring and tuning.
 */
import { join } from "node:path";
import { documentOf, loadKnowledge } from "../benchmarks/places/index.ts";
import { type GoldPlace, readCorpus } from "../benchmarks/places/read-corpus.ts";
import { distanceKm } from "../src/annotators/places/distance.ts";
import { rankedNames } from "../src/annotators/places/index.ts";
import { FEATURES, loadRanking } from "../src/annotators/places/ranking.ts";
import type { Scored } from "../src/annotators/places/why.ts";
import { createLanguage } from "../src/language/index.ts";

const FOLDS = 5;
const ROUNDS = 400;
const RATE = 0.03;
const PENALTY = 1e-3;
const NEAR_KM = 161;

/** A name that gold has: its candidates, the features of each, and which of them are right. */
interface Question {
  readonly corpus: string;
  readonly text: number;
  readonly features: readonly Float64Array[];
  readonly right: readonly boolean[];
}

const questions = await questionsOf(process.argv[2] ?? "../shared", Number(process.argv[3] ?? 1e9));
const table = loadRanking();
const ours = Float64Array.from(FEATURES, (name) => table.weights[name] / table.temperature);
const fitted = Array.from({ length: FOLDS }, (_, fold) =>
  weightsFrom(questions.filter(({ text }) => text % FOLDS !== fold)),
);
for (const corpus of new Set(questions.map((one) => one.corpus))) {
  const asked = questions.filter((one) => one.corpus === corpus);
  report(`${corpus}, weights of the table`, asked, () => ours);
  report(`${corpus}, fitted on the other folds`, asked, ({ text }) => fitted[text % FOLDS]!);
}
const all = weightsFrom(questions);
for (const [index, name] of FEATURES.entries())
  console.log(
    `${name.padEnd(8)} table ${ours[index]!.toFixed(2).padStart(6)}  fitted ${all[index]!.toFixed(2).padStart(6)}`,
  );

async function questionsOf(data: string, limit: number): Promise<readonly Question[]> {
  const knowledge = loadKnowledge();
  const language = await createLanguage();
  const found: Question[] = [];
  for (const [corpus, file] of [
    ["LGL", "lgl.xml"],
    ["GWN", "GWN.xml"],
  ] as const) {
    const texts = readCorpus(join(data, "data", "places", file)).slice(0, limit);
    for (const [index, text] of texts.entries()) {
      const [document] = await language.annotate([documentOf(text)]);
      for (const { start, end, ranked } of rankedNames(document!, knowledge)) {
        const gold = text.places.find((place) => place.start === start && place.end === end);
        const question = gold === undefined ? undefined : questionOf(gold, ranked);
        if (question !== undefined) found.push({ corpus, text: index, ...question });
      }
    }
  }
  await language.close();
  return found;
}

/** Nothing is learnt from a name of one candidate, or of none that is right. */
function questionOf(
  gold: GoldPlace,
  ranked: readonly Scored[],
): Pick<Question, "features" | "right"> | undefined {
  const right = ranked.map(
    ({ place }) => place.point !== undefined && distanceKm(place.point, gold) <= NEAR_KM,
  );
  if (ranked.length < 2 || !right.includes(true)) return undefined;
  return {
    right,
    features: ranked.map(({ features }) => Float64Array.from(FEATURES, (name) => features[name])),
  };
}

function chances({ features }: Question, weights: Float64Array): readonly number[] {
  const scores = features.map((row) => row.reduce((sum, value, index) => sum + value * weights[index]!, 0));
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** Adam on the mean log-loss that one of the right candidates is chosen. */
function weightsFrom(asked: readonly Question[]): Float64Array {
  const size = FEATURES.length;
  const weights = new Float64Array(size).fill(1);
  const [first, second] = [new Float64Array(size), new Float64Array(size)];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const gradient = new Float64Array(size);
    for (const question of asked) {
      const chance = chances(question, weights);
      const hit = chance.reduce((sum, value, index) => sum + (question.right[index] ? value : 0), 0);
      question.features.forEach((row, index) => {
        const pull = chance[index]! - (question.right[index] ? chance[index]! / Math.max(hit, 1e-12) : 0);
        for (let column = 0; column < size; column += 1) gradient[column]! += pull * row[column]!;
      });
    }
    for (let column = 0; column < size; column += 1) {
      const slope = gradient[column]! / asked.length + PENALTY * weights[column]!;
      first[column] = 0.9 * first[column]! + 0.1 * slope;
      second[column] = 0.999 * second[column]! + 0.001 * slope * slope;
      const step = first[column]! / (1 - 0.9 ** round);
      weights[column]! -= (RATE * step) / (Math.sqrt(second[column]! / (1 - 0.999 ** round)) + 1e-8);
    }
  }
  return weights;
}

function report(title: string, asked: readonly Question[], weightsOf: (one: Question) => Float64Array): void {
  let [right, loss, apart] = [0, 0, 0];
  const bins = Array.from({ length: 10 }, () => ({ right: 0, chance: 0 }));
  for (const question of asked) {
    const chance = chances(question, weightsOf(question));
    const best = chance.indexOf(Math.max(...chance));
    const sure = chance.reduce(
      (sum, value, index) => sum + (question.right[index] === question.right[best] ? value : 0),
      0,
    );
    right += Number(question.right[best]);
    loss -= Math.log(Math.max(1e-9, question.right[best] ? sure : 1 - sure));
    const bin = bins[Math.min(9, Math.floor(sure * 10))]!;
    bin.right += Number(question.right[best]);
    bin.chance += sure;
  }
  for (const bin of bins) apart += Math.abs(bin.right - bin.chance);
  const share = (value: number): string => (value / asked.length).toFixed(4);
  console.log(
    `${title}: ${asked.length} names, right ${share(right)}, log-loss ${share(loss)}, calibration error ${share(apart)}`,
  );
}
