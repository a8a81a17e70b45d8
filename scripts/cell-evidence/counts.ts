import type { CellEvidence } from "../../src/coder/evidence.ts";
import type { JudgedCell } from "./cells.ts";

export interface Counted {
  readonly right: number;
  readonly all: number;
}

/** Of so few cells that one report decides, the share leans to the middle. */
const PRIOR = 2;

export function sharesOf(cells: readonly JudgedCell[]): ReadonlyMap<string, Counted> {
  const counts = new Map<string, Counted>();
  for (const { evidence, isRight } of cells) {
    const { right, all } = counts.get(keyOf(evidence)) ?? { right: 0, all: 0 };
    counts.set(keyOf(evidence), { right: right + Number(isRight), all: all + 1 });
  }
  return counts;
}

export function keyOf({ way, act }: CellEvidence): string {
  return `${way} ${act}`;
}

export function shareOf({ right, all }: Counted = { right: 0, all: 0 }): number {
  return (right + PRIOR / 2) / (all + PRIOR);
}
