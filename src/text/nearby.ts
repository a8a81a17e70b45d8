import { overlaps, type Span } from "./span.ts";

/**
 * Those of a list in order, whose stretches do not overlap each other, that overlap or touch the stretch from `first`
 * to `last`. Found by halving: a book is asked as quickly as a headline.
 */
export function nearby<Item>(
  items: readonly Item[],
  startOf: (item: Item) => number,
  endOf: (item: Item) => number,
  first: number,
  last: number,
): readonly Item[] {
  const from = firstEnding(items, endOf, first);
  let end = from;
  while (end < items.length && startOf(items[end]!) <= last) end += 1;
  return items.slice(from, end);
}

/** Index of the first of them that ends at `least` or behind it; their number if none does. */
function firstEnding<Item>(items: readonly Item[], endOf: (item: Item) => number, least: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(items[middle]!) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of spans, the first of those that overlap, in the order of the text. */
export function withoutOverlaps<Item extends Span>(items: readonly Item[]): readonly Item[] {
  const kept: Item[] = [];
  for (const item of items) {
    if (nearbySpans(kept, item).some((other) => overlaps(other, item))) continue;
    kept.splice(
      firstEnding(kept, ({ end }) => end, item.end),
      0,
      item,
    );
  }
  return kept;
}

/** The same for stretches of characters. */
export function nearbySpans<Item extends Span>(
  items: readonly Item[],
  { start, end }: Span,
): readonly Item[] {
  return nearby(
    items,
    (item) => item.start,
    (item) => item.end,
    start,
    end,
  );
}

/** The same for stretches of tokens. */
export function nearbyTokens<Item extends { readonly first: number; readonly last: number }>(
  items: readonly Item[],
  first: number,
  last: number,
): readonly Item[] {
  return nearby(
    items,
    (item) => item.first,
    (item) => item.last,
    first,
    last,
  );
}
