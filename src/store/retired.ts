import { sql } from "kysely";
import { addCounts } from "./counts.ts";
import type { Connection } from "./database.ts";
import { endHistory } from "./history.ts";

/** What goes with events that are no longer current: their counts, parties and dyads, and what is to come of their history. */
export async function retireEvents(connection: Connection, events: readonly number[]): Promise<void> {
  if (events.length === 0) return;
  await addCounts(connection, events, -1);
  await sql`update participants set current = false where event = any(${events}::bigint[])`.execute(
    connection,
  );
  await sql`update dyads set current = false where event = any(${events}::bigint[])`.execute(connection);
  await endHistory(connection, events);
}
