import { sql } from "kysely";
import { fail } from "../text/errors.ts";
import type { Connection, Database } from "./database.ts";
import { ROLES, type Role } from "./roles.ts";

export { ROLES, type Role };

export interface Account {
  readonly name: string;
  readonly role: Role;
  readonly created: string;
}

export interface AccountTables {
  /** `password` is its hash. A name that was removed comes back with its new role. Throws K153 if it is in use. */
  readonly add: (name: string, role: Role, password: string) => Promise<Account>;
  readonly one: (name: string) => Promise<(Account & { readonly password: string }) | undefined>;
  /** Ends its sessions too, but for the one of this hash. Throws K152 if there is none. */
  readonly setPassword: (name: string, password: string, kept?: string) => Promise<void>;
  /** By name. */
  readonly list: () => Promise<readonly Account[]>;
  /**
   * Ends its sessions and tokens too; the name stays known to the log. Throws K152 if there is none, K175 for the last
   * admin among other accounts.
   */
  readonly remove: (name: string) => Promise<void>;
}

export function accountTables(database: Database): AccountTables {
  return {
    add: async (name, role, password) => {
      const { rows } = await sql<Account>`
        insert into users (name, role, password) values (${name}, ${role}, ${password})
        on conflict (name) do update set role = excluded.role, password = excluded.password, created = now(),
          removed = null where users.removed is not null
        returning name, role, created`.execute(database);
      if (rows[0] === undefined) throw fail("K153", { name });
      return rows[0];
    },
    one: async (name) => {
      const { rows } = await sql<Account & { readonly password: string }>`
        select name, role, created, password from users where name = ${name} and removed is null`.execute(
        database,
      );
      return rows[0];
    },
    setPassword: (name, password, kept) =>
      database.transaction().execute(async (transaction) => {
        const { rows } = await sql`update users set password = ${password}
          where name = ${name} and removed is null returning name`.execute(transaction);
        if (rows.length === 0) throw fail("K152", { kind: "account", name });
        await sql`delete from sessions where account = ${name} and hash is distinct from ${kept ?? null}::text`.execute(
          transaction,
        );
      }),
    list: async () => {
      const { rows } = await sql<Account>`
        select name, role, created from users where removed is null order by name`.execute(database);
      return rows;
    },
    remove: (name) =>
      database.transaction().execute(async (transaction) => {
        const others = await othersThan(transaction, name);
        if (others.length > 0 && !others.includes("admin")) throw fail("K175", { name });
        await sql`update users set removed = now() where name = ${name} and removed is null`.execute(
          transaction,
        );
        await sql`delete from sessions where account = ${name}`.execute(transaction);
        await sql`update tokens set revoked = now() where account = ${name} and revoked is null`.execute(
          transaction,
        );
      }),
  };
}

/**
 * The roles of all other accounts; they stay locked, so that two admins who remove each other do not both succeed.
 * Throws K152 if there is no such account.
 */
async function othersThan(connection: Connection, name: string): Promise<readonly Role[]> {
  const { rows } = await sql<{ readonly name: string; readonly role: Role }>`
    select name, role from users where removed is null order by name for update`.execute(connection);
  if (!rows.some((row) => row.name === name)) throw fail("K152", { kind: "account", name });
  return rows.filter((row) => row.name !== name).map(({ role }) => role);
}
