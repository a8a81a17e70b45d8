import type { Span } from "../text/span.ts";
import type { Token } from "./layers.ts";
import type { Range } from "./range.ts";

/** Relations without subtypes, for rules that do not care: `obl:tmod` and `obl` are both `obl`. */
export function relation(token: Token): string {
  const colon = token.deprel.indexOf(":");
  return colon < 0 ? token.deprel : token.deprel.slice(0, colon);
}

/** Questions about the dependency trees of one document. Built once per document, then shared by the rules. */
export interface Tree {
  readonly tokens: readonly Token[];
  /** Token indices of the dependents, in reading order. */
  readonly children: (index: number) => readonly number[];
  /** Dependents whose relation, with or without subtype, is one of those named. */
  readonly dependents: (index: number, ...relations: readonly string[]) => readonly number[];
  /** All indices of the subtree, in reading order, the index itself included. */
  readonly subtree: (index: number) => readonly number[];
  /** Heads from the nearest to the root. */
  readonly ancestors: (index: number) => readonly number[];
  /** Index of the token that covers or starts at the character offset; -1 if none. */
  readonly tokenAt: (offset: number) => number;
  /** The one token of a half-open range whose head lies outside it. */
  readonly headOf: (first: number, last: number) => number;
  /** Token range that a span of characters overlaps, half-open. */
  readonly range: (span: Span) => readonly [number, number];
  /** Range of the tokens of the sentence that a token stands in. */
  readonly sentence: (index: number) => Range;
}

const trees = new WeakMap<readonly Token[], Tree>();

/** The tree of a token list; the same list gives the same tree. */
export function treeOf(tokens: readonly Token[]): Tree {
  const known = trees.get(tokens);
  if (known !== undefined) return known;
  const made = buildTree(tokens);
  trees.set(tokens, made);
  return made;
}

function buildTree(tokens: readonly Token[]): Tree {
  const children: number[][] = tokens.map(() => []);
  tokens.forEach((token, index) => {
    if (token.head >= 0) children[token.head]?.push(index);
  });
  const childrenOf = (index: number): readonly number[] => children[index] ?? [];

  const subtree = (index: number): readonly number[] => {
    const found: number[] = [];
    const visit = (at: number): void => {
      found.push(at);
      for (const child of childrenOf(at)) visit(child);
    };
    visit(index);
    return found.sort((a, b) => a - b);
  };

  const ancestors = (index: number): readonly number[] => {
    const found: number[] = [];
    for (let at = tokens[index]?.head ?? -1; at >= 0; at = tokens[at]!.head) found.push(at);
    return found;
  };

  const lowerBound = (offset: number): number => {
    let low = 0;
    let high = tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tokens[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    tokens,
    children: childrenOf,
    dependents: (index, ...relations) =>
      childrenOf(index).filter((child) => {
        const token = tokens[child]!;
        return relations.includes(token.deprel) || relations.includes(relation(token));
      }),
    subtree,
    ancestors,
    tokenAt: (offset) => {
      const index = lowerBound(offset);
      return index < tokens.length && tokens[index]!.start <= offset ? index : -1;
    },
    headOf: (first, last) => {
      for (let index = first; index < last; index += 1) {
        const head = tokens[index]!.head;
        if (head < first || head >= last) return index;
      }
      return first;
    },
    range: (span) => {
      const first = lowerBound(span.start);
      let last = first;
      while (last < tokens.length && tokens[last]!.start < span.end) last += 1;
      return [first, last];
    },
    sentence: (index) => {
      const { sentence } = tokens[index]!;
      let [first, last] = [index, index + 1];
      while (tokens[first - 1]?.sentence === sentence) first -= 1;
      while (tokens[last]?.sentence === sentence) last += 1;
      return { first, last };
    },
  };
}
