import type { Token, Tree } from "../../language/index.ts";
import { isCue } from "./cues.ts";

/**
 * How far a report is about something else than politics, 0-1: words of sport, business and the like against those
 * of politics. Only used to doubt events, never to drop a report.
 */
export function strangeness(tree: Tree): number {
  let strange = 0;
  let politics = 0;
  tree.tokens.forEach((token, index) => {
    if (isScore(tree, index)) strange += 2;
    if (
      isCue(token.lemma.toLowerCase(), "sport") ||
      isCue(token.lemma.toLowerCase(), "business") ||
      isCue(token.lemma.toLowerCase(), "other-news")
    )
      strange += 1;
    if (isCue(token.lemma.toLowerCase(), "politics")) politics += 1;
  });
  if (strange < 2) return strange === 1 && politics === 0 ? 0.6 : 0;
  return strange / (strange + 2 * politics);
}

/** Police work on ordinary crime, 0-1: the sentence speaks of theft, drugs and the like, and of nothing political. */
export function ordinaryCrime(tree: Tree, index: number): number {
  const words = sentenceAround(tree, index);
  const isCrime = words.some((token) => isCue(token.lemma.toLowerCase(), "crime"));
  return isCrime &&
    !words.some(
      (token) =>
        isCue(token.lemma.toLowerCase(), "political-crime") ||
        isCue(token.text.toLowerCase(), "political-crime"),
    )
    ? 1
    : 0;
}

function sentenceAround({ tokens }: Tree, index: number): readonly Token[] {
  const { sentence } = tokens[index]!;
  let [first, last] = [index, index];
  while (tokens[first - 1]?.sentence === sentence) first -= 1;
  while (tokens[last + 1]?.sentence === sentence) last += 1;
  return tokens.slice(first, last + 1);
}

/** "4-0": two small numbers with a dash between them, and no dash or slash around. */
function isScore(tree: Tree, index: number): boolean {
  const words = [index - 1, index, index + 1, index + 2, index + 3].map((at) => tree.tokens[at]?.text ?? "");
  return (
    /^\d{1,2}$/.test(words[1]!) &&
    words[2] === "-" &&
    /^\d{1,2}$/.test(words[3]!) &&
    words[0] !== "-" &&
    words[4] !== "-"
  );
}
