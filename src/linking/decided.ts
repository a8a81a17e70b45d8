/** What a person said of a report: it tells one story with some, and another story than others. */
export interface StoryDecision {
  readonly report: string;
  /** Keys of reports. */
  readonly together: readonly string[];
  readonly apart: readonly string[];
}

type Pair = readonly [number, number];

/** Pairs of indices, each once, that are decided: they stand whatever the reports look like. */
export interface DecidedPairs {
  readonly together: readonly Pair[];
  readonly apart: readonly Pair[];
}
export const NOTHING_DECIDED: DecidedPairs = { together: [], apart: [] };

/** The decisions, the oldest first, on these reports: of two that say the opposite of one pair the newer holds. */
export function decidedPairs(keys: readonly string[], decisions: readonly StoryDecision[]): DecidedPairs {
  if (decisions.length === 0) return NOTHING_DECIDED;
  const indexOf = new Map(keys.map((key, index) => [key, index]));
  const pairs = new Map<string, { readonly pair: Pair; readonly isTogether: boolean }>();
  const decide = (one: string, others: readonly string[], isTogether: boolean): void => {
    const a = indexOf.get(one);
    for (const other of others) {
      const b = indexOf.get(other);
      if (a === undefined || b === undefined || a === b) continue;
      const pair: Pair = a < b ? [a, b] : [b, a];
      pairs.set(pair.join(" "), { pair, isTogether });
    }
  };
  for (const { report, together, apart } of decisions) {
    decide(report, together, true);
    decide(report, apart, false);
  }
  const found = [...pairs.values()];
  return {
    together: found.flatMap(({ pair, isTogether }) => (isTogether ? [pair] : [])),
    apart: found.flatMap(({ pair, isTogether }) => (isTogether ? [] : [pair])),
  };
}

/**
 * The clusters with those made one whose members belong together; what is kept apart is never in one. Members ascend,
 * clusters are in the order of their first member.
 */
export function joinDecided(
  clusters: readonly (readonly number[])[],
  { together, apart }: DecidedPairs,
): readonly (readonly number[])[] {
  if (together.length === 0) return clusters;
  const clusterOf = new Map(clusters.flatMap((members) => members.map((one) => [one, members] as const)));
  for (const [a, b] of together) {
    const [one, other] = [clusterOf.get(a)!, clusterOf.get(b)!];
    if (one === other) continue;
    const both = [...one, ...other];
    if (apart.some(([c, d]) => both.includes(c) && both.includes(d))) continue;
    for (const member of both) clusterOf.set(member, both);
  }
  return [...new Set(clusterOf.values())]
    .map((members) => [...members].sort((a, b) => a - b))
    .sort((a, b) => a[0]! - b[0]!);
}
