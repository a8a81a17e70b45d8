import { type RawBuilder, sql } from "kysely";
import type { Database } from "./database.ts";
import { whereOf } from "./filter.ts";
import { cursorOf, readCursor, sizeOf } from "./paging.ts";
import { chosenWithRecords, EVENT, type EventRow, storedEventOf } from "./rows.ts";
import { rowsOf } from "./sides.ts";
import type { EventFilter, Paged, QueueQuestion, StoredEvent } from "./types.ts";

type Condition = RawBuilder<boolean>;
type Key = RawBuilder<unknown>;

/** Reviews that stand and judge. */
const STANDING = sql`r.undoes is null and r.verdict in ('accept', 'reject', 'edit')
  and not exists (select from reviews u where u.undoes = r.id)`;

interface Queue {
  /** What belongs into it, in stretches that are gone through one after the other. */
  readonly stretches: readonly Condition[];
  /** What a stretch is sorted by, before the order of storing, and the type under which a cursor gives it back. */
  readonly key: Key;
  readonly type: Key;
  readonly descending: boolean;
}

const SEED = "khaldun";

function queueOf({ order, reviewer, seed = SEED, share = 1 }: QueueQuestion): Queue {
  const mine = sql`exists (select from reviews r where r.event = e.id and r.reviewer = ${reviewer} and ${STANDING})`;
  const others = sql`exists (select from reviews r where r.event = e.id and r.reviewer <> ${reviewer}
    and not r.adjudicates and ${STANDING})`;
  const unreviewed = sql<boolean>`e.reviewed = 'unreviewed' and not ${mine}`;
  const judged = sql<boolean>`e.id in (select event from reviews)`;
  const inShare = sql`('x' || left(md5(${seed} || e.id), 8))::bit(32)::bigint < ${share}::float8 * 4294967296`;
  const real = { type: sql`real`, descending: false };
  // The ring of all ids by their digest, entered at the seed's own place: each seed gives another sample.
  const ring = (where: Condition): Queue => ({
    stretches: [sql`${where} and md5(e.id) >= md5(${seed})`, sql`${where} and md5(e.id) < md5(${seed})`],
    key: sql`md5(e.id)`,
    type: sql`text`,
    descending: false,
  });
  switch (order) {
    case "uncertain":
      return { stretches: [unreviewed], key: sql`abs(e.confidence - 0.5::real)`, ...real };
    case "impact":
      return { stretches: [unreviewed], key: sql`e.impact`, ...real, descending: true };
    // An audit is of everything, whatever others made of it: only what this reviewer did is left out.
    case "random":
      return ring(sql`not ${mine}`);
    case "second":
      return ring(sql`${judged} and ${others} and not ${mine} and ${inShare}`);
    // Wider than its name: whether two codings differ is for src/review to say, which can compare values.
    case "disagreement":
      return {
        stretches: [sql`${judged} and ${TWICE_JUDGED}`],
        key: sql`e.id`,
        type: sql`text`,
        descending: false,
      };
  }
}

/** Judged by two people or more, and by nobody who adjudicates. */
const TWICE_JUDGED = sql<boolean>`exists (
    select from reviews r where r.event = e.id and not r.adjudicates and ${STANDING}
    having count(distinct r.reviewer) > 1)
  and not exists (select from reviews r where r.event = e.id and r.adjudicates and ${STANDING})`;

type QueueRow = EventRow & { readonly key_value: string | number };

/** One page of a queue. What was judged meanwhile is gone from it; the cursor goes on where the last page ended. */
export async function reviewQueue(database: Database, question: QueueQuestion): Promise<Paged<StoredEvent>> {
  const queue = queueOf(question);
  const page = question.page ?? {};
  const size = sizeOf(page);
  const [start, ...place] =
    page.after === undefined ? [0] : readCursor(page.after, ["whole", "key", "whole"]);
  const rows: (QueueRow & { readonly stretch: number })[] = [];
  for (let stretch = Number(start); stretch < queue.stretches.length && rows.length <= size; stretch += 1) {
    const where = [queue.stretches[stretch]!];
    if (stretch === start && place.length > 0) where.push(beyond(queue, place));
    const found = await stretchOf(database, question.filter ?? {}, queue, where, size + 1 - rows.length);
    rows.push(...found.map((row) => ({ ...row, stretch })));
  }
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    items: shown.map(storedEventOf),
    ...(rows.length > size && last ? { next: cursorOf([last.stretch, last.key_value, last.seq]) } : {}),
  };
}

async function stretchOf(
  database: Database,
  filter: EventFilter,
  { key, descending }: Queue,
  where: readonly Condition[],
  limit: number,
): Promise<readonly QueueRow[]> {
  const direction = descending ? sql`desc` : sql``;
  const chosen = rowsOf(
    filter,
    sql`seq, id, report, sort_day, happening, reviewed, ${key} as key_value`,
    (side) => sql`${sql.join([whereOf(filter, side), ...where], sql` and `)}`,
    sql`order by key_value ${direction}, seq limit ${limit}`,
  );
  const { rows } = await sql<QueueRow>`
    with chosen as materialized (${chosen})
    select c.key_value, ${EVENT} from ${chosenWithRecords()} order by c.key_value ${direction}, c.seq`.execute(
    database,
  );
  return rows;
}

function beyond({ key, type, descending }: Queue, [value, seq]: readonly (string | number)[]): Condition {
  const further = descending ? sql`<` : sql`>`;
  return sql<boolean>`(${key} ${further} ${value}::${type} or (${key} = ${value}::${type} and e.seq > ${seq}::bigint))`;
}

export async function queueLength(
  database: Database,
  question: QueueQuestion,
  most: number,
): Promise<number> {
  const { filter = {} } = question;
  const any = sql.join(queueOf(question).stretches, sql` or `);
  const waiting = rowsOf(
    filter,
    sql`1`,
    (side) => sql`${whereOf(filter, side)} and (${any})`,
    sql`limit ${most}`,
  );
  const { rows } = await sql<{
    readonly events: number;
  }>`select count(*) as events from (${waiting}) q`.execute(database);
  return rows[0]!.events;
}
