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
export function cursorOf(values: readonly Mark[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

type Mark = string | number;

const IS_OF = {
  text: (value: unknown) => typeof value === "string",
  number: (value: unknown) => typeof value === "number",
  whole: (value: unknown) => Number.isSafeInteger(value),
  day: (value: unknown) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value),
  moment: (value: unknown) => typeof value === "string" && !Number.isNaN(Date.parse(value)),
  key: (value: unknown) => typeof value === "string" || typeof value === "number",
} as const satisfies Readonly<Record<string, (value: unknown) => boolean>>;
type MarkKind = keyof typeof IS_OF;

/** Throws K508 for a word that no page gave: what is no day, say, must not reach a column of days. */
export function readCursor(cursor: string, kinds: readonly MarkKind[]): readonly Mark[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (
      Array.isArray(values) &&
      values.length === kinds.length &&
      kinds.every((kind, at) => IS_OF[kind](values[at]))
    )
      return values;
  } catch {
    // told below
  }
  throw fail("K508", { cursor });
}

/** A page of rows that were read one beyond its size: what it shows, and where it ends if there is another. */
export function pagedRows<Row, Item>(
  rows: readonly Row[],
  size: number,
  itemOf: (row: Row) => Item,
  markOf: (row: Row) => readonly Mark[],
): Paged<Item> {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    items: shown.map(itemOf),
    ...(rows.length > size && last !== undefined ? { next: cursorOf(markOf(last)) } : {}),
  };
}
