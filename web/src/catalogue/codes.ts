import { words as english } from "./en.ts";
import type { WordKey } from "./speak.ts";

/** The codes of a kind that the catalogue has words for: "dead", "injured" … of `quantity.dead`, `quantity.injured` … */
export type CodeOf<Kind extends string> = WordKey extends infer Key
  ? Key extends `${Kind}.${infer Code}`
    ? Code
    : never
  : never;

/**
 * All codes of a kind, in the order of the catalogue. The desk takes types from the record and no code; a test compares these
 * lists with the record's own.
 */
export function codesOf<Kind extends string>(kind: Kind): readonly CodeOf<Kind>[] {
  const start = `${kind}.`;
  return Object.keys(english)
    .filter((key) => key.startsWith(start))
    .map((key) => key.slice(start.length) as CodeOf<Kind>);
}
