/** A name in a report: its candidates, the features of each, and which of them are right. */
export interface Question {
  readonly set: string;
  /** Number of the report in its set: questions of one report stay together. */
  readonly report: number;
  readonly features: readonly (readonly number[])[];
  readonly right: readonly boolean[];
}

export interface Judged {
  readonly names: number;
  readonly right: number;
  readonly loss: number;
  /** Expected calibration error over ten bins. */
  readonly apart: number;
}

const ROUNDS = 600;
const RATE = 0.02;
const FOLDS = 5;

export function foldOf({ report }: Question): number {
  return report % FOLDS;
}

/** What weights fitted to the other folds make of each fold (of one set alone, if one is named). */
export function crossValidated(
  questions: readonly Question[],
  centre: readonly number[],
  strength: number,
  set?: string,
): Judged {
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    fitted(
      questions.filter((one) => foldOf(one) !== fold),
      centre,
      strength,
    ),
  );
  const asked = set === undefined ? questions : questions.filter((one) => one.set === set);
  return judged(asked, (one) => folds[foldOf(one)]!);
}

/**
 * Weights with the least loss that one of the right candidates is chosen, held to a centre: `strength` is in questions
 * (the precision of a normal prior around the centre). Adam on the full gradient.
 */
export function fitted(
  questions: readonly Question[],
  centre: readonly number[],
  strength: number,
): readonly number[] {
  const weights = [...centre];
  const first = centre.map(() => 0);
  const second = centre.map(() => 0);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const gradient = weights.map((weight, column) => strength * (weight - centre[column]!));
    for (const question of questions) addSlope(gradient, question, weights);
    for (const [column, sum] of gradient.entries()) {
      const slope = sum / questions.length;
      first[column] = 0.9 * first[column]! + 0.1 * slope;
      second[column] = 0.999 * second[column]! + 0.001 * slope * slope;
      const step = first[column]! / (1 - 0.9 ** round);
      weights[column]! -= (RATE * step) / (Math.sqrt(second[column]! / (1 - 0.999 ** round)) + 1e-8);
    }
  }
  return weights;
}

function addSlope(gradient: number[], question: Question, weights: readonly number[]): void {
  const chance = chances(question, weights);
  const hit = chance.reduce((sum, value, index) => sum + (question.right[index] ? value : 0), 0);
  question.features.forEach((row, index) => {
    const pull = chance[index]! - (question.right[index] ? chance[index]! / Math.max(hit, 1e-12) : 0);
    row.forEach((value, column) => {
      gradient[column]! += pull * value;
    });
  });
}

export function chances({ features }: Question, weights: readonly number[]): readonly number[] {
  const scores = features.map((row) => row.reduce((sum, value, column) => sum + value * weights[column]!, 0));
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** How often the best candidate is right, and how well its chance says so. */
export function judged(
  questions: readonly Question[],
  weightsOf: (question: Question) => readonly number[],
): Judged {
  let [right, loss, apart] = [0, 0, 0];
  const bins = Array.from({ length: 10 }, () => ({ right: 0, chance: 0 }));
  for (const question of questions) {
    const chance = chances(question, weightsOf(question));
    const best = chance.indexOf(Math.max(...chance));
    // Candidates as right as the best one are one place told twice.
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
  const n = Math.max(1, questions.length);
  return { names: questions.length, right: right / n, loss: loss / n, apart: apart / n };
}
