import type { RolledField, RollUpRule } from "../../record/happening.ts";
import type { Field } from "./fields.ts";

/** A value of a field with the claims that say so, by whom, and when. */
export interface Said<Value> {
  readonly value: Value;
  readonly claims: readonly string[];
  readonly origin: string;
  readonly day: string | undefined;
  /** Names by which `--rule source:NAME` finds it: outlet, origin, speaker. */
  readonly names: readonly string[];
  /** The same voice has raised it since: no contradiction, and not what stands. */
  readonly superseded: boolean;
}

export interface Choice {
  readonly rule: RollUpRule;
  readonly source?: string | undefined;
}

export interface Chosen<Value> {
  readonly value: Value;
  readonly rolled: RolledField;
}

type Measures<Value> = Omit<Field<Value>, "read">;

/** The value that the rule chooses, and what the others say; undefined if nobody says anything. */
export function choose<Value>(
  said: readonly Said<Value>[],
  field: Measures<Value>,
  choice: Choice,
): Chosen<Value> | undefined {
  const standing = said.filter(({ superseded }) => !superseded);
  const [first] = ranked(standing.length > 0 ? standing : said, field, choice);
  if (first === undefined) return undefined;
  const shown = field.show(first.value);
  const groups = groupBy(said, (one) => `${field.show(one.value)}\n${one.superseded}`);
  const others = [...groups.values()].filter((group) => field.show(group[0]!.value) !== shown);
  return {
    value: first.value,
    rolled: {
      field: field.name,
      value: shown,
      claims: said.filter((one) => field.show(one.value) === shown).flatMap(({ claims }) => claims),
      others: others.map((group) => ({
        value: field.show(group[0]!.value),
        relation: group[0]!.superseded
          ? ("superseded" as const)
          : field.agree(group[0]!.value, first.value)
            ? ("agrees" as const)
            : ("disagrees" as const),
        claims: group.flatMap(({ claims }) => claims),
      })),
    },
  };
}

/** Best first. Ties go to the value that more origins tell, then to the one told first. */
function ranked<Value>(
  said: readonly Said<Value>[],
  field: Measures<Value>,
  { rule, source }: Choice,
): readonly Said<Value>[] {
  const support = new Map<string, Set<string>>();
  for (const one of said) {
    const key = field.show(one.value);
    support.set(key, (support.get(key) ?? new Set()).add(one.origin));
  }
  const origins = (one: Said<Value>): number => support.get(field.show(one.value))!.size;
  const wanted = source?.toLowerCase();
  const rank: Readonly<Record<RollUpRule, (one: Said<Value>) => number | string>> = {
    conservative: (one) => field.caution(one.value),
    informative: (one) => field.detail(one.value),
    representative: origins,
    latest: (one) => one.day ?? "",
    source: (one) => (wanted !== undefined && one.names.includes(wanted) ? 1 : 0),
  };
  const of = rank[rule];
  return [...said].sort((a, b) => descending(of(a), of(b)) || descending(origins(a), origins(b)));
}

function descending(a: number | string, b: number | string): number {
  return a > b ? -1 : a < b ? 1 : 0;
}

function groupBy<Item>(
  items: readonly Item[],
  key: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
