import { existsSync, readFileSync } from "node:fs";

/** A sentence of a factuality corpus: for each happening the character where its word starts, and its score, -3 to 3. */
export interface JudgedSentence {
  readonly text: string;
  readonly targets: readonly { readonly start: number; readonly label: number }[];
}

export function readJudged(file: string): readonly JudgedSentence[] {
  if (!existsSync(file)) throw new Error(`no ${file}; give --data`);
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const { text, targets } = JSON.parse(line) as {
        text: string;
        targets: { span1: [number, number]; label: number }[];
      };
      const starts = startsOf(text.split(" "));
      return { text, targets: targets.map(({ span1, label }) => ({ start: starts[span1[0]] ?? 0, label })) };
    });
}

/** Where each of the words starts when one space stands between them. */
function startsOf(words: readonly string[]): readonly number[] {
  const starts: number[] = [];
  let at = 0;
  for (const word of words) {
    starts.push(at);
    at += word.length + 1;
  }
  return starts;
}
