import { fail } from "../../text/errors.ts";
import { readTable } from "../../text/table.ts";

const FILE = "src/annotators/places/data/candidate-weights.tsv";

/** What speaks for a candidate: see the table for the meaning and unit of each. */
export const FEATURES = [
  "size",
  "country",
  "present",
  "admin1",
  "near",
  "holder",
  "owner",
  "within",
  "held",
] as const;
export type Feature = (typeof FEATURES)[number];
export type Features = Readonly<Record<Feature, number>>;

export interface Ranking {
  readonly weights: Features;
  /** In the unit of the scores. */
  readonly temperature: number;
}

let loaded: Ranking | undefined;

/** The weights of the table, read at the first use. */
export function loadRanking(): Ranking {
  loaded ??= readRanking();
  return loaded;
}

export function scoreOf(features: Features, { weights }: Ranking): number {
  return FEATURES.reduce((sum, name) => sum + weights[name] * features[name], 0);
}

function readRanking(): Ranking {
  const table = new Map(
    readTable(FILE).map(({ line, cells }) => {
      const weight = Number(cells.weight);
      if (!Number.isFinite(weight))
        throw fail("K403", { file: FILE, line, reason: `weight ${cells.weight}` });
      return [cells.feature ?? "", weight] as const;
    }),
  );
  const weightOf = (name: string): number => {
    const weight = table.get(name);
    if (weight === undefined) throw fail("K403", { file: FILE, line: 1, reason: `no row ${name}` });
    return weight;
  };
  const weights = Object.fromEntries(FEATURES.map((name) => [name, weightOf(name)])) as Record<
    Feature,
    number
  >;
  return { weights, temperature: weightOf("temperature") };
}
