import { overlaps, type Span } from "../../src/text/span.ts";

/** Counts of one role over a corpus. */
export interface Tally {
  gold: number;
  found: number;
  exact: number;
  overlapping: number;
}

export function emptyTally(): Tally {
  return { gold: 0, found: 0, exact: 0, overlapping: 0 };
}

/** Fragments against fragments, duplicates merged; overlapping ones are paired once, in reading order. */
export function addFragments(tally: Tally, gold: readonly Span[], found: readonly Span[]): void {
  const wanted = unique(gold);
  const given = unique(found);
  tally.gold += wanted.length;
  tally.found += given.length;
  const keys = new Set(wanted.map(key));
  tally.exact += given.filter((span) => keys.has(key(span))).length;
  const used = new Set<Span>();
  for (const span of given) {
    const partner = wanted.find((other) => !used.has(other) && overlaps(other, span));
    if (partner === undefined) continue;
    used.add(partner);
    tally.overlapping += 1;
  }
}

export function f1(hits: number, tally: Tally): number {
  return (2 * hits) / Math.max(1, tally.gold + tally.found);
}

function key(span: Span): string {
  return `${span.start}-${span.end}`;
}

export function unique(spans: readonly Span[]): readonly Span[] {
  const seen = new Map(spans.map((span) => [key(span), span]));
  return [...seen.values()].sort((a, b) => a.start - b.start);
}

/** Macro-F1 over the classes that the gold has. */
export function macroF1(pairs: readonly (readonly [gold: string, found: string])[]): number {
  const classes = [...new Set(pairs.map(([gold]) => gold))];
  const each = classes.map((name) => {
    const hits = pairs.filter(([gold, found]) => gold === name && found === name).length;
    const gold = pairs.filter(([one]) => one === name).length;
    const found = pairs.filter(([, one]) => one === name).length;
    return (2 * hits) / Math.max(1, gold + found);
  });
  return each.reduce((sum, value) => sum + value, 0) / Math.max(1, classes.length);
}
