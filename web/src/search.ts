/** State of a view as it stands in the address: every value is text, a repeated key is a list. */
export type Search = Readonly<Record<string, string | readonly string[] | undefined>>;

export function parseSearch(query: string): Search {
  const found: Record<string, string | string[]> = {};
  const parameters = new URLSearchParams(query);
  for (const key of new Set(parameters.keys())) {
    const values = parameters.getAll(key);
    found[key] = values.length === 1 ? values[0]! : values;
  }
  return found;
}

/** With a leading "?", or empty. The same state gives the same address: keys keep their order, empty ones go. */
export function writeSearch(search: Search): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(search))
    for (const one of many(value)) if (one !== "") parameters.append(key, one);
  const query = parameters.toString();
  return query === "" ? "" : `?${query}`;
}

/** All values of a key. */
export function many(value: Search[string]): readonly string[] {
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}

/** The first value of a key. */
export function first(value: Search[string]): string | undefined {
  return many(value)[0];
}

/** The same state with one value of a list put in, or taken out if it was there. */
export function toggle(search: Search, key: string, value: string): Search {
  const values = many(search[key]);
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return { ...search, [key]: next.length === 0 ? undefined : next };
}
