/** Types of PostgreSQL by their number, and how both engines give them: days as text, moments as ISO, counts as numbers. */
export const PARSERS: Readonly<Record<number, (value: string) => unknown>> = {
  20: Number, // bigint: our counts and keys stay below 2^53
  1082: (value) => value, // date
  1184: (value) => new Date(value).toISOString(), // timestamptz
  1700: Number, // numeric
};

/** What both engines are told when a connection begins. Compiling queries costs more than ours take. */
export const SETTINGS: Readonly<Record<string, string>> = {
  search_path: "khaldun,public",
  work_mem: "64MB",
  jit: "off",
  timezone: "UTC",
  datestyle: "ISO",
};

/** What PostgreSQL's texts cannot hold: NUL, and half a character. */
const NUL = String.fromCharCode(0);
const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The same value, with every character that cannot be stored written as U+FFFD: as long, so that offsets hold. */
export function clean<Value>(value: Value): Value {
  if (!/\\u(0000|d[89a-f])/.test(JSON.stringify(value) ?? "")) return value;
  return cleaned(value) as Value;
}

function cleaned(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll(NUL, "\ufffd").replace(HALF, "\ufffd");
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, cleaned(inner)]));
}
