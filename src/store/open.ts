import { CompiledQuery } from "kysely";
import { backup, restore } from "./backup.ts";
import { connect, type Opened } from "./database.ts";
import { countEvents, listEvents, oneEvent, streamCoded, streamEvents } from "./events.ts";
import { guarded } from "./guard.ts";
import { linkTables } from "./link-runs.ts";
import { claimsOf, redirect, setLinks, stories, story } from "./links.ts";
import { locationOf, withoutPassword } from "./location.ts";
import { migrate } from "./migrate.ts";
import { codedBy, notCoded, oneReport, uncoded } from "./reports.ts";
import { addReview, reviewsOf, undoReview } from "./reviews.ts";
import { given } from "./rows.ts";
import { addFailures, failures, finishRun, runs, solve, startRun } from "./runs.ts";
import { names, search } from "./search.ts";
import { actorNetwork, box, facets, timeline } from "./summaries.ts";
import type { Store } from "./types.ts";
import { maintain, stats, verify } from "./upkeep.ts";
import { addCodings, addReports } from "./write.ts";

/** Most places of a box, dyads of a network and names that are given if nobody says how many. */
const MOST = 500;

/**
 * Opens a store, making it if there is none: a folder, or a PostgreSQL database by its address. Brings its schema up
 * to date. Throws K501 to K506; see docs/errors.md.
 */
export async function openStore(place: string): Promise<Store> {
  const location = locationOf(place);
  const opened = await connect(location);
  try {
    await migrate(opened.database, withoutPassword(place));
  } catch (problem) {
    await opened.close();
    throw problem;
  }
  return guarded(storeOf(opened, withoutPassword(place)));
}

function storeOf(opened: Opened, location: string): Store {
  const { database, engine, close } = opened;
  return {
    engine,
    location,
    addReports: (reports) => addReports(database, reports),
    addCodings: (codings) => addCodings(database, codings),
    addCoding: async (record, from) => (await addCodings(database, [{ record, ...given("from", from) }]))[0]!,
    report: (key) => oneReport(database, key),
    codedBy: (keys, coder) => codedBy(database, keys, coder),
    uncoded: (coder) => uncoded(database, coder),
    notCoded: () => notCoded(database),
    event: (id) => oneEvent(database, id),
    events: (filter = {}, page = {}) => listEvents(database, filter, page),
    count: (filter = {}) => countEvents(database, filter),
    streamEvents: (filter = {}) => streamEvents(database, filter),
    streamCoded: (filter = {}) => streamCoded(database, filter),
    facets: (filter = {}) => facets(database, filter),
    timeline: (filter, bucket) => timeline(database, filter, bucket),
    box: (filter, area, most = MOST) => box(database, filter, area, most),
    search: (words, page = {}, language) => search(database, words, page, language),
    names: (name, most = 20) => names(database, name, most),
    actorNetwork: (filter = {}, most = MOST) => actorNetwork(database, filter, most),
    statement: async (words, values) => {
      const { rows } = await database.executeQuery(CompiledQuery.raw(words, [...values]));
      return { rows };
    },
    linking: linkTables(opened),
    setLinks: (links) => setLinks(database, links),
    redirect: (kind, from, to, why) => redirect(database, kind, from, to, why),
    stories: (page = {}) => stories(database, page),
    story: (id) => story(database, id),
    claimsOf: (id) => claimsOf(database, id),
    addReview: (review) => addReview(database, review),
    undoReview: (reviewer) => undoReview(database, reviewer),
    reviews: (event) => reviewsOf(database, event),
    startRun: (run) => startRun(database, run),
    addFailures: (run, list) => addFailures(database, run, list),
    solve: (list) => solve(database, list),
    finishRun: (run, counts) => finishRun(database, run, counts),
    runs: () => runs(database),
    failures: (run) => failures(database, run),
    verify: () => verify(opened),
    backup: (file) => backup(opened, file),
    restore: (file) => restore(opened, file, location),
    stats: () => stats(opened),
    maintain: () => maintain(opened),
    close,
  };
}
