import { sql } from "kysely";
import type { Event } from "../record/event.ts";
import { fail } from "../text/errors.ts";
import { showAsLeft, writeValues } from "./as-left.ts";
import { addCounts } from "./counts.ts";
import type { Connection } from "./database.ts";
import { keepHistory } from "./history.ts";
import { retireEvents } from "./retired.ts";
import type { NewReview } from "./types.ts";

const STANDS = sql`r.undoes is null and not exists (select from reviews u where u.undoes = r.id)`;

interface Part {
  /** Number of the event that was divided. */
  readonly parent: number;
  /** Id of the event that is made, and the review that makes it. */
  readonly made: string;
  readonly review: number;
}

/** The second event of one that a person divided: as the first was coded, until reviews of its own say otherwise. */
export async function makePart(connection: Connection, { parent, made, review }: Part): Promise<number> {
  const { rows } = await sql<{ readonly seq: number; readonly record: Event }>`
    with made as (
      insert into events (coding, id, report, position, type, modes, contexts, day_from, day_to, sort_day, precision,
        country, admin1, place, actor_country, recipient_country, factuality, phase, sourced, denied, confidence, outlet,
        language, published, story, reviewed, impact, by_hand)
      select coding, ${made}, report, (select max(position) + 1 from events o where o.coding = e.coding), type, modes,
        contexts, day_from, day_to, sort_day, precision, country, admin1, place, actor_country, recipient_country,
        factuality, phase, sourced, denied, confidence, outlet, language, published, story, review_state(${made}), impact,
        ${review}::bigint
      from events e where seq = ${parent} returning seq)
    insert into event_records (event, record)
    select made.seq, jsonb_set(d.record, '{id}', to_jsonb(split_part(${made}, '.', 2)))
    from made join event_records d on d.event = ${parent} returning event as seq, record`.execute(connection);
  const { seq, record } = rows[0]!;
  await writeValues(connection, seq, made, record);
  await showAsLeft(connection, [seq]);
  await addCounts(connection, [seq], 1);
  await keepHistory(connection, [seq]);
  return seq;
}

/** When reports are coded again: what people made of events that are still there is made of them again. */
export async function makeAgain(connection: Connection, events: readonly number[]): Promise<void> {
  const { rows } = await sql<Part>`
    select e.seq as parent, r.value ->> 'into' as made, r.id as review from reviews r
    join events e on e.id = r.event and e.current
    where r.verdict = 'divide' and e.seq = any(${events}::bigint[]) and ${STANDS} order by r.id`.execute(
    connection,
  );
  for (const part of rows) await makeAgain(connection, [await makePart(connection, part)]);
}

/** Takes back a division. Throws K164 if another person judged what it made: that would be lost. */
export async function retireMade(
  connection: Connection,
  { event, value, reviewer }: Pick<NewReview, "event" | "value" | "reviewer">,
): Promise<void> {
  const made = (value as { readonly into: string }).into;
  const { rows: others } = await sql<{ readonly reviewer: string }>`
    select reviewer from reviews r where event = ${made} and reviewer <> ${reviewer} and ${STANDS} limit 1`.execute(
    connection,
  );
  if (others[0] !== undefined)
    throw fail("K164", {
      action: "take back",
      subject: event,
      reason: `${others[0].reviewer} has judged its second part since`,
    });
  const { rows } = await sql<{ readonly seq: number }>`
    update events set current = false where current and id = ${made} returning seq`.execute(connection);
  await retireEvents(
    connection,
    rows.map(({ seq }) => seq),
  );
}
