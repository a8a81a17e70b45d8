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
  /** As fitted (scripts/fit-place-weights.ts). */
  readonly weights: Features;
  /** As a person has set them: what the fit is held to. */
  readonly centre: Features;
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
      const [weight, centre] = [cells.weight, cells.centre].map(Number);
      if (!Number.isFinite(weight) || !Number.isFinite(centre))
        throw fail("K403", { file: FILE, line, reason: `weight ${cells.weight}, centre ${cells.centre}` });
      return [cells.feature ?? "", { weight: weight!, centre: centre! }] as const;
    }),
  );
  const rowOf = (name: string): { readonly weight: number; readonly centre: number } => {
    const row = table.get(name);
    if (row === undefined) throw fail("K403", { file: FILE, line: 1, reason: `no row ${name}` });
    return row;
  };
  const column = (key: "weight" | "centre"): Features =>
    Object.fromEntries(FEATURES.map((name) => [name, rowOf(name)[key]])) as Record<Feature, number>;
  return {
    weights: column("weight"),
    centre: column("centre"),
    temperature: rowOf("temperature").weight,
  };
}
