import type { Similarities } from "./similarity.ts";

/**
 * Average-link clusters: two clusters are joined while the mean similarity over all pairs of their members is at
 * least `threshold`. By chains of nearest neighbours (Murtagh 1983), which give the same clusters as joining the
 * nearest pair again and again. Members ascend, clusters are in the order of their first member.
 */
export function averageLink(rows: Similarities, threshold: number): readonly (readonly number[])[] {
  const members = new Map(rows.map((_, index) => [index, [index]]));
  const sums = rows.map((row, index) => new Map([...row].filter(([other]) => other !== index)));
  const mean = (a: number, b: number, sum: number): number =>
    sum / (members.get(a)!.length * members.get(b)!.length);

  const nearest = (cluster: number, preferred: number | undefined): [number, number] | undefined => {
    let best: [number, number] | undefined;
    for (const [other, sum] of sums[cluster]!) {
      const value = mean(cluster, other, sum);
      const isBetter =
        best === undefined ||
        value > best[1] ||
        (value === best[1] && (other === preferred || (best[0] !== preferred && other < best[0])));
      if (isBetter) best = [other, value];
    }
    return best;
  };

  const join = (kept: number, lost: number): void => {
    for (const [other, sum] of sums[lost]!) {
      sums[other]!.delete(lost);
      if (other === kept) continue;
      const total = (sums[kept]!.get(other) ?? 0) + sum;
      sums[kept]!.set(other, total);
      sums[other]!.set(kept, total);
    }
    sums[lost]!.clear();
    members.get(kept)!.push(...members.get(lost)!);
    members.delete(lost);
  };

  const open = new Set(members.keys());
  while (open.size > 0) {
    const chain = [open.values().next().value as number];
    while (chain.length > 0) {
      const top = chain.at(-1)!;
      const under = chain.at(-2);
      const found = nearest(top, under);
      if (found === undefined || found[1] < threshold) {
        // Whatever is joined elsewhere, its mean similarity to this one only falls: it is finished.
        for (const one of chain) open.delete(one);
        break;
      }
      if (found[0] !== under) {
        chain.push(found[0]);
        continue;
      }
      chain.length -= 2;
      join(Math.min(top, under), Math.max(top, under));
      open.delete(Math.max(top, under));
      open.add(Math.min(top, under));
    }
  }
  return [...members.values()].map((list) => list.sort((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!);
}
