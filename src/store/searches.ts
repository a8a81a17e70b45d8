import { sql } from "kysely";
import { fail } from "../text/errors.ts";
import type { Database } from "./database.ts";
import { whereOf } from "./filter.ts";
import { chosenWithRecords, EVENT, type EventRow, given, storedEventOf } from "./rows.ts";
import type { EventFilter, StoredEvent } from "./types.ts";

export interface Search {
  readonly id: string;
  readonly name: string;
  /** Name of the account that saved it. */
  readonly owner: string;
  readonly filter: EventFilter;
  /** How the desk shows it: the part of its address that is no filter, as a query. */
  readonly view?: string;
  readonly created: string;
}
export type NewSearch = Omit<Search, "created">;

/** An event with the moment at which it came into the store. */
export interface ArrivedEvent extends StoredEvent {
  readonly arrived: string;
}

export interface SearchTables {
  readonly add: (search: NewSearch) => Promise<Search>;
  readonly one: (id: string) => Promise<Search | undefined>;
  /** The oldest first. */
  readonly list: () => Promise<readonly Search[]>;
  /** Its webhooks go with it. Throws K152 if there is none. */
  readonly remove: (id: string) => Promise<void>;
  /** The events that came last, whatever their own day; at most so many. */
  readonly newest: (filter: EventFilter, most: number) => Promise<readonly ArrivedEvent[]>;
}

export function searchTables(database: Database): SearchTables {
  return {
    add: async ({ id, name, owner, filter, view }) => {
      const { rows } = await sql<SearchRow>`
        insert into searches (id, name, owner, filter, view)
        values (${id}, ${name}, ${owner}, ${JSON.stringify(filter)}::jsonb, ${view ?? null}) returning *`.execute(
        database,
      );
      return searchOf(rows[0]!);
    },
    one: async (id) => {
      const { rows } = await sql<SearchRow>`select * from searches where id = ${id}`.execute(database);
      return rows[0] && searchOf(rows[0]);
    },
    list: async () => {
      const { rows } = await sql<SearchRow>`select * from searches order by created, id`.execute(database);
      return rows.map(searchOf);
    },
    remove: async (id) => {
      const { rows } = await sql`delete from searches where id = ${id} returning id`.execute(database);
      if (rows.length === 0) throw fail("K152", { kind: "saved search", name: id });
    },
    newest: async (filter, most) => {
      const { rows } = await sql<EventRow & { readonly arrived: string }>`
        with chosen as materialized (
          select seq, id, report, coding, sort_day, happening, reviewed from events e where ${whereOf(filter)}
          order by seq desc limit ${most})
        select ${EVENT}, k.coded_at as arrived from ${chosenWithRecords()} join codings k on k.id = c.coding
        order by c.seq desc`.execute(database);
      return rows.map((row) => ({ ...storedEventOf(row), arrived: row.arrived }));
    },
  };
}

type SearchRow = Omit<Search, "view"> & { readonly view: string | null };

function searchOf({ view, ...search }: SearchRow): Search {
  return { ...search, ...given("view", view) };
}
