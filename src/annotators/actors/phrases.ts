import { relation } from "../../language/tree.ts";
import { isArticle } from "./names.ts";
import type { Reading } from "./reading.ts";

/** Token range of a noun phrase without article, relative clauses and appositions. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
}

const LEFT = new Set(["det", "amod", "compound", "nmod", "nummod", "flat", "advmod", "goeswith", "list"]);
const LONGEST = 16;

/** The head noun phrase as a coder would mark it: premodifiers, possessor, and an `of`, `to` or `in` complement. */
export function phraseOf(head: number, reading: Reading, depth = 0): Phrase {
  const { tree, tokens, names } = reading;
  const name = names.at(head);
  let first = Math.min(head, name?.first ?? head);
  for (const child of [...tree.children(head)].reverse()) {
    if (child >= first || !LEFT.has(relation(tokens[child]!))) continue;
    const start = tree.subtree(child)[0]!;
    if (head - start > LONGEST || hasGap(start, child, first, reading)) break;
    first = start;
  }
  while (first < head && (isArticle(tokens[first]) || tokens[first]!.upos === "PUNCT")) first += 1;
  let last = Math.max(head + 1, name?.last ?? 0);
  for (const child of tree.children(head)) {
    if (child < last || !isRight(head, child, reading)) continue;
    const inner = depth > 2 ? { first: child, last: child + 1 } : phraseOf(child, reading, depth + 1);
    if (child - last > 6 || inner.last - head > LONGEST || hasGap(last, child, child, reading)) break;
    last = Math.max(last, inner.last);
  }
  return { first, last };
}

/** Whether something other than the child's own words stands between it and the rest. */
function hasGap(start: number, child: number, end: number, reading: Reading): boolean {
  const own = new Set(reading.tree.subtree(child));
  for (let index = start; index < end; index += 1) {
    if (!own.has(index) && reading.tokens[index]!.upos !== "PUNCT") {
      const head = reading.tokens[index]!.head;
      if (head < start || head > end + 1) return true;
    }
  }
  return false;
}

/** Whether a dependent after the head belongs to the phrase. */
function isRight(head: number, child: number, reading: Reading): boolean {
  const { tokens, tree } = reading;
  const token = tokens[child]!;
  if (tokens.slice(head + 1, child).some(({ text }) => /^[,;:()–—-]$/.test(text))) {
    return relation(token) === "flat";
  }
  switch (relation(token)) {
    case "flat":
    case "compound":
    case "fixed":
    case "goeswith":
      return true;
    case "nummod":
      return tokens[head]!.upos === "PROPN";
    case "nmod": {
      const cases = tree.dependents(child, "case").map((index) => tokens[index]!.text.toLowerCase());
      if (cases.includes("of")) return true;
      const isProper = token.upos === "PROPN" || reading.names.at(child) !== undefined;
      return (
        isProper && cases.some((word) => word === "to" || word === "in" || word === "from" || word === "for")
      );
    }
    default:
      return false;
  }
}
