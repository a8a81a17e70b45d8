import type { Span } from "./span.ts";

/** Units in which a reader of our output may count characters. Inside the system it is always UTF-16. */
export const OFFSET_UNITS = ["code-points", "utf-16"] as const;
export type OffsetUnit = (typeof OFFSET_UNITS)[number];

/** Converts spans between UTF-16 code units and code points of one text. Built once per report. */
export interface OffsetMap {
  readonly toCodePoints: (offset: number) => number;
  readonly toUtf16: (offset: number) => number;
}

/**
 * A text without surrogate pairs, the usual case, needs no table. A lone surrogate counts as one code point,
 * as Python counts it.
 */
export function offsetMap(text: string): OffsetMap {
  const pairs: number[] = [];
  for (let index = 0; index + 1 < text.length; index += 1) {
    if (isHigh(text.charCodeAt(index)) && isLow(text.charCodeAt(index + 1))) pairs.push(index);
  }
  if (pairs.length === 0) return { toCodePoints: identity, toUtf16: identity };
  return {
    toCodePoints: (offset) => offset - countBelow(pairs, (pair) => pair + 1 < offset),
    toUtf16: (offset) => offset + countBelow(pairs, (pair, before) => pair - before < offset),
  };
}

export function convertSpan<Kind extends Span>(span: Kind, convert: (offset: number) => number): Kind {
  return { ...span, start: convert(span.start), end: convert(span.end) };
}

/** Every `start` and `end` at any depth, from the other unit to the one asked for. */
export function convertSpans<Value>(value: Value, text: string, unit: OffsetUnit): Value {
  const map = offsetMap(text);
  return convertAll(value, unit === "code-points" ? map.toCodePoints : map.toUtf16) as Value;
}

function convertAll(value: unknown, convert: (offset: number) => number): unknown {
  if (Array.isArray(value)) return value.map((one) => convertAll(one, convert));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) =>
    (key === "start" || key === "end") && typeof one === "number"
      ? [key, convert(one)]
      : [key, convertAll(one, convert)],
  );
  return Object.fromEntries(entries);
}

function identity(offset: number): number {
  return offset;
}

/** How many leading entries satisfy a condition that holds for a prefix of the list. */
function countBelow(sorted: readonly number[], below: (value: number, index: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (below(sorted[middle]!, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
