import { sql } from "kysely";
import { fail } from "../text/errors.ts";
import type { Connection, Database } from "./database.ts";
import { hash } from "./keys.ts";
import { apply } from "./link-changes.ts";
import { begin } from "./link-runs.ts";
import { targetOf } from "./links.ts";
import { append, once } from "./reviews.ts";
import { separate } from "./separate.ts";
import type { Restory, Review } from "./types.ts";

interface Placed {
  readonly report: string;
  readonly story: string;
}

/**
 * Reports that a person says belong to another story than the links say. One run of links with one review a report: both
 * are taken back together, and later runs of links keep to what the reviews say of pairs of reports.
 */
export function restory(database: Database, change: Restory, request?: string): Promise<readonly Review[]> {
  return once(database, change.reviewer, request, async (transaction) => {
    const { verdict, reviewer, reason } = change;
    const asked = await reportsOf(transaction, change);
    const run = await begin(transaction, reviewer, reason);
    const to =
      verdict === "join"
        ? await targetOf(transaction, change.to ?? "")
        : `s${hash([asked.map(({ report }) => report), run])}`;
    const moved = asked.filter(({ story }) => story !== to);
    const [there, left] = [await inStories(transaction, [to]), await leftBehind(transaction, moved)];
    check(change, asked, { moved, there, left });
    await move(transaction, run, { verdict, moved, left, to, why: reason });
    const reviews: Review[] = [];
    for (const { report, story } of moved) {
      const together = [...there, ...moved].map((one) => one.report).filter((one) => one !== report);
      const apart = left.filter((one) => one.story === story).map((one) => one.report);
      const value = { from: story, to, with: together, apart };
      const review = { event: report, verdict, value, reason, reviewer };
      reviews.push(await append(transaction, review, { linkRun: run, request }));
    }
    return reviews;
  });
}

/** Throws K166 for a report that is in no story. */
async function reportsOf(connection: Connection, { reports, story }: Restory): Promise<readonly Placed[]> {
  if (story !== undefined) return inStories(connection, [await targetOf(connection, story)]);
  const keys = reports ?? [];
  const { rows } = await sql<Placed>`
    select report, story from report_links where report = any(${keys}::text[]) order by report`.execute(
    connection,
  );
  const missing = keys.find((key) => !rows.some(({ report }) => report === key));
  if (missing !== undefined) throw fail("K166", { report: missing });
  return rows;
}

async function inStories(connection: Connection, stories: readonly string[]): Promise<readonly Placed[]> {
  const { rows } = await sql<Placed>`
    select report, story from report_links where story = any(${stories}::text[]) order by report`.execute(
    connection,
  );
  return rows;
}

async function leftBehind(connection: Connection, moved: readonly Placed[]): Promise<readonly Placed[]> {
  const all = await inStories(connection, [...new Set(moved.map(({ story }) => story))]);
  return all.filter(({ report }) => !moved.some((one) => one.report === report));
}

interface Situation {
  readonly moved: readonly Placed[];
  readonly there: readonly Placed[];
  readonly left: readonly Placed[];
}

/** Throws K164 for what would change nothing. */
function check(change: Restory, asked: readonly Placed[], { moved, there, left }: Situation): void {
  const { verdict, story, to } = change;
  const refuse = (reason: string): Error =>
    fail("K164", {
      action: verdict === "join" ? "merge" : "split",
      subject: story ?? to ?? asked.map(({ report }) => report).join(", "),
      reason,
    });
  if (asked.length === 0) throw refuse("there is no such story");
  if (verdict === "join") {
    if (there.length === 0) throw refuse("there is no such story");
    if (moved.length === 0) throw refuse("the reports belong to it already");
    return;
  }
  if (new Set(moved.map((one) => one.story)).size > 1)
    throw refuse("the reports belong to different stories");
  if (left.length === 0) throw refuse("a split must leave something behind");
}

interface Move {
  readonly verdict: Restory["verdict"];
  readonly moved: readonly Placed[];
  readonly left: readonly Placed[];
  readonly to: string;
  readonly why: string;
}

/** A story of which nothing is left goes on under the other name. The next run of links looks at the reports again. */
async function move(
  connection: Connection,
  run: number,
  { verdict, moved, left, to, why }: Move,
): Promise<void> {
  const from = [...new Set(moved.map(({ story }) => story))];
  const emptied = new Set(from.filter((story) => !left.some((one) => one.story === story)));
  const placement = {
    stories: moved
      .filter(({ story }) => !emptied.has(story))
      .map(({ report }) => ({ report, story: to, why })),
    copies: [],
    happenings: [],
    merged: [...emptied].map((story) => ({ kind: "story" as const, from: story, to, why })),
    split: verdict === "join" ? [] : from.map((story) => ({ kind: "story" as const, from: story, to, why })),
  };
  await apply(connection, run, placement, []);
  await separate(
    connection,
    run,
    moved.map(({ report }) => report),
  );
}
