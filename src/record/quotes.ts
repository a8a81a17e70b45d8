import type { Quote } from "../text/span.ts";

/** Every quote anywhere in a record: whatever has start, end and text. */
export function quotesOf(value: unknown): readonly Quote[] {
  if (Array.isArray(value)) return value.flatMap(quotesOf);
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(quotesOf);
  return isQuote(value) ? [value, ...inner] : inner;
}

function isQuote(value: object): value is Quote {
  return "start" in value && "end" in value && "text" in value && typeof value.text === "string";
}
