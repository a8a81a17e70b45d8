import { accountTables } from "./accounts.ts";
import { actorPage } from "./actor-page.ts";
import { actors } from "./actors.ts";
import { cameToStories, firstCoded } from "./arrivals.ts";
import { auditTables } from "./audit.ts";
import { backup, restore } from "./backup.ts";
import { changes } from "./changes.ts";
import { connect, type Opened } from "./database.ts";
import { divide } from "./divide.ts";
import {
  countEvents,
  happeningEvents,
  listEvents,
  oneEvent,
  streamCoded,
  streamEvents,
  streamRecords,
} from "./events.ts";
import { feedTables } from "./feeds.ts";
import { freshness } from "./freshness.ts";
import { guarded } from "./guard.ts";
import { linkTables } from "./link-runs.ts";
import { claimsOf, claimsOfEach, redirect, setLinks, story } from "./links.ts";
import { locationOf, withoutPassword } from "./location.ts";
import { type Migrating, migrate } from "./migrate.ts";
import { outlets, outletsOf } from "./outlets.ts";
import { relink } from "./relink.ts";
import { listReports } from "./report-list.ts";
import { codedBy, notCoded, oneReport, uncoded } from "./reports.ts";
import { restory } from "./restory.ts";
import { queueLength, reviewQueue } from "./review-queue.ts";
import { reviewsOf } from "./review-rows.ts";
import { reviewedReports } from "./reviewed-reports.ts";
import { addReviews, reviewsBy, undoReview } from "./reviews.ts";
import { given } from "./rows.ts";
import {
  addFailures,
  failures,
  finishRun,
  newestRuns,
  noteRun,
  runs,
  solve,
  startRun,
  unfinishedRuns,
} from "./runs.ts";
import { names, search } from "./search.ts";
import { searchTables } from "./searches.ts";
import { sessionTables } from "./sessions.ts";
import { sources, stancesOf, unnamedSources } from "./sources.ts";
import { inTurn, statement } from "./statement.ts";
import { decisionsOfStory } from "./story-decisions.ts";
import { stories } from "./story-list.ts";
import { actorNetwork, box, facets, timeline } from "./summaries.ts";
import { tokenTables } from "./tokens.ts";
import type { Store } from "./types.ts";
import { maintain, stats, verify } from "./upkeep.ts";
import { webhookTables } from "./webhooks.ts";
import { addCodings, addReports } from "./write.ts";

/** Most places of a box, dyads of a network and partners that are given if nobody says how many. */
const MOST = 500;
/** So far a queue is counted: beyond it nobody reads the number. */
const LONGEST_QUEUE = 10_000;

/**
 * Opens a store, making it if there is none: a folder, or a PostgreSQL database by its address. Brings its schema up
 * to date, or throws K172 if it is to ask first. Throws K501 to K506; see docs/errors.md.
 */
export async function openStore(place: string, migrating: Migrating = "do"): Promise<Store> {
  const location = locationOf(place);
  const opened = await connect(location);
  try {
    await migrate(opened.database, withoutPassword(place), migrating);
  } catch (problem) {
    await opened.close();
    throw problem;
  }
  return guarded(storeOf(opened, withoutPassword(place)), withoutPassword(place));
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
    reports: (filter = {}, page = {}) => listReports(database, filter, page),
    codedBy: (keys, coder) => codedBy(database, keys, coder),
    uncoded: (coder) => uncoded(database, coder),
    notCoded: () => notCoded(database),
    firstCoded: (from, before) => firstCoded(database, from, before),
    event: (id) => oneEvent(database, id),
    events: (filter = {}, page = {}) => listEvents(database, filter, page),
    count: (filter = {}) => countEvents(database, filter),
    streamEvents: (filter = {}) => streamEvents(database, filter),
    streamCoded: (filter = {}) => streamCoded(database, filter),
    streamRecords: (filter = {}) => streamRecords(database, filter),
    facets: (filter = {}) => facets(database, filter),
    timeline: (filter, bucket) => timeline(database, filter, bucket),
    box: (filter, area, most = MOST) => box(database, filter, area, most),
    search: (words, page = {}, language) => search(database, words, page, language),
    names: (name, page = {}, meant = []) => names(database, name, page, meant),
    actor: (who, most = MOST) => actorPage(database, who, most),
    actorNetwork: (filter = {}, most = MOST) => actorNetwork(database, filter, most),
    statement: (words, values) => statement(opened, words, values),
    inTurn: (name, work) => inTurn(opened, name, work),
    linking: linkTables(opened),
    setLinks: (links) => setLinks(database, links),
    redirect: (kind, from, to, why) => redirect(database, kind, from, to, why),
    stories: (page = {}, filter = {}) => stories(database, page, filter),
    story: (id) => story(database, id),
    claimsOf: (id) => claimsOf(database, id),
    claimsOfEach: (ids) => claimsOfEach(database, ids),
    cameToStories: (ids, instant) => cameToStories(database, ids, instant),
    happening: (id, most = 1000) => happeningEvents(database, id, most),
    actors: (name, page = {}, meant = []) => actors(database, name, page, meant),
    sources: (filter = {}, page = {}) => sources(database, filter, page),
    unnamedSources: (filter = {}, page = {}) => unnamedSources(database, filter, page),
    stancesOf: (filter, ids) => stancesOf(database, filter, ids),
    outlets: (by, filter = {}, page = {}) => outlets(database, by, filter, page),
    outletsOf: (by, filter = {}, page = {}) => outletsOf(database, by, filter, page),
    changes: (since, page = {}, kinds) => changes(database, since, page, kinds),
    addReview: async (review) => (await addReviews(database, [review]))[0]!,
    addReviews: (reviews, request) => addReviews(database, reviews, request),
    undoReview: (reviewer, request) => undoReview(database, reviewer, request),
    reviews: (event, asOf) => reviewsOf(database, event, asOf),
    reviewsBy: (reviewer, page = {}) => reviewsBy(database, reviewer, page),
    reviewQueue: (question) => reviewQueue(database, question),
    queueLength: (question, most = LONGEST_QUEUE) => queueLength(database, question, most),
    reviewedReports: () => reviewedReports(database),
    relink: (change, request) => relink(database, change, request),
    divide: (change, request) => divide(database, change, request),
    restory: (change, request) => restory(database, change, request),
    storyDecisions: (id) => decisionsOfStory(database, id),
    startRun: (run) => startRun(database, run),
    addFailures: (run, list) => addFailures(database, run, list),
    solve: (list) => solve(database, list),
    finishRun: (run, counts) => finishRun(database, run, counts),
    noteRun: (run, counts) => noteRun(database, run, counts),
    runs: () => runs(database),
    unfinishedRuns: (command) => unfinishedRuns(database, command),
    newestRuns: (page = {}) => newestRuns(database, page),
    failures: (run) => failures(database, run),
    accounts: guarded(accountTables(database), location),
    sessions: guarded(sessionTables(database), location),
    tokens: guarded(tokenTables(database), location),
    audit: guarded(auditTables(database), location),
    searches: guarded(searchTables(database), location),
    webhooks: guarded(webhookTables(database), location),
    feeds: guarded(feedTables(database), location),
    verify: () => verify(opened),
    backup: (file) => backup(opened, file),
    restore: (file) => restore(opened, file, location),
    stats: () => stats(opened),
    freshness: () => freshness(database),
    maintain: () => maintain(opened),
    close,
  };
}
