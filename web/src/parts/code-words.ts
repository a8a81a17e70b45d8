import { type CodeOf, codesOf } from "../catalogue/codes.ts";
import type { WordKey, Words } from "../catalogue/speak.ts";

type Kind = "mode" | "held-back" | "withheld";
const KNOWN: Readonly<Record<Kind, ReadonlySet<string>>> = {
  mode: new Set(codesOf("mode")),
  "held-back": new Set(codesOf("held-back")),
  withheld: new Set(codesOf("withheld")),
};

/** A code of ours in the reader's language; one of a later version, which the catalogue does not know yet, as it is. */
export function codeWords(kind: Kind, code: string, t: Words): string {
  return KNOWN[kind].has(code) ? t(`${kind}.${code}` as WordKey) : code;
}

/** "Attack · firearms": a type with its modes. */
export function typeWords(type: CodeOf<"type">, modes: readonly string[], t: Words): string {
  return [t(`type.${type}`), ...modes.map((mode) => codeWords("mode", mode, t))].join(" · ");
}
