import type { Words } from "../../catalogue/speak.ts";

/** Why a reviewer rejects an event: the closed list of src/review/data/rejections.tsv, in its order. */
export const REASONS = [
  "not-an-event",
  "not-political",
  "metaphor",
  "background",
  "not-said",
  "duplicate",
  "wrong-type",
  "wrong-parties",
  "wrong-source",
  "not-happened",
  "bad-text",
] as const;
export type Reason = (typeof REASONS)[number];

/** A reason of the list in words; one in somebody's own words as it is. */
export function reasonWords(reason: string, t: Words): string {
  const known = REASONS.find((one) => one === reason);
  return known === undefined ? reason : t(`reason.${known}`);
}

/** The key that chooses the reason at a place of the list: 1 to 9, then 0, then a letter. */
export function keyOfReason(index: number): string {
  return index < 9 ? String(index + 1) : index === 9 ? "0" : String.fromCharCode(97 + index - 10);
}

export function reasonOfKey(key: string): Reason | undefined {
  return REASONS.find((_, index) => keyOfReason(index) === key);
}
