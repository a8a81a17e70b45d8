import type { TimeContext } from "./context.ts";
import type { Meaning } from "./interval.ts";

export type Groups = Readonly<Record<string, string | undefined>>;

/** Several times written as one ("May 3, 5 and 9", "1939-45"); a range means the stretch from the first to the last. */
export interface Several {
  readonly join: "range" | "list";
  readonly parts: readonly { readonly group: string; readonly meaning: Meaning }[];
}

/** One way of writing a time: a pattern with named groups, and what it means in a context (undefined: not a time). */
export interface Rule {
  readonly id: string;
  readonly pattern: string;
  readonly resolve: (groups: Groups, context: TimeContext) => Meaning | Several | undefined;
}

/** A rule with its compiled expression, made once. */
export interface CompiledRule extends Rule {
  readonly expression: RegExp;
}

export function compile(rules: readonly Rule[]): readonly CompiledRule[] {
  return rules.map((rule) => ({
    ...rule,
    expression: new RegExp(`(?<![\\p{L}\\d])(?:${rule.pattern})(?![\\p{L}\\d])`, "dgiu"),
  }));
}

export function isSeveral(result: Meaning | Several): result is Several {
  return "parts" in result;
}
