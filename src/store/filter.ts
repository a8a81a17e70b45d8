import { type RawBuilder, sql } from "kysely";
import { SECTORS } from "../ontology/plover/codes.ts";
import { fail } from "../text/errors.ts";
import { LEFT, type Role, rowsOf, type Side } from "./sides.ts";
import { configOf } from "./text-search.ts";
import type { EventFilter, Voice } from "./types.ts";

type Condition = RawBuilder<boolean>;

/** The conditions of a filter on the events `e` of a side: what is current as people left it, if no other is named. Throws K301, K302. */
export function whereOf(filter: EventFilter, side: Side = LEFT): Condition {
  const conditions = [side.there, ...columnConditions(filter), ...otherConditions(filter, side)];
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

export function isEmpty(filter: EventFilter): boolean {
  return Object.values(filter).every((value) => value === undefined);
}

/** True if nothing narrows it, whichever values it looks at. */
export function isWhole({ values: _either, ...filter }: EventFilter): boolean {
  return isEmpty(filter);
}

function columnConditions(filter: EventFilter): readonly Condition[] {
  const among = (column: string, values: readonly string[] | undefined): readonly Condition[] => {
    if (values === undefined) return [];
    const name = sql.ref(`e.${column}`);
    // One value is written as an equation: the index is then read in the order of the list.
    return values.length === 1
      ? [sql<boolean>`${name} = ${values[0]}`]
      : [sql<boolean>`${name} = any(${values}::text[])`];
  };
  return [
    ...among("type", filter.types),
    ...among("country", filter.countries),
    ...among("admin1", filter.admin1),
    ...among("outlet", filter.outlets),
    ...among("language", filter.languages),
    ...among("factuality", filter.factuality),
    ...among("phase", filter.phases),
    ...among("happening", filter.happenings),
    ...among("report", filter.reports),
    ...among("reviewed", filter.reviewed),
  ];
}

function otherConditions(filter: EventFilter, side: Side): readonly Condition[] {
  const { modes, contexts, from, to, confidence, stories, voices, text } = filter;
  const conditions: Condition[] = [];
  if (modes) conditions.push(sql`e.modes <> '{}'`, sql`e.modes && ${modes}::text[]`);
  if (contexts) conditions.push(sql`e.contexts && ${contexts}::text[]`);
  if (to !== undefined) conditions.push(sql`e.day_from <= ${dayOf("to", to)}::date`);
  if (from !== undefined) conditions.push(since(dayOf("from", from)));
  if (confidence !== undefined) conditions.push(sql`e.confidence >= ${confidence}::real`);
  if (stories) conditions.push(sql`e.story in (${storyIds(stories)})`);
  if (voices) conditions.push(sql`(${sql.join(voices.map(voiceOf), sql` or `)})`);
  if (text !== undefined) conditions.push(sql`e.report in (select key from reports where ${found(text)})`);
  for (const [role, values] of partyRoles(filter)) conditions.push(side.plays(role, partyIds(values)));
  return conditions;
}

/** Begins later, or lies around the day. */
function since(day: string): Condition {
  return sql<boolean>`(e.day_from >= ${day}::date or (${around(day)}))`;
}

/** Longer than a day and begun before it; by an index of its own, for such events are few. */
function around(day: string): Condition {
  return sql<boolean>`e.day_from < ${day}::date and e.day_to > e.day_from and daterange(e.day_from, e.day_to, '[]') @> ${day}::date`;
}

/**
 * The events of a filter as rows of some of their columns: in two parts if they are asked for from a day on, so that
 * each is read from its own index. Throws K301, K302.
 */
export function eventsOf(filter: EventFilter, columns: RawBuilder<unknown>): RawBuilder<unknown> {
  const { from, ...rest } = filter;
  const part = (more: Condition) => rowsOf(rest, columns, (side) => sql`${whereOf(rest, side)} and ${more}`);
  if (from === undefined) return rowsOf(rest, columns, (side) => whereOf(rest, side));
  const day = dayOf("from", from);
  return sql`${part(sql`e.day_from >= ${day}::date`)} union all ${part(around(day))}`;
}

/** Throws K302. */
export function dayOf(option: string, value: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(value) || Number.isNaN(Date.parse(value)))
    throw fail("K302", { option, value });
  return value;
}

function voiceOf(voice: Voice): Condition {
  switch (voice) {
    case "outlet":
      return sql`e.factuality in ('CT+', 'PR+', 'PS+', 'CT-', 'PR-', 'PS-')`;
    case "one-party":
      return sql`(e.sourced = 1 and e.factuality in ('Uu', 'CTu'))`;
    case "denied":
      return sql`e.denied`;
  }
}

/** Stories that were merged answer under the names of all of them. */
function storyIds(stories: readonly string[]) {
  return sql`select unnest(${stories}::text[]) union select target from redirects
    where kind = 'story' and origin = any(${stories}::text[])`;
}

function partyRoles(filter: EventFilter): readonly (readonly [Role, readonly string[]])[] {
  const roles = [
    ["actor", filter.actors],
    ["recipient", filter.recipients],
    ["source", filter.sources],
  ] as const;
  return roles.flatMap(([role, values]) => (values === undefined ? [] : [[role, values] as const]));
}

/**
 * `MIL` a sector, `COD` a country, `COD MIL` both; else an id of the registry, or a name in any case. Some names are
 * written like countries: AFP, IMF.
 */
export function partyIds(values: readonly string[]): RawBuilder<unknown> {
  const sectors: ReadonlySet<string> = new Set(SECTORS);
  const parts = values.map((value): Condition => {
    const [country = "", sector = ""] = value.split(" ");
    if (sectors.has(value)) return sql`sector = ${value}`;
    if (/^[A-Z]{3}$/.test(value)) return sql`(country = ${value} or lower(name) = lower(${value}))`;
    if (/^[A-Z]{3} [A-Z]{3}$/.test(value) && sectors.has(sector))
      return sql`(country = ${country} and sector = ${sector})`;
    return sql`(actor_id = ${value} or lower(name) = lower(${value}))`;
  });
  return sql`select id from parties where ${sql.join(parts, sql` or `)}`;
}

/**
 * Reports with these words, each in the grammar of its own language. The index is asked once for all languages in
 * use; what it finds by another language's grammar is then left out.
 */
export function found(words: string, language?: string): Condition {
  return matching(sql`websearch_to_tsquery(config::regconfig, ${words})`, language);
}

/** The same while somebody types: the last word may go on. */
export function begun(words: string): Condition {
  return matching(sql`(select (case q when '' then '' else q || ':*' end)::tsquery
    from (select websearch_to_tsquery(config::regconfig, ${words})::text as q) w)`);
}

function matching(query: RawBuilder<unknown>, language?: string): Condition {
  const configs =
    language === undefined
      ? sql`select config from text_configs`
      : sql`select ${configOf(language)} as config`;
  return sql<boolean>`(search @@ (
      select coalesce(string_agg('(' || asked::text || ')', ' | '), '')::tsquery
      from (select ${query} as asked from (${configs}) c) q where asked::text <> '')
    and search @@ ${query}${language === undefined ? sql`` : sql` and config = ${configOf(language)}`})`;
}
