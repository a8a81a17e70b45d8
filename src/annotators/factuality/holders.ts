import type { Token } from "../../language/layers.ts";
import { contains } from "../../text/span.ts";
import type { AttributionMention } from "../attributions/layer.ts";

/** For each word the attributions whose content holds it, the innermost (smallest) first. */
export function holders(
  attributions: readonly AttributionMention[],
  tokens: readonly Token[],
): readonly (readonly number[])[] {
  const held: number[][] = tokens.map(() => []);
  const size = ({ content }: AttributionMention): number =>
    content.reduce((sum, span) => sum + span.end - span.start, 0);
  const bySize = attributions
    .map((one, at) => ({ one, at, size: size(one) }))
    .sort((a, b) => a.size - b.size);
  for (const { one, at } of bySize) {
    for (const span of one.content) {
      for (let index = firstFrom(tokens, span.start); tokens[index] !== undefined; index += 1) {
        if (tokens[index]!.start >= span.end) break;
        const known = held[index]!;
        if (contains(span, tokens[index]!) && known.at(-1) !== at) known.push(at);
      }
    }
  }
  return held;
}

/** The first token that starts at an offset or after it. */
function firstFrom(tokens: readonly Token[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
