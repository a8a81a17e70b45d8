import type { Mark } from "./marks.ts";

export const LANES = 4;

/** A mark with the line that it is drawn on: overlapping marks never share one. */
export interface Laned {
  readonly mark: Mark;
  readonly lane: number;
}
/** A stretch of text under the same marks throughout. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Laned[];
  /** Marks that end here: their tag stands behind the stretch. */
  readonly ending: readonly Mark[];
}

/** Longer marks lie further from the words, so that what is inside them can be seen. */
export function withLanes(marks: readonly Mark[]): readonly Laned[] {
  const laned: Laned[] = [];
  const byLength = [...marks].sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
  for (const mark of byLength) {
    const taken = new Set(
      laned
        .filter(({ mark: other }) => other.start < mark.end && mark.start < other.end)
        .map(({ lane }) => lane),
    );
    const free = [...Array(LANES).keys()].find((lane) => !taken.has(lane));
    // More than four lines under one word cannot be read; the card still has the fifth.
    if (free !== undefined) laned.push({ mark, lane: free });
  }
  return laned;
}

/** Cuts the stretch from `start` to `end` wherever a mark begins or ends. */
export function segmentsOf(start: number, end: number, laned: readonly Laned[]): readonly Segment[] {
  const inside = laned.filter(({ mark }) => mark.start < end && start < mark.end);
  const edges = inside.flatMap(({ mark }) => [mark.start, mark.end]).filter((at) => at > start && at < end);
  const cuts = [...new Set([start, ...edges, end])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1]!;
    const here = inside.filter(({ mark }) => mark.start < to && from < mark.end);
    return {
      start: from,
      end: to,
      marks: [...here].sort((a, b) => b.lane - a.lane),
      ending: here.filter(({ mark }) => mark.end === to).map(({ mark }) => mark),
    };
  });
}
