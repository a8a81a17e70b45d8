import { sql } from "kysely";
import { fail } from "../text/errors.ts";
import type { Connection, Database } from "./database.ts";
import { makePart } from "./divided.ts";
import { hash } from "./keys.ts";
import { apply } from "./link-changes.ts";
import { begin } from "./link-runs.ts";
import { append, checkEvents, once } from "./reviews.ts";
import type { Divide, Review } from "./types.ts";

interface Whole {
  readonly seq: number;
  readonly happening: string | null;
}

/**
 * One coded event that a person says is two: a second event is made of it, and each gets the values that were given, in
 * one go that is taken back as one. The first review names the event that was made. Throws K509, K164.
 */
export function divide(
  database: Database,
  { event, first = [], second, reviewer, reason }: Divide,
  request?: string,
): Promise<readonly Review[]> {
  return once(database, reviewer, request, async (transaction) => {
    await checkEvents(transaction, [event]);
    const whole = await currentEvent(transaction, event);
    const made = await nameOfPart(transaction, event);
    const value = { into: made };
    const divided = await append(
      transaction,
      { event, verdict: "divide", value, reason, reviewer },
      { request },
    );
    await makePart(transaction, { parent: whole.seq, made, review: divided.id });
    const reviews = [divided];
    const given = [
      ...first.map((one) => ({ event, ...one })),
      ...second.map((one) => ({ event: made, ...one })),
    ];
    for (const one of given)
      reviews.push(await append(transaction, { ...one, verdict: "edit", reason, reviewer }, { request }));
    if (whole.happening !== null)
      reviews.push(await tellApart(transaction, { made, from: whole.happening, reviewer, reason, request }));
    return reviews;
  });
}

async function currentEvent(connection: Connection, event: string): Promise<Whole> {
  const { rows } =
    await sql<Whole>`select seq, happening from events where current and id = ${event}`.execute(connection);
  if (rows[0] === undefined)
    throw fail("K164", { action: "divide", subject: event, reason: "it is in no current coding" });
  return rows[0];
}

/** Never one that was given before, even if that was taken back: reviews of it stay. */
async function nameOfPart(connection: Connection, event: string): Promise<string> {
  const { rows } = await sql<{ readonly divisions: number }>`
    select count(*) as divisions from reviews where event = ${event} and verdict = 'divide' and undoes is null`.execute(
    connection,
  );
  return `${event}-${rows[0]!.divisions + 2}`;
}

interface Apart {
  readonly made: string;
  readonly from: string;
  readonly reviewer: string;
  readonly reason: string;
  readonly request: string | undefined;
}

/** Two events of one report are two happenings. */
async function tellApart(
  connection: Connection,
  { made, from, reviewer, reason, request }: Apart,
): Promise<Review> {
  const run = await begin(connection, reviewer, reason);
  const to = `h${hash([made, run])}`;
  const happenings = [{ event: made, happening: to, why: reason }];
  await apply(connection, run, { stories: [], copies: [], happenings, merged: [], split: [] }, []);
  const review = { event: made, verdict: "split", value: { from, to }, reason, reviewer } as const;
  return append(connection, review, { linkRun: run, request });
}
