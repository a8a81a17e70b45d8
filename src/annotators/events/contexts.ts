import type { Tree } from "../../language/index.ts";
import type { ContextEntry } from "../../ontology/index.ts";
import type { CodedMode } from "./layer.ts";

/** Finds PLOVER's contexts by the words of the codebook. Built once, then asked for each event. */
export interface ContextFinder {
  /** Contexts that the sentence of a token speaks of, each with the word that says so. */
  readonly at: (tree: Tree, token: number) => readonly CodedMode[];
}

/** A keyword says what an event is about, not that it has that cause: the confidence stays modest. */
const CONFIDENCE = 0.6;

export function contextFinder(contexts: readonly ContextEntry[]): ContextFinder {
  const byWord = new Map<string, { readonly name: string; readonly words: readonly string[] }[]>();
  for (const { name, words } of contexts) {
    for (const phrase of words) {
      const parts = phrase.split(" ");
      byWord.set(parts[0]!, [...(byWord.get(parts[0]!) ?? []), { name, words: parts }]);
    }
  }
  return {
    at: (tree, token) => {
      const found = new Map<string, CodedMode>();
      const { tokens } = tree;
      const { sentence } = tokens[token]!;
      const is = (index: number, word: string): boolean =>
        tokens[index]?.sentence === sentence &&
        (tokens[index].lemma.toLowerCase() === word || tokens[index].text.toLowerCase() === word);
      let first = token;
      while (first > 0 && tokens[first - 1]!.sentence === sentence) first -= 1;
      for (let index = first; tokens[index]?.sentence === sentence; index += 1) {
        const token = tokens[index]!;
        const entries = new Set([
          ...(byWord.get(token.lemma.toLowerCase()) ?? []),
          ...(byWord.get(token.text.toLowerCase()) ?? []),
        ]);
        for (const { name, words } of entries) {
          if (found.has(name) || !words.every((word, offset) => is(index + offset, word))) continue;
          const span = { start: token.start, end: tokens[index + words.length - 1]!.end };
          found.set(name, { value: name, confidence: CONFIDENCE, spans: [span] });
        }
      }
      return [...found.values()];
    },
  };
}
