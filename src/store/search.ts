import { sql } from "kysely";
import type { Database } from "./database.ts";
import { found } from "./filter.ts";
import { cursorOf, pagedRows, readCursor, sizeOf } from "./paging.ts";
import { HEADER, type HeaderRow, headerOf } from "./rows.ts";
import { partyOf } from "./summaries.ts";
import type { NameHit, Page, Paged, SearchHit } from "./types.ts";

/** Around the words found; no text that can be stored holds them. */
const OPEN = "\u0001";
const SHUT = "\u0002";
const HEADLINE = `StartSel=${OPEN},StopSel=${SHUT},MaxFragments=2,MaxWords=40,MinWords=15,FragmentDelimiter=" … "`;
/** Characters in which the passage is looked for. */
const LOOKED_AT = 50_000;

interface HitRow extends HeaderRow {
  readonly seq: number;
  readonly rank: number;
  readonly passage: string;
}

/** Reports by their words, the best first. Passages are cut only for those shown: cutting costs more than finding. */
export async function search(
  database: Database,
  words: string,
  page: Page,
  language: string | undefined,
): Promise<Paged<SearchHit>> {
  const size = sizeOf(page);
  const [rank, seq] = page.after === undefined ? [] : readCursor(page.after, ["number", "whole"]);
  const beyond = rank === undefined ? sql`true` : sql`(rank, -seq) < (${rank}::float8, -(${seq}::bigint))`;
  const { rows } = await sql<HitRow>`
    with hits as materialized (
      select seq, ts_rank(search, websearch_to_tsquery(config::regconfig, ${words}))::float8 as rank
      from reports where ${found(words, language)}),
    shown as (select * from hits where ${beyond} order by rank desc, seq limit ${size + 1})
    select s.seq, s.rank, ts_headline(r.config::regconfig, left(r.record ->> 'text', ${LOOKED_AT}::int),
      websearch_to_tsquery(r.config::regconfig, ${words}), ${HEADLINE}) as passage, ${HEADER}
    from shown s join reports r using (seq) left join report_links l on l.report = r.key
    order by s.rank desc, s.seq`.execute(database);
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({ report: headerOf(row), passage: passageOf(row.passage), rank: row.rank })),
    ...(rows.length > size && last ? { next: cursorOf([last.rank, last.seq]) } : {}),
  };
}

function passageOf(marked: string): SearchHit["passage"] {
  return marked
    .split(new RegExp(`(${OPEN}[^${SHUT}]*${SHUT})`))
    .filter((part) => part !== "")
    .map((part) =>
      part.startsWith(OPEN) ? { text: part.slice(1, -1), hit: true } : { text: part, hit: false },
    );
}

interface NameRow {
  readonly id: number;
  readonly name: string;
  readonly actor_id: string | null;
  readonly country: string | null;
  readonly sector: string | null;
  readonly likeness: number;
  readonly meant: boolean;
}

/** By trigrams: "Petrossian" finds "Petrosyan"; and by the names that are `meant`, which may look like anything. */
export async function names(
  database: Database,
  name: string,
  page: Page,
  meant: readonly string[],
): Promise<Paged<NameHit>> {
  const size = sizeOf(page);
  const [likeness, last, id] =
    page.after === undefined ? [] : readCursor(page.after, ["number", "text", "whole"]);
  const beyond =
    likeness === undefined
      ? sql`true`
      : sql`(-likeness, name, id) > (-(${likeness}::float8), ${last}::text, ${id}::bigint)`;
  // One equation a name: an array of them is not looked up in the index.
  const isMeant = sql.join([sql`false`, ...meant.map((one) => sql`name = ${one}`)], sql` or `);
  const { rows } = await sql<NameRow>`
    with found as (select *, (${isMeant}) as meant from parties where name % ${name} or ${isMeant}),
    hits as (select id, name, actor_id, country, sector, meant,
      case when meant then 1 else similarity(name, ${name}) end::float8 as likeness from found)
    select * from hits where ${beyond} order by likeness desc, name, id limit ${size + 1}`.execute(database);
  return pagedRows(
    rows,
    size,
    ({ name: known, actor_id, country, sector, likeness: close, meant: is }) => ({
      ...partyOf(known, actor_id, country, sector),
      likeness: close,
      ...(is ? { alias: name } : {}),
    }),
    (row) => [row.likeness, row.name, row.id],
  );
}
