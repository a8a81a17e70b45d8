import { sql } from "kysely";
import { fail } from "../text/errors.ts";
import type { Database } from "./database.ts";
import { given } from "./rows.ts";

/** A feed, sitemap or page that is asked for again and again. */
export interface Feed {
  readonly id: number;
  readonly url: string;
  /** Name of the account that added it. */
  readonly owner: string;
  /** Between two rounds. */
  readonly minutes: number;
  readonly created: string;
  /** When it was last asked for, and the run of that import; absent if never. */
  readonly asked?: string;
  readonly run?: number;
}
export type NewFeed = Pick<Feed, "url" | "owner" | "minutes">;

/** What is known of one address that a feed named, under that address. */
export interface FeedPage {
  readonly url: string;
}

export interface FeedTables {
  /** Throws K165 if it is watched already. */
  readonly add: (feed: NewFeed) => Promise<Feed>;
  /** The oldest first. */
  readonly list: () => Promise<readonly Feed[]>;
  readonly one: (id: number) => Promise<Feed | undefined>;
  /** What it brought stays. Throws K152 if there is none. */
  readonly remove: (id: number) => Promise<void>;
  /** Those whose pause is over. */
  readonly due: () => Promise<readonly Feed[]>;
  /** Notes that it is asked for now, by this run. */
  readonly ask: (id: number, run: number) => Promise<void>;
  readonly pages: (id: number) => Promise<readonly FeedPage[]>;
  /** What is known of these addresses from now on; of a feed that is gone nothing is kept. */
  readonly keep: (id: number, pages: readonly FeedPage[]) => Promise<void>;
}

interface FeedRow extends Omit<Feed, "asked" | "run"> {
  readonly asked: string | null;
  readonly run: number | null;
}

export function feedTables(database: Database): FeedTables {
  return {
    add: async ({ url, owner, minutes }) => {
      const { rows } = await sql<FeedRow>`
        insert into feeds (url, owner, minutes) values (${url}, ${owner}, ${minutes})
        on conflict (url) do nothing returning *`.execute(database);
      if (rows[0] === undefined) throw fail("K165", { url });
      return feedOf(rows[0]);
    },
    list: async () => {
      const { rows } = await sql<FeedRow>`select * from feeds order by id`.execute(database);
      return rows.map(feedOf);
    },
    one: async (id) => {
      const { rows } = await sql<FeedRow>`select * from feeds where id = ${id}`.execute(database);
      return rows[0] && feedOf(rows[0]);
    },
    remove: async (id) => {
      const { rows } = await sql`delete from feeds where id = ${id} returning id`.execute(database);
      if (rows.length === 0) throw fail("K152", { kind: "feed", name: id });
    },
    due: async () => {
      const { rows } = await sql<FeedRow>`
        select * from feeds where asked is null or asked + minutes * interval '1 minute' <= now() order by id`.execute(
        database,
      );
      return rows.map(feedOf);
    },
    ask: async (id, run) => {
      await sql`update feeds set asked = now(), run = ${run} where id = ${id}`.execute(database);
    },
    pages: async (id) => {
      const { rows } = await sql<{ readonly entry: FeedPage }>`
        select entry from feed_pages where feed = ${id}`.execute(database);
      return rows.map(({ entry }) => entry);
    },
    keep: async (id, pages) => {
      await sql`
        insert into feed_pages (feed, url, entry)
        select f.id, p ->> 'url', p from feeds f, jsonb_array_elements(${JSON.stringify(pages)}::jsonb) p
        where f.id = ${id} on conflict (feed, url) do update set entry = excluded.entry`.execute(database);
    },
  };
}

function feedOf({ asked, run, ...row }: FeedRow): Feed {
  return { ...row, ...given("asked", asked), ...given("run", run) };
}
