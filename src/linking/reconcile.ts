/** Clusters with the names they bear from now on, and what became of the old names. */
export interface Reconciled {
  /** Name of every member. */
  readonly nameOf: ReadonlyMap<string, string>;
  /** An old name that is gone: all of its members now bear the other. */
  readonly merged: readonly { readonly from: string; readonly to: string }[];
  /** A new name for members that left an old one, which goes on. */
  readonly split: readonly { readonly from: string; readonly to: string }[];
}

export interface ReconcileOptions {
  /** Names that members out of sight bear too: what hangs together only through those is not torn apart. */
  readonly wide: ReadonlySet<string>;
  /** A name for members, ascending, that have none; never one that is or was in use. */
  readonly fresh: (members: readonly string[]) => string;
  /** True for a name that these members may not bear. */
  readonly refuses?: (members: readonly string[], name: string) => boolean;
}

/**
 * Gives new clusters the names of the old ones, so that a name lasts: each old name goes to the cluster with most of
 * its members, each cluster takes the name that most of its members bear; the smaller name decides ties.
 */
export function reconcile(
  clusters: readonly (readonly string[])[],
  oldNameOf: ReadonlyMap<string, string>,
  { wide, fresh, refuses = () => false }: ReconcileOptions,
): Reconciled {
  const shares = clusters.map((members) => sharesOf(members, oldNameOf));
  const ranked = shares
    .flatMap((counts, cluster) => [...counts].map(([name, count]) => ({ cluster, name, count })))
    .sort(
      (a, b) => b.count - a.count || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.cluster - b.cluster),
    );
  const taken = new Map<number, string>();
  const given = new Set<string>();
  for (const { cluster, name } of ranked) {
    if (taken.has(cluster) || (given.has(name) && !wide.has(name))) continue;
    if (refuses(clusters[cluster]!, name)) continue;
    taken.set(cluster, name);
    given.add(name);
  }
  const names = clusters.map((members, cluster) => taken.get(cluster) ?? fresh([...members].sort()));
  const heirs = new Map<string, string>();
  for (const { cluster, name } of ranked)
    if (!given.has(name) && !wide.has(name) && !heirs.has(name)) heirs.set(name, names[cluster]!);
  return {
    nameOf: new Map(
      clusters.flatMap((members, cluster) => members.map((one) => [one, names[cluster]!] as const)),
    ),
    merged: [...heirs].map(([from, to]) => ({ from, to })),
    split: clusters.flatMap((_, cluster) =>
      taken.has(cluster)
        ? []
        : [...shares[cluster]!.keys()]
            .filter((name) => given.has(name))
            .map((from) => ({ from, to: names[cluster]! })),
    ),
  };
}

function sharesOf(
  members: readonly string[],
  oldNameOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const member of members) {
    const name = oldNameOf.get(member);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
