import { type Document, read } from "../text/document.ts";
import type { Span } from "../text/span.ts";
import { encode } from "./encode.ts";
import type { Scored } from "./event-readings.ts";
import { TOKENS, type Token } from "./layers.ts";
import type { Runtime } from "./runtime.ts";
import { softmax } from "./softmax.ts";
import type { WordPiece } from "./wordpiece.ts";

/** What a piece of the text belongs to, as the network was taught (training/between.py). */
const MARKS = { nobody: 0, actor: 1, recipient: 2 } as const;

/**
 * What one party of a text does to another, as far as the network says: types with probabilities, the likeliest first. It
 * reads the sentences of both and what stands between them, anew; nothing where the model lacks the network, a span holds
 * no word, or the stretch is longer than a window.
 */
export async function typesBetween(
  document: Document,
  actor: Span,
  recipient: Span,
  wordPiece: WordPiece,
  runtime: Runtime,
): Promise<readonly Scored[]> {
  const { labels, limits } = runtime.description;
  const tokens = read(document, TOKENS);
  const isIn = (token: Token, span: Span): boolean => token.start < span.end && span.start < token.end;
  const asked = tokens.filter((token) => isIn(token, actor) || isIn(token, recipient));
  const sentences = asked.map(({ sentence }) => sentence);
  const words = tokens.filter(
    ({ sentence }) => sentence >= Math.min(...sentences) && sentence <= Math.max(...sentences),
  );
  const isRead = [actor, recipient].every((span) => asked.some((token) => isIn(token, span)));
  if (labels.eventPair === undefined || !isRead || words.length > limits.windowWords) return [];
  const { shared, first } = await encode({ words, breaks: new Set() }, wordPiece, runtime);
  const pieces = shared.dims[1]!;
  const starts = [...first.data].map(Number);
  const marks = new BigInt64Array(pieces).fill(BigInt(MARKS.nobody));
  words.forEach((word, index) => {
    const mark = isIn(word, recipient) ? MARKS.recipient : isIn(word, actor) ? MARKS.actor : MARKS.nobody;
    // Word 0 is the root; behind the last word stands the mark of the end.
    marks.fill(BigInt(mark), starts[index + 1]!, starts[index + 2] ?? pieces - 1);
  });
  const { types } = await runtime.eventPairs({ shared, marks: { dims: [1, pieces], data: marks } });
  const probabilities = softmax(types!.data as Float32Array, 0, labels.eventPair.length);
  return labels.eventPair
    .map((label, index) => ({ label, probability: probabilities[index]! }))
    .sort((a, b) => b.probability - a.probability);
}
