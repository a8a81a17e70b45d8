import { sql } from "kysely";
import type { Role } from "./accounts.ts";
import type { Database } from "./database.ts";

/** Who a session or a token stands for; `role` is never more than the account's own. */
export interface Holder {
  readonly account: string;
  readonly accountRole: Role;
}

export interface SessionTables {
  readonly add: (hash: string, account: string, expires: Date) => Promise<void>;
  /** Undefined if there is none, or if it has expired. */
  readonly one: (hash: string) => Promise<Holder | undefined>;
  readonly remove: (hash: string) => Promise<void>;
  /** Gives the number of those that had expired. */
  readonly sweep: () => Promise<number>;
}

export function sessionTables(database: Database): SessionTables {
  return {
    add: async (hash, account, expires) => {
      await sql`insert into sessions (hash, account, expires) values (${hash}, ${account}, ${expires.toISOString()})`.execute(
        database,
      );
    },
    one: async (hash) => {
      const { rows } = await sql<Holder>`
        select s.account, u.role as "accountRole" from sessions s join users u on u.name = s.account
        where s.hash = ${hash} and s.expires > now() and u.removed is null`.execute(database);
      return rows[0];
    },
    remove: async (hash) => {
      await sql`delete from sessions where hash = ${hash}`.execute(database);
    },
    sweep: async () => {
      const { rows } = await sql`delete from sessions where expires <= now() returning hash`.execute(
        database,
      );
      return rows.length;
    },
  };
}
