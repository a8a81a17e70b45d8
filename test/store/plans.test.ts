import { readFileSync } from "node:fs";
import { type OperationNode, RawNode, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Database, type Opened } from "../../src/store/database.ts";
import { countEvents, listEvents, oneEvent } from "../../src/store/events.ts";
import { freshness } from "../../src/store/freshness.ts";
import { openStore } from "../../src/store/index.ts";
import { claimsOf, story } from "../../src/store/links.ts";
import { locationOf } from "../../src/store/location.ts";
import { oneReport } from "../../src/store/reports.ts";
import { reviewsOf } from "../../src/store/review-rows.ts";
import { names, search } from "../../src/store/search.ts";
import { actorNetwork, box, facets, timeline } from "../../src/store/summaries.ts";
import { maintain } from "../../src/store/upkeep.ts";
import { packageFile } from "../../src/text/package-files.ts";
import { ENGINES, type TestPlace } from "../helpers/stores.ts";

/** Rows enough that a walk through a whole table is never the cheapest way to a few of them. */
const ROWS = packageFile("test/store/many-rows.sql");

type Ask = (database: Database) => Promise<unknown>;

/** What is asked, the indexes that must be used, and the tables that must not be walked through. */
const QUESTIONS: [string, Ask, RegExp, RegExp?][] = [
  ["list, newest", (on) => listEvents(on, {}, {}), /using events_list/, /Seq Scan on events|Sort.*events/],
  ["list, a later page", (on) => listEvents(on, {}, { after: cursor("2020-01-01", 500) }), /events_list/],
  ["list of a type", (on) => listEvents(on, { types: ["PROTEST"] }, {}), /using events_(type|list)/],
  ["list of a country", (on) => listEvents(on, { countries: ["C7"] }, {}), /events_(country|list)/],
  ["list of an outlet", (on) => listEvents(on, { outlets: ["Outlet 7"] }, {}), /events_(outlet|list)/],
  ["list of a mode", (on) => listEvents(on, { modes: ["mode 7"] }, {}), /events_modes/],
  ["list of an actor", (on) => listEvents(on, { actors: ["Party 77"] }, {}), /parties_(lower_name|actor_id)/],
  ["events of a report", (on) => listEvents(on, { reports: ["r5"] }, {}), /events_report/],
  ["events of a happening", (on) => listEvents(on, { happenings: ["h5"] }, {}), /events_happening/],
  ["one event", (on) => oneEvent(on, "r5.e50"), /events_id/],
  ["one report", (on) => oneReport(on, "r5"), /reports_key_key/, /Seq Scan on (reports|custody)/],
  ["count of a week", (on) => countEvents(on, WEEK), /events_facets.*events_long/s],
  ["facets of a week", (on) => facets(on, WEEK), /Index Only Scan using events_facets.*events_long/s],
  [
    "timeline of a week",
    (on) => timeline(on, WEEK, "day"),
    /Index Only Scan using events_facets.*events_long/s,
  ],
  [
    "timeline of a country",
    (on) => timeline(on, { countries: ["C7"] }, "month"),
    /Index Only Scan using events_country/,
  ],
  [
    "timeline of a type",
    (on) => timeline(on, { types: ["PROTEST"] }, "month"),
    /Index Only Scan using events_type/,
  ],
  ["facets of a country", (on) => facets(on, { countries: ["C7"] }), /Index Only Scan using events_country/],
  ["facets of a type", (on) => facets(on, { types: ["PROTEST"] }), /Index Only Scan using events_type/],
  ["how far it has come", freshness, /reports_pkey.*reports_newest/s, /Seq Scan on reports/],
  ["bounding box", (on) => box(on, {}, { west: 10, south: 10, east: 11, north: 11 }, 50), /places_point/],
  ["full text", (on) => search(on, "word77", {}, undefined), /reports_search/, /Seq Scan on reports/],
  ["a misspelled name", (on) => names(on, "Prty 77", {}, []), /parties_name/, /Seq Scan on parties/],
  [
    "network of a week",
    (on) => actorNetwork(on, WEEK, 50),
    /events_(facets|list).*dyads_pkey|dyads_pkey.*events_(facets|list)/s,
  ],
  ["list as coded", (on) => listEvents(on, { values: "coded" }, {}), /using events_list/],
  [
    "list of a type as coded",
    (on) => listEvents(on, { values: "coded", types: ["PROTEST"] }, {}),
    /using events_(type|list)/,
  ],
  [
    "list of an actor as coded",
    (on) => listEvents(on, { values: "coded", actors: ["Party 77"] }, {}),
    /parties_(lower_name|actor_id)/,
  ],
  [
    "facets of a week as coded",
    (on) => facets(on, { ...WEEK, values: "coded" }),
    /events_facets.*events_long/s,
  ],
  ["facets of all as coded", (on) => facets(on, { values: "coded" }), /Seq Scan on counts/],
  [
    "list as of an instant",
    (on) => listEvents(on, { asOf: NOW }, {}),
    /using events_list.*events_coding_position_key/s,
  ],
  [
    "list of an actor as of an instant",
    (on) => listEvents(on, { asOf: NOW, actors: ["Party 77"] }, {}),
    /parties_(lower_name|actor_id).*events_coding_position_key/s,
  ],
  [
    "facets of a week as of an instant",
    (on) => facets(on, { ...WEEK, asOf: NOW }),
    /events_(facets|list).*events_coding_position_key.*events_long/s,
  ],
  [
    "what was corrected by an instant",
    (on) => listEvents(on, { asOf: NOW, reviewed: ["edited"] }, {}),
    /event_history/,
  ],
  ["claims of a story", (on) => claimsOf(on, "s5"), /events_story/, /Seq Scan on events/],
  ["a story", (on) => story(on, "s5"), /report_links_story/],
  ["reviews of an event", (on) => reviewsOf(on, "r5.e50"), /reviews_event/],
];

const NOW = "2999-01-01T00:00:00Z";
const WEEK = { from: "2020-03-01", to: "2020-03-07" };

function cursor(day: string, seq: number): string {
  return Buffer.from(JSON.stringify([day, seq])).toString("base64url");
}

/** Every question is answered with its plan instead of its rows. */
function explaining(database: Database, plans: string[]): Database {
  return database.withPlugin({
    transformQuery: ({ node }) => (RawNode.is(node) ? asked(node) : node) as typeof node,
    transformResult: async ({ result }) => {
      const rows = result.rows as unknown as readonly { "QUERY PLAN": string }[];
      plans.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
      return { ...result, rows: [] };
    },
  });
}

function asked(node: RawNode): OperationNode {
  const [first, ...others] = node.sqlFragments;
  return RawNode.create([`explain (costs off) ${first}`, ...others], node.parameters);
}

describe.each(ENGINES)("plans on $name", (engine) => {
  describe.skipIf(engine.skipped)("with many rows", () => {
    let place: TestPlace;
    let opened: Opened;
    beforeAll(async () => {
      place = await engine.place();
      await (await openStore(place.location)).close();
      opened = await connect(locationOf(place.location));
      for (const words of readFileSync(ROWS, "utf8").split(/;\n/))
        if (words.trim() !== "") await sql.raw(words).execute(opened.database);
      await maintain(opened);
    }, 300_000);
    afterAll(async () => {
      await opened?.close();
      await place?.remove();
    });

    it.each(QUESTIONS)(
      "%s",
      async (_, ask, wanted, refused = /Seq Scan on (events|participants|dyads)\b/) => {
        const plans: string[] = [];
        // A question that goes on with its rows ends here: there are none.
        await ask(explaining(opened.database, plans)).catch(() => undefined);
        const plan = plans.join("\n");
        expect(plan).toMatch(wanted);
        expect(plan).not.toMatch(refused);
      },
    );
  });
});
