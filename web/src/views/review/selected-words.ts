import type { Span } from "../../../../src/text/span.ts";

/** A stretch of the element's own text; tags beside the words are no part of it. `from` is the offset of its first character. */
export function rangeOf(root: HTMLElement, from: number, { start, end }: Span): Range {
  const range = root.ownerDocument.createRange();
  const points = textNodes(root, from);
  const first = points.find((one) => start < one.end) ?? points.at(-1);
  const last = points.find((one) => end <= one.end) ?? points.at(-1);
  if (first) range.setStart(first.node, Math.min(start, first.end) - first.start);
  if (last) range.setEnd(last.node, Math.min(end, last.end) - last.start);
  return range;
}

/** Shows the words as the browser shows what is selected by a pointer, and brings them into sight. */
export function select(root: HTMLElement, from: number, span: Span): void {
  const range = rangeOf(root, from, span);
  const selection = root.ownerDocument.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  range.startContainer.parentElement?.scrollIntoView({ block: "nearest" });
}

interface Piece extends Span {
  readonly node: Text;
}

function textNodes(root: HTMLElement, from: number): readonly Piece[] {
  const pieces: Piece[] = [];
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let start = from;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.closest("sup")) continue;
    const end = start + (node as Text).data.length;
    pieces.push({ node: node as Text, start, end });
    start = end;
  }
  return pieces;
}
