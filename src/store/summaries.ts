import { type RawBuilder, sql } from "kysely";
import type { PlaceKind } from "../record/place.ts";
import type { Precision } from "../record/time.ts";
import { dyadsIn } from "./beside.ts";
import { wholeCounts } from "./counts.ts";
import type { Database } from "./database.ts";
import { eventsOf, isEmpty, isWhole, whereOf } from "./filter.ts";
import { given } from "./rows.ts";
import { rowsOf } from "./sides.ts";
import {
  type Box,
  type Boxed,
  type Bucket,
  type Count,
  type EventFilter,
  FACETS,
  type FacetName,
  type Facets,
  type Network,
  type Timeline,
} from "./types.ts";

interface FacetRow {
  readonly facet: FacetName;
  readonly value: string;
  readonly events: number;
}

/** How many events have which value, under the filter. The unfiltered counts are kept, not counted. */
export async function facets(database: Database, filter: EventFilter): Promise<Facets> {
  const { rows } = isWhole(filter) ? await kept(database, filter) : await countedFacets(database, filter);
  const of = (facet: FacetName): readonly Count[] =>
    rows
      .filter((row) => row.facet === facet)
      .map(({ value, events }) => ({ value, events }))
      .sort((a, b) => b.events - a.events || (a.value < b.value ? -1 : 1));
  const total = of("type").reduce((sum, { events }) => sum + events, 0);
  return {
    total,
    facets: Object.fromEntries(FACETS.map((facet) => [facet, of(facet)])) as Facets["facets"],
  };
}

function kept(database: Database, filter: EventFilter) {
  return sql<FacetRow>`select facet, value, sum(events)::bigint as events from ${wholeCounts(filter)} where facet <> 'day'
    group by facet, value having sum(events) <> 0`.execute(database);
}

const FACET_COLUMN = {
  type: "type",
  country: "country",
  actor: "actor_country",
  recipient: "recipient_country",
  factuality: "factuality",
  phase: "phase",
  outlet: "outlet",
  reviewed: "reviewed",
} as const satisfies Readonly<Record<FacetName, string>>;

/** One walk over the events, grouped by each column in turn. */
function countedFacets(database: Database, filter: EventFilter) {
  const facets = FACETS.map((name, index) => ({
    name: sql.lit(name),
    column: sql.ref(FACET_COLUMN[name]),
    // PostgreSQL sets the bits of the columns that a row is not grouped by, the first column's highest.
    bits: sql.lit(2 ** FACETS.length - 1 - 2 ** (FACETS.length - 1 - index)),
  }));
  const columns = sql.join(facets.map(({ column }) => column));
  const which = (what: "name" | "column") =>
    sql`case which ${sql.join(
      facets.map((facet) => sql`when ${facet.bits} then ${facet[what]}`),
      sql` `,
    )} end`;
  return sql<FacetRow>`
    with g as (
      select ${columns}, count(*) as events, grouping(${columns}) as which from (${eventsOf(filter, columns)}) e
      group by grouping sets (${sql.join(facets.map(({ column }) => sql`(${column})`))}))
    select ${which("name")} as facet, coalesce(${which("column")}, '') as value, events from g`.execute(
    database,
  );
}

interface BucketRow {
  readonly start: string | null;
  readonly precision: Precision | null;
  readonly events: number;
}

/** From the finest: a date is put into a bucket only if it is as fine. */
const COARSER: Readonly<Record<Bucket, readonly Precision[]>> = {
  day: ["week", "month", "season", "year", "decade"],
  week: ["month", "season", "year", "decade"],
  month: ["season", "year", "decade"],
  year: ["decade"],
};

/** Events by the bucket in which they begin and the precision of their date; a date that is coarser begins its own. */
export async function timeline(database: Database, filter: EventFilter, bucket: Bucket): Promise<Timeline> {
  const days = isWhole(filter)
    ? sql`select nullif(split_part(value, ' ', 1), '')::date as day_from, nullif(split_part(value, ' ', 2), '') as precision,
        events from ${wholeCounts(filter)} where facet = 'day'`
    : eventsOf(filter, sql`day_from, precision, 1 as events`);
  const { rows } = await sql<BucketRow>`
    select case when precision = any(${COARSER[bucket]}::text[]) then day_from
        else date_trunc(${sql.lit(bucket)}, day_from)::date end as start,
      precision, sum(events)::bigint as events
    from (${days}) d group by 1, 2 having sum(events) <> 0 order by 1, 2`.execute(database);
  const undated = rows.filter((row) => row.start === null).reduce((sum, { events }) => sum + events, 0);
  const buckets = rows.flatMap(({ start: from, precision, events }) =>
    from === null || precision === null ? [] : [{ from, precision, events }],
  );
  return { buckets, undated };
}

interface PlaceCount {
  readonly name: string;
  readonly geonames: number | null;
  readonly kind: PlaceKind;
  readonly country: string | null;
  readonly lat: number;
  readonly lon: number;
  readonly radius_km: number;
  readonly events: number;
}

/** Events are counted by place first: places are few. */
export async function box(database: Database, filter: EventFilter, area: Box, most: number): Promise<Boxed> {
  const parts =
    area.west <= area.east
      ? [area]
      : [
          { ...area, east: 180 },
          { ...area, west: -180 },
        ];
  const inside = sql.join(
    parts.map(
      ({ west, south, east, north }) =>
        sql`point(p.lon, p.lat) <@ box(point(${west}::float8, ${south}::float8), point(${east}::float8, ${north}::float8))`,
    ),
    sql` or `,
  );
  const { rows } = await sql<PlaceCount>`
    with inside as materialized (select * from places p where p.lat is not null and (${inside})),
    told as (select place, count(*) as events from (${eventsOf(filter, sql`place`)}) e
      where place in (select id from inside) group by place)
    select name, geonames, kind, country, lat, lon, radius_km, events from told join inside on id = place
    order by events desc, id limit ${most + 1}`.execute(database);
  const { rows: areas } = await sql<Count>`
    select coalesce(p.country, p.name) as value, sum(told.events)::bigint as events from places p ${byArea(filter)}
    where p.lat is null group by 1 having sum(told.events) > 0 order by 2 desc, 1`.execute(database);
  const places = rows.slice(0, most).map(({ geonames, country, radius_km: radiusKm, ...place }) => ({
    ...place,
    radiusKm,
    ...given("geonames", geonames),
    ...given("country", country),
  }));
  return { places, more: rows.length > most, areas };
}

/** Areas are few, and each is found by the index of places; what was at an instant lies about and is walked through once. */
function byArea(filter: EventFilter): RawBuilder<unknown> {
  if (filter.asOf !== undefined)
    return sql`join (select place, count(*) as events from (${eventsOf(filter, sql`place`)}) e group by place) told on told.place = p.id`;
  const inside = rowsOf(filter, sql`1`, (side) => sql`${whereOf(filter, side)} and e.place = p.id`);
  return sql`join lateral (select count(*) as events from (${inside}) e) told on true`;
}

interface DyadRow {
  readonly events: number;
  readonly a_name: string | null;
  readonly a_id: string | null;
  readonly a_country: string | null;
  readonly a_sector: string | null;
  readonly r_name: string | null;
  readonly r_id: string | null;
  readonly r_country: string | null;
  readonly r_sector: string | null;
}

/** Who acts on whom, the commonest first. */
export async function actorNetwork(database: Database, filter: EventFilter, most: number): Promise<Network> {
  const chosen = isEmpty(filter) ? sql`true` : sql`d.event in (${eventsOf(filter, sql`seq`)})`;
  const { rows } = await sql<DyadRow>`
    with pairs as (select d.actor, d.recipient, count(*) as events from ${dyadsIn(filter)} where ${chosen}
      group by d.actor, d.recipient order by events desc, d.actor, d.recipient limit ${most + 1})
    select events, a.name as a_name, a.actor_id as a_id, a.country as a_country, a.sector as a_sector,
      r.name as r_name, r.actor_id as r_id, r.country as r_country, r.sector as r_sector
    from pairs join parties a on a.id = actor join parties r on r.id = recipient
    order by events desc, actor, recipient`.execute(database);
  const dyads = rows.slice(0, most).map((row) => ({
    actor: partyOf(row.a_name, row.a_id, row.a_country, row.a_sector),
    recipient: partyOf(row.r_name, row.r_id, row.r_country, row.r_sector),
    events: row.events,
  }));
  return { dyads, more: rows.length > most };
}

export function partyOf(
  name: string | null,
  actorId: string | null,
  country: string | null,
  sector: string | null,
) {
  return {
    ...given("name", name),
    ...given("actorId", actorId),
    ...given("country", country),
    ...given("sector", sector),
  };
}
