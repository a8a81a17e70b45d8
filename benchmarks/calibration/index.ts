import type { BenchOptions, BenchResult, Figure } from "../bench.ts";
import { type Case, type Cases, readCases } from "./cases.ts";
import { crossFitted } from "./cross.ts";
import { brier, errorByChance, expectedError, mean, rankedRight } from "./measures.ts";

export const FIELDS: readonly Case["field"][] = [
  "event",
  "type",
  "actors",
  "recipients",
  "place",
  "time",
  "factuality",
  "attributions",
];
const THRESHOLDS = [0, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8];

/** How far each field's confidence is from the share that is right, and how well it tells right from wrong. */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const read = await readCases(options.data);
  const figures = FIELDS.flatMap((field) =>
    figuresOf(
      field,
      read.cases.filter((one) => one.field === field),
    ),
  );
  return {
    title: "calibration: expected calibration error on the development reports",
    figures: [...figures, ...THRESHOLDS.flatMap((threshold) => atThreshold(read, threshold))],
  };
}

function figuresOf(field: string, cases: readonly Case[]): readonly Figure[] {
  const n = cases.length;
  const marks = { floor: 0.08, lowerIsBetter: true, n };
  const right = mean(cases.map(({ isRight }) => Number(isRight)));
  const held = crossFitted(cases);
  const overHeld = (measure: (cases: readonly Case[]) => number): number => mean(held.map(measure));
  return [
    { name: `${field}: right`, value: right, n },
    { name: `${field}: error as written`, value: expectedError(cases), ...marks },
    {
      name: `${field}: error after a fit, cross-validated`,
      value: overHeld(expectedError),
      ...marks,
    },
    { name: `${field}: error by chance alone`, value: overHeld(errorByChance), n },
    { name: `${field}: right ranked above wrong (AUC)`, value: rankedRight(cases), n },
    { name: `${field}: Brier score, cross-validated`, value: overHeld(brier), lowerIsBetter: true, n },
    { name: `${field}: Brier score of the share alone`, value: right * (1 - right), lowerIsBetter: true, n },
  ];
}

/** Precision and recall if only events of at least this confidence were kept. */
function atThreshold({ cases, required }: Cases, threshold: number): readonly Figure[] {
  const kept = cases.filter(({ field, confidence }) => field === "event" && confidence >= threshold);
  const right = kept.filter(({ isRight }) => isRight).length;
  const name = `events of confidence ${threshold} and more`;
  return [
    { name: `${name}: precision`, value: right / Math.max(1, kept.length), n: kept.length },
    { name: `${name}: recall`, value: right / required, n: required },
  ];
}
