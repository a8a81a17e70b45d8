/** Groups run at the same time, `most` of them; the items of one group one after the other. Results by group. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  groupOf: (item: Item) => string,
  most: number,
  run: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const byName = new Map<string, Item[]>();
  for (const item of items) byName.set(groupOf(item), [...(byName.get(groupOf(item)) ?? []), item]);
  const groups = [...byName.values()];
  const results: Result[] = [];
  const worker = async (): Promise<void> => {
    for (let group = groups.shift(); group !== undefined; group = groups.shift())
      for (const item of group) results.push(await run(item));
  };
  await Promise.all(Array.from({ length: Math.min(most, groups.length) }, worker));
  return results;
}
