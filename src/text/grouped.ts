/** Items by key, each list in the order of the whole; an item may have several keys. */
export function grouped<Item, Key>(
  items: readonly Item[],
  keysOf: (item: Item, index: number) => readonly Key[],
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  items.forEach((item, index) => {
    for (const key of keysOf(item, index)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  });
  return groups;
}

/** What is worked out of an object once, however often it is asked for, and forgotten with it. */
export function once<Source extends object, Made>(make: (source: Source) => Made): (source: Source) => Made {
  const known = new WeakMap<Source, { readonly made: Made }>();
  return (source) => {
    const found = known.get(source) ?? { made: make(source) };
    known.set(source, found);
    return found.made;
  };
}
