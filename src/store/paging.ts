import { fail } from "../text/errors.ts";
import type { Page, Paged } from "./types.ts";

const USUAL = 50;
const MOST = 1000;

/** Throws K507 if the size is out of range. */
export function sizeOf(page: Page): number {
  const size = page.size ?? USUAL;
  if (!Number.isInteger(size) || size < 1 || size > MOST)
    throw fail("K507", { value: size, allowed: `1 to ${MOST}` });
  return size;
}

/** Where a page ended, as one word for addresses. Its content is ours alone. */
export function cursorOf(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

/** Throws K508 for a word that no page gave. */
export function readCursor(cursor: string, parts: number): readonly (string | number)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(values) && values.length === parts && values.every(isMark)) return values;
  } catch {
    // told below
  }
  throw fail("K508", { cursor });
}

function isMark(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

/** A page of rows that were read one beyond its size: what it shows, and where it ends if there is another. */
export function pagedRows<Row, Item>(
  rows: readonly Row[],
  size: number,
  itemOf: (row: Row) => Item,
  markOf: (row: Row) => readonly (string | number)[],
): Paged<Item> {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    items: shown.map(itemOf),
    ...(rows.length > size && last !== undefined ? { next: cursorOf(markOf(last)) } : {}),
  };
}
