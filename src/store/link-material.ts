import { sql } from "kysely";
import type { ActFields, LinkMaterial } from "../linking/index.ts";
import type { Report } from "../record/report.ts";
import type { Span } from "../text/span.ts";
import type { Database } from "./database.ts";
import { isForeign } from "./reports.ts";

/** A coded report that is not ready for linking. */
export interface Unprepared {
  readonly key: string;
  readonly report: Report;
  /** Number of its current coding. */
  readonly coding: number;
  /** True if nothing was coded because of its language. */
  readonly isForeign: boolean;
  /** Its current events by their ids in the store, with the words that state them. */
  readonly events: readonly (ActFields & { readonly id: string; readonly span: Span })[];
}

export interface Prepared {
  readonly key: string;
  readonly coding: number;
  readonly material: LinkMaterial;
  /** Among which days it is placed, if its day of publication is unknown. */
  readonly day?: string;
}

const PAGE = 16;

/** Coded reports without material of their current coding, in the order in which they were stored; constant memory. */
export async function* unprepared(database: Database): AsyncIterable<Unprepared> {
  let after = 0;
  for (;;) {
    const { rows } = await sql<Unprepared & { readonly seq: number }>`
      select r.seq, r.key, r.record as report, c.id as coding, ${isForeign} as "isForeign", coalesce((
        select jsonb_agg(jsonb_build_object('id', e.id, 'span', d.record -> 'trigger',
          'type', d.record -> 'type', 'actors', d.record -> 'actors', 'recipients', d.record -> 'recipients',
          'time', d.record -> 'time', 'place', d.record -> 'place', 'factuality', d.record -> 'factuality',
          'attributions', d.record -> 'attributions') order by e.position)
        from events e join event_records d on d.event = e.seq where e.coding = c.id and e.by_hand is null), '[]') as events
      from reports r join codings c on c.report = r.key and c.current
      where r.seq > ${after}::bigint
        and not exists (select from link_material m where m.report = r.key and m.coding = c.id)
      order by r.seq limit ${PAGE}`.execute(database);
    for (const { seq: _seq, ...row } of rows) yield row;
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.seq;
  }
}

/** Keeps material. What was made twice is kept once; what a newer coding has overtaken is left out. */
export async function addMaterial(database: Database, prepared: readonly Prepared[]): Promise<void> {
  const rows = prepared.map(({ key, coding, material, day }) => ({
    report: key,
    day,
    coding,
    prints: material.prints,
    terms: material.terms,
    mentions: material.mentions,
  }));
  await sql`
    insert into link_material (report, coding, day, prints, terms, mentions)
    select g.report, g.coding, coalesce(r.published, g.day, r.stored_at::date), g.prints, g.terms, g.mentions
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as g (report text, coding bigint, day date, prints int[], terms jsonb, mentions jsonb)
    join codings c on c.id = g.coding and c.current join reports r on r.key = g.report order by g.report
    on conflict (report) do update set coding = excluded.coding, prints = excluded.prints, terms = excluded.terms,
      mentions = excluded.mentions where link_material.coding <> excluded.coding`.execute(database);
}
