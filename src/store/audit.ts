import { sql } from "kysely";
import type { Database } from "./database.ts";
import { cursorOf, readCursor, sizeOf } from "./paging.ts";
import { given } from "./rows.ts";
import type { Page, Paged } from "./types.ts";

export interface NewAuditEntry {
  /** Name of the account; `nobody` before a login, `this machine` without accounts or at the command line. */
  readonly who: string;
  /** In the form `thing.act`: `user.add`, `session.refused`, `export.write`. */
  readonly action: string;
  readonly subject?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}
export interface AuditEntry extends NewAuditEntry {
  readonly id: number;
  readonly at: string;
}

export interface AuditTables {
  readonly append: (entry: NewAuditEntry) => Promise<void>;
  /** The newest first; of one action, or of those that begin with a word and a dot (`export.`). */
  readonly list: (page?: Page, action?: string) => Promise<Paged<AuditEntry>>;
}

interface AuditRow {
  readonly id: number;
  readonly at: string;
  readonly who: string;
  readonly action: string;
  readonly subject: string | null;
  readonly details: Readonly<Record<string, unknown>> | null;
}

/** The log is appended to; the database refuses to change or delete a row of it. */
export function auditTables(database: Database): AuditTables {
  return {
    append: async ({ who, action, subject, details }) => {
      const more = details === undefined ? null : JSON.stringify(details);
      await sql`insert into audit_log (who, action, subject, details)
        values (${who}, ${action}, ${subject ?? null}, ${more}::jsonb)`.execute(database);
    },
    list: async (page = {}, action) => {
      const size = sizeOf(page);
      const before = page.after === undefined ? null : readCursor(page.after, ["whole"])[0]!;
      const { rows } = await sql<AuditRow>`
        select * from audit_log where (${before}::bigint is null or id < ${before}::bigint)
          and (${action ?? null}::text is null or action = ${action ?? null}::text
            or (right(${action ?? null}::text, 1) = '.' and starts_with(action, ${action ?? null}::text)))
        order by id desc limit ${size + 1}`.execute(database);
      const shown = rows.slice(0, size);
      return {
        items: shown.map(entryOf),
        ...(rows.length > size ? { next: cursorOf([shown.at(-1)!.id]) } : {}),
      };
    },
  };
}

function entryOf({ subject, details, ...entry }: AuditRow): AuditEntry {
  return { ...entry, ...given("subject", subject), ...given("details", details) };
}
