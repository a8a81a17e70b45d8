import { type RawBuilder, sql } from "kysely";
import { fail } from "../text/errors.ts";
import type { EventFilter } from "./types.ts";

type Condition = RawBuilder<boolean>;

/** Some of the rows that a filter looks at. Most filters have one side, some find their events in several places. */
export interface Side {
  /** The rows, by the name `e`. */
  readonly rows: RawBuilder<unknown>;
  /** Which of them there are. */
  readonly there: Condition;
  /** True if one of the parties is in this role. */
  readonly plays: (role: Role, parties: RawBuilder<unknown>) => Condition;
}
export const ROLES = ["actor", "recipient", "source"] as const;
export type Role = (typeof ROLES)[number];

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

export const columns = (table: string, names: readonly string[]): RawBuilder<unknown> =>
  sql.join(names.map((name) => sql.ref(`${table}.${name}`)));

const current =
  (participants: RawBuilder<unknown>): Side["plays"] =>
  (role, parties) =>
    sql`e.seq in (select event from ${participants} where current and role = ${role} and party in (${parties}))`;

/** As people left them: what every row of `events` holds. */
export const LEFT: Side = {
  rows: sql`events e`,
  there: sql`e.current`,
  plays: current(sql`participants`),
};

/** As they were coded: most were never changed, the few others have what was coded beside them. */
const CODED: readonly Side[] = [
  { ...LEFT, there: sql`e.current and e.reviewed <> 'edited' and e.by_hand is null` },
  {
    rows: sql`(select ${columns("c", VALUES)}, ${columns("s", TODAY)} from coded_events c join events s on s.seq = c.seq
      where s.reviewed = 'edited' and s.by_hand is null) e`,
    there: sql`e.current`,
    plays: current(sql`coded_participants`),
  },
];

export const shown = ({ values }: EventFilter): string => (values === "coded" ? "coded" : "left");

/** The stretch of an event's history that an instant lies in. */
export const isThen = (table: string, asOf: string, shows: string): Condition =>
  sql`${sql.ref(`${table}.since`)} <= ${asOf}::timestamptz and ${sql.ref(`${table}.until`)} > ${asOf}::timestamptz
    and ${sql.ref(`${table}.shows`)} in ('both', ${shows})`;

export const neverJudged = (seq: string): Condition =>
  sql`not exists (select from event_history h where h.seq = ${sql.ref(seq)})`;

/** What was made of the events that somebody ever judged. */
const judgedAt = (asOf: string, shows: string): Side => ({
  rows: sql`event_history e`,
  there: isThen("e", asOf, shows),
  plays: (role, parties) =>
    sql`exists (select from unnest(${sql.ref(`e.${role}s`)}) p where p in (${parties}))`,
});

/** The others are as they were coded, whether their coding is still the newest or was then. */
function neverJudgedAt(asOf: string): readonly Side[] {
  const at = sql`${asOf}::timestamptz`;
  return [
    {
      ...LEFT,
      there: sql`e.current and exists (select from codings k where k.id = e.coding and k.coded_at <= ${at})
        and ${neverJudged("e.seq")}`,
    },
    {
      rows: sql`events e`,
      there: sql`e.coding in (
          select max(k.id) from codings k join codings n on n.report = k.report
          where not k.current and k.coded_at <= ${at} and n.current and n.coded_at > ${at} group by k.report)
        and ${neverJudged("e.seq")}`,
      plays: (role, parties) =>
        sql`exists (select from participants p where p.event = e.seq and p.role = ${role} and p.party in (${parties}))`,
    },
  ];
}

/** Where the events of a filter are found. Throws K301 for an instant that is none, and for links at an instant. */
function sidesOf(filter: EventFilter): readonly Side[] {
  const { asOf, values, stories, happenings, reviewed } = filter;
  if (asOf === undefined) return values === "coded" ? CODED : [LEFT];
  if (Number.isNaN(Date.parse(asOf)) || (stories ?? happenings) !== undefined)
    throw fail("K301", {
      option: "as_of",
      value: asOf,
      allowed: "an instant as 2026-05-06T12:00:00Z, without stories and happenings",
    });
  const judged = judgedAt(asOf, shown(filter));
  return reviewed?.includes("unreviewed") === false ? [judged] : [...neverJudgedAt(asOf), judged];
}

/** Some columns of the events `e` that a condition leaves, each side read by its own indexes. `tail` sorts by these columns. */
export function rowsOf(
  filter: EventFilter,
  wanted: RawBuilder<unknown>,
  where: (side: Side) => RawBuilder<unknown>,
  tail: RawBuilder<unknown> = sql``,
): RawBuilder<unknown> {
  const parts = sidesOf(filter).map(
    (side) => sql`select ${wanted} from ${side.rows} where ${where(side)} ${tail}`,
  );
  if (parts.length === 1) return parts[0]!;
  return sql`select * from (${sql.join(
    parts.map((part) => sql`(${part})`),
    sql` union all `,
  )}) e ${tail}`;
}
