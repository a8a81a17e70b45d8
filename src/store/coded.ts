import { type RawBuilder, sql } from "kysely";
import type { EventFilter } from "./types.ts";

/** What the rows of an event say of its values, and what is known of it today whichever values are asked for. */
const VALUES = [
  "seq",
  "id",
  "coding",
  "report",
  "position",
  "type",
  "modes",
  "contexts",
  "day_from",
  "day_to",
  "sort_day",
  "precision",
  "country",
  "admin1",
  "place",
  "actor_country",
  "recipient_country",
  "factuality",
  "phase",
  "sourced",
  "denied",
  "confidence",
  "outlet",
  "language",
  "published",
  "impact",
] as const;
const TODAY = ["current", "story", "happening", "reviewed"] as const;

const columns = (table: string, names: readonly string[]): RawBuilder<unknown> =>
  sql.join(names.map((name) => sql.ref(`${table}.${name}`)));

const CODED = sql`(select ${columns("c", VALUES)}, ${columns("s", TODAY)} from coded_events c join events s on s.seq = c.seq
    where s.reviewed = 'edited' and s.by_hand is null) e`;
const NOT_CHANGED = sql`e.reviewed <> 'edited' and e.by_hand is null`;

/** Where the values of an event are looked up: as people left it, or as it was coded. */
export type Side = "left" | "coded";
export const PARTICIPANTS = { left: sql`participants`, coded: sql`coded_participants` } as const;

/** True if the filter looks at what was coded. What people had left at an instant is in no table: there it does too. */
export function asksCoded({ values, asOf }: EventFilter): boolean {
  return values === "coded" || asOf !== undefined;
}

/**
 * Some columns of the events `e` that a condition leaves. As they were coded they come from two places, each read by its
 * own indexes: most were never changed, the few others have what was coded beside them. `tail` sorts by these columns.
 */
export function rowsOf(
  filter: EventFilter,
  wanted: RawBuilder<unknown>,
  where: (side: Side) => RawBuilder<unknown>,
  tail: RawBuilder<unknown> = sql``,
): RawBuilder<unknown> {
  if (!asksCoded(filter)) return sql`select ${wanted} from events e where ${where("left")} ${tail}`;
  return sql`select * from ((select ${wanted} from events e where ${where("left")} and ${NOT_CHANGED} ${tail})
    union all (select ${wanted} from ${CODED} where ${where("coded")} ${tail})) e ${tail}`;
}

/** The dyads `d` of a query; those of events that are no longer current too if an instant is asked for. */
export function dyadsIn(filter: EventFilter): RawBuilder<unknown> {
  return sql`${besideIn(filter, "dyads", ["event", "actor", "recipient"])} d`;
}

/** The same of the parties `p`, with their roles and their places in the lists of the record. */
export function participantsIn(filter: EventFilter): RawBuilder<unknown> {
  return sql`${besideIn(filter, "participants", ["event", "role", "position", "party"])} p`;
}

function besideIn(filter: EventFilter, table: string, names: readonly string[]): RawBuilder<unknown> {
  const where = filter.asOf === undefined ? sql`where s.current` : sql`where true`;
  const left = sql`select ${columns("s", names)} from ${sql.table(table)} s ${where}`;
  if (!asksCoded(filter)) return sql`(${left})`;
  return sql`(${left} and not exists (select from coded_events c where c.seq = s.event)
    union all select ${columns("s", names)} from ${sql.table(`coded_${table}`)} s)`;
}
