import { sql } from "kysely";
import { fail } from "../text/errors.ts";
import type { Role } from "./accounts.ts";
import type { Database } from "./database.ts";
import { given } from "./rows.ts";
import type { Holder } from "./sessions.ts";

export interface Token {
  readonly id: number;
  readonly account: string;
  readonly label: string;
  readonly role: Role;
  readonly created: string;
  readonly expires?: string;
  /** The day it was last shown; absent if never. */
  readonly used?: string;
}
export interface NewToken {
  readonly hash: string;
  readonly account: string;
  readonly label: string;
  readonly role: Role;
  readonly expires?: Date;
}

export interface TokenTables {
  /** Throws K152 if there is no such account. */
  readonly add: (token: NewToken) => Promise<Token>;
  /** Undefined if there is none, or if it was revoked or has expired. */
  readonly one: (
    hash: string,
  ) => Promise<(Holder & { readonly role: Role; readonly expires?: string }) | undefined>;
  /** Those that hold, of one account or of all. */
  readonly list: (account?: string) => Promise<readonly Token[]>;
  /** Of one account, or whoever's. Throws K152 if there is none. */
  readonly revoke: (id: number, account?: string) => Promise<void>;
}

interface TokenRow extends Omit<Token, "expires" | "used"> {
  readonly expires: string | null;
  readonly used: string | null;
}

const TOKEN = sql`id, account, label, role, created, expires, used`;

export function tokenTables(database: Database): TokenTables {
  return {
    add: async ({ hash, account, label, role, expires }) => {
      const { rows } = await sql<TokenRow>`
        insert into tokens (hash, account, label, role, expires)
        select ${hash}, name, ${label}, ${role}, ${expires?.toISOString() ?? null}::timestamptz
        from users where name = ${account} and removed is null returning ${TOKEN}`.execute(database);
      if (rows[0] === undefined) throw fail("K152", { kind: "account", name: account });
      return tokenOf(rows[0]);
    },
    one: async (hash) => {
      const { rows } = await sql<
        Holder & Pick<TokenRow, "id" | "role" | "expires"> & { readonly stale: boolean }
      >`
        select t.id, t.account, t.role, t.expires, u.role as "accountRole", t.used is distinct from current_date as stale
        from tokens t join users u on u.name = t.account
        where t.hash = ${hash} and t.revoked is null and (t.expires is null or t.expires > now())
          and u.removed is null`.execute(database);
      const found = rows[0];
      if (found === undefined) return undefined;
      // A day is enough to see which are dead, and spares a write at every request.
      if (found.stale)
        await sql`update tokens set used = current_date where id = ${found.id}`.execute(database);
      const { account, accountRole, role } = found;
      return { account, accountRole, role, ...given("expires", found.expires) };
    },
    list: async (account) => {
      const { rows } = await sql<TokenRow>`
        select ${TOKEN} from tokens where revoked is null and (expires is null or expires > now())
          and (${account ?? null}::text is null or account = ${account ?? null}::text) order by id`.execute(
        database,
      );
      return rows.map(tokenOf);
    },
    revoke: async (id, account) => {
      const { rows } = await sql`
        update tokens set revoked = now() where id = ${id} and revoked is null
          and (${account ?? null}::text is null or account = ${account ?? null}::text) returning id`.execute(
        database,
      );
      if (rows.length === 0) throw fail("K152", { kind: "token", name: id });
    },
  };
}

function tokenOf({ expires, used, ...token }: TokenRow): Token {
  return { ...token, ...given("expires", expires), ...given("used", used?.slice(0, 10)) };
}
