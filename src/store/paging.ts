import { fail } from "../text/errors.ts";
import type { Page } from "./types.ts";

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
    if (Array.isArray(values) && values.length === parts) return values;
  } catch {
    // told below
  }
  throw fail("K508", { cursor });
}
