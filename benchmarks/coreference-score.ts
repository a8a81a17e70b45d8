/** F1 of the three measures of coreference and their mean, 0-1 (Pradhan et al. 2014). Singletons count. */
export interface CoreferenceScore {
  readonly muc: number;
  readonly b3: number;
  readonly ceafE: number;
  readonly conll: number;
}

type Clusters = readonly (readonly number[])[];

/**
 * Each item is in one cluster. Items that only one clustering has count as the measures have it for found mentions:
 * as clusters of their own (MUC), as alone (B³), as unmatched (CEAF).
 */
export function scoreCoreference(key: Clusters, found: Clusters): CoreferenceScore {
  const muc = f1(linksKept(found, key), linksKept(key, found));
  const { f1: b3 } = scoreB3(key, found);
  const ceafE = ceafEntities(key, found);
  return { muc, b3, ceafE, conll: (muc + b3 + ceafE) / 3 };
}

export function scoreB3(key: Clusters, found: Clusters): { precision: number; recall: number; f1: number } {
  const precision = meanShare(found, key);
  const recall = meanShare(key, found);
  return { precision, recall, f1: f1(precision, recall) };
}

/** Of the links that a cluster of `a` needs, the share that `b` keeps (MUC). */
function linksKept(a: Clusters, b: Clusters): number {
  const home = homes(b);
  let kept = 0;
  let all = 0;
  for (const cluster of a) {
    kept += cluster.length - new Set(cluster.map((item) => home.get(item) ?? `none ${item}`)).size;
    all += cluster.length - 1;
  }
  return all === 0 ? 0 : kept / all;
}

/** Mean over items of the share of its cluster in `a` that is with it in `b` too. */
function meanShare(a: Clusters, b: Clusters): number {
  const home = homes(b);
  let sum = 0;
  let count = 0;
  for (const cluster of a) {
    const together = new Map<number, number>();
    const homesHere = cluster.flatMap((item) => home.get(item) ?? []);
    for (const at of homesHere) together.set(at, (together.get(at) ?? 0) + 1);
    for (const at of homesHere) sum += together.get(at)! / cluster.length;
    count += cluster.length;
  }
  return sum / count;
}

function homes(clusters: Clusters): ReadonlyMap<number, number> {
  return new Map(clusters.flatMap((cluster, index) => cluster.map((item) => [item, index] as const)));
}

function f1(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** CEAF over entities: the best one-to-one alignment of clusters, by their Dice overlap. */
function ceafEntities(key: Clusters, found: Clusters): number {
  const home = homes(found);
  const gains = key.map((cluster) => {
    const common = new Map<number, number>();
    for (const at of cluster.flatMap((item) => home.get(item) ?? []))
      common.set(at, (common.get(at) ?? 0) + 1);
    return new Map(
      [...common].map(([index, count]) => [index, (2 * count) / (cluster.length + found[index]!.length)]),
    );
  });
  const total = bestAssignment(gains, found.length);
  return f1(total / found.length, total / key.length);
}

/** Largest sum of gains with each row and each column used once (Hungarian method with potentials). */
export function bestAssignment(gains: readonly ReadonlyMap<number, number>[], columns: number): number {
  const size = Math.max(gains.length, columns);
  const cost = (row: number, column: number): number => -(gains[row - 1]?.get(column - 1) ?? 0);
  const rowPotential = new Float64Array(size + 1);
  const columnPotential = new Float64Array(size + 1);
  const rowOf = new Int32Array(size + 1);
  for (let row = 1; row <= size; row += 1) {
    const from = new Int32Array(size + 1);
    const slack = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(size + 1);
    rowOf[0] = row;
    let column = 0;
    do {
      used[column] = 1;
      const current = rowOf[column]!;
      let step = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let other = 1; other <= size; other += 1) {
        if (used[other]) continue;
        const reduced = cost(current, other) - rowPotential[current]! - columnPotential[other]!;
        if (reduced < slack[other]!) {
          slack[other] = reduced;
          from[other] = column;
        }
        if (slack[other]! < step) {
          step = slack[other]!;
          next = other;
        }
      }
      for (let other = 0; other <= size; other += 1) {
        if (used[other]) {
          rowPotential[rowOf[other]!]! += step;
          columnPotential[other]! -= step;
        } else slack[other]! -= step;
      }
      column = next;
    } while (rowOf[column] !== 0);
    do {
      const before = from[column]!;
      rowOf[column] = rowOf[before]!;
      column = before;
    } while (column !== 0);
  }
  let total = 0;
  for (let column = 1; column <= size; column += 1) total -= cost(rowOf[column]!, column);
  return total;
}
