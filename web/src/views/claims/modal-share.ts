import type { ClaimRow } from "../../../../src/record/side-by-side.ts";

/** How many of those who speak of a field say what most of them say. */
export interface ModalShare {
  readonly same: number;
  readonly of: number;
}

/** Undefined where fewer than two speak: one voice agrees with itself. A denial of a value is not the value. */
export function modalShare({ cells }: Pick<ClaimRow, "cells">): ModalShare | undefined {
  const said = cells.flatMap((cell) => (cell === null ? [] : [`${cell.stance === "denies"} ${cell.value}`]));
  if (said.length < 2) return undefined;
  const same = Math.max(...said.map((one) => said.filter((other) => other === one).length));
  return { same, of: said.length };
}
