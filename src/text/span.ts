/** Half-open stretch of a report's text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span together with the characters it covers: the receipt of a cell. `text` always equals the slice. */
export interface Quote extends Span {
  readonly text: string;
}

export function quote(text: string, span: Span): Quote {
  return { start: span.start, end: span.end, text: text.slice(span.start, span.end) };
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Reading order; of two spans with one start the longer comes first. */
export function bySpan(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}
