import type { Span } from "./span.ts";

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
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(items[middle]!) < first) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < items.length && startOf(items[end]!) <= last) end += 1;
  return items.slice(low, end);
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
