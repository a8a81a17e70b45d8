import { type RawBuilder, sql } from "kysely";
import { columns, isThen, neverJudged, ROLES, shown } from "./sides.ts";
import type { EventFilter } from "./types.ts";

/** The dyads `d` of a query; those of events that are no longer current too if an instant is asked for. */
export function dyadsIn(filter: EventFilter): RawBuilder<unknown> {
  const { asOf } = filter;
  const names = ["event", "actor", "recipient"];
  if (asOf === undefined) return sql`${besideIn(filter, "dyads", names)} d`;
  return sql`(select ${columns("s", names)} from dyads s where ${neverJudged("s.event")}
    union all select distinct t.seq, actor, recipient
      from event_history t, unnest(t.actors) actor, unnest(t.recipients) recipient
      where ${isThen("t", asOf, shown(filter))}) d`;
}

/** The same of the parties `p`, with their roles and their places in the lists of the record. */
export function participantsIn(filter: EventFilter): RawBuilder<unknown> {
  const { asOf } = filter;
  const names = ["event", "role", "position", "party"];
  if (asOf === undefined) return sql`${besideIn(filter, "participants", names)} p`;
  const roles = ROLES.map((role) => sql`(${sql.lit(role)}, ${sql.ref(`t.${role}s`)})`);
  return sql`(select ${columns("s", names)} from participants s where ${neverJudged("s.event")}
    union all select t.seq, r.role, (u.place - 1)::int, u.party
      from event_history t cross join lateral (values ${sql.join(roles)}) r (role, parties)
        cross join lateral unnest(r.parties) with ordinality u (party, place)
      where ${isThen("t", asOf, shown(filter))}) p`;
}

/** What lies beside the events as they are today, or as they were coded. */
function besideIn({ values }: EventFilter, table: string, names: readonly string[]): RawBuilder<unknown> {
  const left = sql`select ${columns("s", names)} from ${sql.table(table)} s where s.current`;
  if (values !== "coded") return sql`(${left})`;
  return sql`(${left} and not exists (select from coded_events c where c.seq = s.event)
    union all select ${columns("s", names)} from ${sql.table(`coded_${table}`)} s)`;
}
