import type { Quote, Span } from "../../../../src/text/span.ts";

/**
 * What is selected inside an element that shows a stretch of a report, as a quote of the report's text. `from` is the
 * offset of the element's first character. Tags beside the words are no part of the text; blanks at the ends are left out.
 */
export function selectedQuote(root: HTMLElement, from: number, text: string): Quote | undefined {
  const selection = root.ownerDocument.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return undefined;
  const start = from + lengthBefore(root, range.startContainer, range.startOffset);
  const end = from + lengthBefore(root, range.endContainer, range.endOffset);
  return trimmed(text, { start, end });
}

/** UTF-16 units of the report's own text that stand before a point of the page. */
function lengthBefore(root: HTMLElement, node: Node, offset: number): number {
  const before = root.ownerDocument.createRange();
  before.setStart(root, 0);
  before.setEnd(node, offset);
  const copy = before.cloneContents();
  for (const tag of copy.querySelectorAll("sup")) tag.remove();
  return copy.textContent?.length ?? 0;
}

function trimmed(text: string, { start, end }: Span): Quote | undefined {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  const to = end - (words.length - words.trimEnd().length);
  return from < to ? { start: from, end: to, text: text.slice(from, to) } : undefined;
}
