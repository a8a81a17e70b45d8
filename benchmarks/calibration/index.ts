import type { Fit } from "../../src/coder/calibration.ts";
import { type Calibration, calibrated, loadCalibration, uncalibrated } from "../../src/coder/calibration.ts";
import type { BenchOptions, BenchResult, Figure } from "../bench.ts";
import { type Case, type Cases, readCases } from "./cases.ts";
import { expectedError, logistic } from "./logistic.ts";

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
/** Fields whose score is itself a share of right ones (cell-evidence.tsv): the line is held to leaving it as it is. */
const SHARES: ReadonlySet<Case["field"]> = new Set(["actors", "recipients", "place", "time"]);
const FOLDS = 5;
const THRESHOLDS = [0, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7];

/** How far each field's confidence is from the share that is right, as written and after a fit on other reports. */
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
  const marks = { floor: 0.08, lowerIsBetter: true, n: cases.length };
  return [
    {
      name: `${field}: right`,
      value: cases.filter(({ isRight }) => isRight).length / cases.length,
      n: cases.length,
    },
    { name: `${field}: error as written`, value: expectedError(cases), ...marks },
    {
      name: `${field}: error after a fit, cross-validated`,
      value: expectedError(crossFitted(scored(cases, loadCalibration()))),
      ...marks,
    },
  ];
}

/** Each report's confidences through a fit on the reports of the other folds. */
function crossFitted(cases: readonly Case[]): readonly Case[] {
  const reports = [...new Set(cases.map(({ report }) => report))].sort();
  const fold = new Map(reports.map((report, index) => [report, index % FOLDS]));
  return [...Array(FOLDS).keys()].flatMap((held) => {
    const fit = fitOf(cases.filter(({ report }) => fold.get(report) !== held));
    return cases
      .filter(({ report }) => fold.get(report) === held)
      .map((one) => ({ ...one, confidence: calibrated(one.confidence, fit) }));
  });
}

/** The line of one field's cases; the cases of shares are to be scores again (`scored`). */
export function fitOf(cases: readonly Case[]): Fit {
  return logistic(cases, SHARES.has(cases[0]!.field) ? 1 : 0);
}

/** The cases with what the evidence scored, where the line of the table can be taken off again; else as written. */
export function scored(cases: readonly Case[], calibration: Calibration): readonly Case[] {
  return cases.map((one) =>
    SHARES.has(one.field)
      ? { ...one, confidence: uncalibrated(one.confidence, calibration.get(one.field)) }
      : one,
  );
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
