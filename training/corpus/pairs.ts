import { writeFileSync } from "node:fs";
import { tokenise } from "../../src/language/tokenise.ts";
import type { Span } from "../../src/text/span.ts";
import { readMarkedPairs } from "./marked.ts";

/**
 * `npm run corpus:pairs -- PAIRS.tsv OUT.jsonl`: sentences with both parties marked as words of the program, for training. A
 * line of the output: `{"words": [text…], "actor": [first, last], "recipient": [first, last], "type"}`, half-open ranges.
 */
const [source, target] = process.argv.slice(2);
if (source === undefined || target === undefined)
  throw new Error("npm run corpus:pairs -- PAIRS.tsv OUT.jsonl");
const lines = readMarkedPairs(source).map(({ type, text, actor, recipient }) => {
  const words = tokenise(text, 0, text.length);
  const range = (span: Span): readonly [number, number] => {
    const inside = words.flatMap((word, index) =>
      word.start < span.end && span.start < word.end ? [index] : [],
    );
    return [inside[0]!, inside.at(-1)! + 1];
  };
  return JSON.stringify({
    words: words.map((word) => word.text),
    actor: range(actor),
    recipient: range(recipient),
    type,
  });
});
writeFileSync(target, `${lines.join("\n")}\n`);
