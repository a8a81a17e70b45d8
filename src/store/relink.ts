import { sql } from "kysely";
import type { Placement } from "../linking/index.ts";
import { fail } from "../text/errors.ts";
import type { Connection, Database } from "./database.ts";
import { hash } from "./keys.ts";
import { apply } from "./link-changes.ts";
import { begin } from "./link-runs.ts";
import { append, checkEvents, once } from "./reviews.ts";
import type { Relink, Review } from "./types.ts";

interface Told {
  readonly id: string;
  readonly story: string | null;
  readonly happening: string | null;
}

/**
 * Events that a person says tell another happening than the links say. One run of links with one review an event, so
 * that both can be taken back together. A merge goes to a happening that is there, a split to a new one.
 */
export async function relink(
  database: Database,
  change: Relink,
  request?: string,
): Promise<readonly Review[]> {
  return once(database, change.reviewer, request, async (transaction) => {
    await checkEvents(transaction, change.events);
    const { rows } = await sql<Told>`
      select id, story, happening from events where current and id = any(${change.events}::text[]) order by id`.execute(
      transaction,
    );
    const { reviewer, reason } = change;
    const run = await begin(transaction, reviewer, reason);
    const to = change.verdict === "merge" ? (change.to ?? "") : `h${hash([change.events, run])}`;
    const target = await eventsOf(transaction, to);
    check(change, rows, target);
    await apply(transaction, run, await placementOf(transaction, rows, to, change), []);
    const reviews: Review[] = [];
    for (const { id, happening } of rows.filter((one) => one.happening !== to)) {
      const review = { event: id, verdict: change.verdict, value: { from: happening, to }, reason, reviewer };
      reviews.push(await append(transaction, review, { linkRun: run, request }));
    }
    return reviews;
  });
}

async function eventsOf(connection: Connection, happening: string): Promise<readonly Told[]> {
  const { rows } = await sql<Told>`
    select id, story, happening from events where current and happening = ${happening} order by id`.execute(
    connection,
  );
  return rows;
}

/** Throws K164 for what would change nothing, or what would tear a happening across two stories. */
function check({ verdict, to }: Relink, rows: readonly Told[], target: readonly Told[]): void {
  const refuse = (reason: string): Error =>
    fail("K164", { action: verdict, subject: to ?? rows.map(({ id }) => id).join(", "), reason });
  if (rows.length === 0) throw refuse("none of the events is in a current coding");
  if (verdict === "merge") {
    if (target.length === 0) throw refuse("there is no such happening");
    if (rows.every(({ happening }) => happening === to)) throw refuse("the events tell it already");
  }
  const stories = new Set([...rows, ...target].map(({ story }) => story));
  if (stories.size > 1) throw refuse("the events belong to different stories");
}

async function placementOf(
  connection: Connection,
  rows: readonly Told[],
  to: string,
  { verdict, reason: why }: Relink,
): Promise<Placement> {
  const moved = rows.filter(({ happening }) => happening !== to);
  const from = [...new Set(moved.flatMap(({ happening }) => happening ?? []))];
  const emptied: string[] = [];
  for (const happening of from) {
    const all = await eventsOf(connection, happening);
    if (all.every(({ id }) => moved.some((one) => one.id === id))) emptied.push(happening);
  }
  if (verdict === "split" && emptied.length > 0)
    throw fail("K164", {
      action: verdict,
      subject: emptied.join(", "),
      reason: "a split must leave something behind",
    });
  return {
    stories: [],
    copies: [],
    happenings: moved
      .filter(({ happening }) => happening === null || !emptied.includes(happening))
      .map(({ id }) => ({ event: id, happening: to, why })),
    merged: emptied.map((happening) => ({ kind: "happening", from: happening, to, why })),
    split: verdict === "split" ? from.map((one) => ({ kind: "happening", from: one, to, why })) : [],
  };
}
