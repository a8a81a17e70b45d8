import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asReviewed } from "../../src/review/index.ts";
import { connect } from "../../src/store/database.ts";
import { type EventFilter, openStore, type Store } from "../../src/store/index.ts";
import { locationOf } from "../../src/store/location.ts";
import { MIGRATIONS } from "../../src/store/migrate.ts";
import { type EventSketch, invented } from "../helpers/invented.ts";
import { ENGINES, type TestPlace } from "../helpers/stores.ts";

const GOMA = { name: "Goma", country: "COD", lat: -1.68, lon: 29.22 };
const RAID: EventSketch = {
  id: "raid",
  modes: ["firearms"],
  actor: { country: "COD", sector: "MIL" },
  recipient: { country: "COD", sector: "CVL" },
  source: { name: "Radio Lac", country: "COD" },
  place: GOMA,
  days: ["2026-05-03", "2026-05-03"],
};
const TALK: EventSketch = {
  id: "talk",
  type: "CONSULT",
  actor: { country: "RWA", sector: "GOV" },
  recipient: { country: "COD", sector: "GOV" },
  days: ["2026-04-01", "2026-04-30", "month"],
  place: { name: "Rwanda", country: "RWA" },
};
const coding = (coder: number, events: readonly EventSketch[]) =>
  invented({
    text: "Soldiers raided a market in Goma on Sunday while ministers talked.",
    outlet: "Lakeside Wire",
    published: "2026-05-05",
    coder: String(coder),
    events,
  });

/** What somebody does to the store; what it refuses changes nothing. */
type Step = readonly [name: string, act: (store: Store, key: string, turn: number) => Promise<unknown>];

const EDITS: readonly (readonly [string, unknown])[] = [
  ["type", "PROTEST"],
  ["type", "COERCE"],
  ["modes", ["demo"]],
  ["actors", [{ country: "RWA", sector: "MIL" }]],
  ["recipients", []],
  ["place", { name: "Bukavu", kind: "town", country: "RWA", lat: -2.5, lon: 28.9 }],
  ["place", null],
  ["time", { from: "2026-05-01", to: "2026-05-09" }],
  ["factuality", "Uu"],
  ["attributions", [{ source: { country: "UGA", sector: "GOV" }, stance: "denies" }]],
];
const review =
  (event: string, reviewer: string, what: object) =>
  (store: Store, key: string): Promise<unknown> =>
    store.addReview({ event: `${key}.${event}`, reviewer, verdict: "accept", ...what });

const REVIEWS: readonly Step[] = ["raid", "talk", "raid-2"].flatMap((event) =>
  ["ada", "bo"].flatMap((reviewer): readonly Step[] => [
    ...EDITS.map(
      ([field, value]): Step => [
        `${reviewer} edits ${field} of ${event}`,
        review(event, reviewer, { verdict: "edit", field, value }),
      ],
    ),
    [`${reviewer} accepts ${event}`, review(event, reviewer, {})],
    [`${reviewer} rejects ${event}`, review(event, reviewer, { verdict: "reject", reason: "not-said" })],
    [
      `${reviewer} rejects the time of ${event}`,
      review(event, reviewer, { verdict: "reject", field: "time" }),
    ],
    [`${reviewer} comments on ${event}`, review(event, reviewer, { verdict: "comment", reason: "hm" })],
  ]),
);
const JUDGED_BY_MANY: readonly Step[] = [
  [
    "cy adjudicates",
    review("raid", "cy", { verdict: "edit", field: "type", value: "AID", adjudicates: true }),
  ],
  [
    "ada edits two fields in one go",
    (store, key) =>
      store.addReviews(
        EDITS.slice(2, 4).map(([field, value]) => ({
          event: `${key}.raid`,
          reviewer: "ada",
          verdict: "edit" as const,
          field,
          value,
        })),
      ),
  ],
];
const UNDOING: readonly Step[] = ["ada", "bo", "cy"].map((reviewer) => [
  `${reviewer} undoes`,
  (store) => store.undoReview(reviewer),
]);
const DIVIDING: readonly Step[] = [
  [
    "ada divides",
    (store, key) =>
      store.divide({
        event: `${key}.raid`,
        first: [{ field: "type", value: "THREATEN" }],
        second: [{ field: "type", value: "COERCE" }],
        reviewer: "ada",
        reason: "two acts",
      }),
  ],
];
const CODING: readonly Step[] = [
  ["coded again", (store, _, turn) => store.addCoding(coding(turn, [RAID, TALK]))],
  [
    "coded again, otherwise",
    (store, _, turn) => store.addCoding(coding(turn, [{ ...RAID, type: "SANCTION" }, TALK])),
  ],
  ["coded again, without the raid", (store, _, turn) => store.addCoding(coding(turn, [TALK]))],
  [
    "another report",
    (store, _, turn) =>
      store.addCoding(
        invented({ text: `Police talked in Bukavu, part ${turn}.`, outlet: "Hill Post", events: [TALK] }),
      ),
  ],
];
const ANY_STEP = fc.oneof(
  { arbitrary: fc.constantFrom(...REVIEWS), weight: 8 },
  { arbitrary: fc.constantFrom(...JUDGED_BY_MANY), weight: 1 },
  { arbitrary: fc.constantFrom(...UNDOING), weight: 4 },
  { arbitrary: fc.constantFrom(...DIVIDING), weight: 3 },
  { arbitrary: fc.constantFrom(...CODING), weight: 3 },
);
const STEPS_TAKEN = 28;

const FILTERS: readonly EventFilter[] = [
  {},
  { types: ["PROTEST"] },
  { types: ["COERCE", "THREATEN", "SANCTION"], confidence: 0.5 },
  { modes: ["demo"] },
  { countries: ["RWA"] },
  { actors: ["RWA"] },
  { actors: ["COD MIL"], recipients: ["CVL"] },
  { sources: ["Radio Lac"] },
  { sources: ["UGA"], voices: ["denied"] },
  { from: "2026-05-02", to: "2026-05-04" },
  { from: "2026-05-01", actors: ["MIL"] },
  { factuality: ["Uu"] },
  { outlets: ["Lakeside Wire"], text: "market" },
  { reviewed: ["unreviewed"] },
  { reviewed: ["accepted", "edited"] },
  { reviewed: ["rejected"] },
];
const AS_CODED = FILTERS.slice(0, 6).map((filter) => ({ ...filter, values: "coded" as const }));
const WORLD = { west: -180, south: -90, east: 180, north: 90 };

/** All that the store says of a filter. */
async function answer(store: Store, filter: EventFilter) {
  const { items } = await store.events(filter, { order: "stored" });
  const reviewed = await Promise.all(items.map((one) => asReviewed(store, one, filter.asOf)));
  return {
    events: items.map(({ id, review }) => `${id} ${review}`),
    // `as_of` says what they said then, and today's answer is what they say now.
    values:
      filter.values === "coded" ? items.map(({ event }) => event.type) : reviewed.map((one) => one?.type),
    count: await store.count(filter),
    facets: await store.facets(filter),
    ...(await summaries(store, filter)),
  };
}

/** They find their events as facets do: enough to ask for few filters. */
async function summaries(store: Store, filter: EventFilter) {
  if (Object.keys(filter).some((name) => !["actors", "asOf", "values"].includes(name))) return {};
  return {
    timeline: await store.timeline(filter, "day"),
    map: await store.box(filter, WORLD),
    network: await store.actorNetwork(filter),
    sources: await store.sources(filter),
    stances: [...(await store.stancesOf(filter, ["Radio Lac"]))],
    unnamed: await store.unnamedSources(filter),
  };
}

async function answers(store: Store, asOf?: string) {
  const told: Record<string, unknown> = {};
  for (const filter of [...FILTERS, ...AS_CODED])
    told[JSON.stringify(filter)] = await answer(store, asOf === undefined ? filter : { ...filter, asOf });
  return told;
}

/** Instants are told in milliseconds, and what is written bears the microsecond. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 3));

describe.each(ENGINES)("the past of a store on $name", (engine) => {
  describe.skipIf(engine.skipped)("contract", () => {
    let place: TestPlace;
    let store: Store;
    /** What was done, the instant after it, and what the store said then. */
    const past: (readonly [string, string, Record<string, unknown>])[] = [];

    beforeAll(async () => {
      place = await engine.place();
      store = await openStore(place.location);
      await pause();
      past.push(["nothing", new Date().toISOString(), await answers(store)]);
      await pause();
      const { key } = await store.addCoding(coding(0, [RAID, TALK]));
      const steps = fc.sample(ANY_STEP, { seed: 20_260_503, numRuns: STEPS_TAKEN });
      for (const [turn, [name, act]] of steps.entries()) {
        // Taking back what another has built upon, and judging what is not there, are refused.
        const done = await act(store, key, turn + 1).catch(
          ({ code }: { code?: string }) => code ?? Promise.reject(code),
        );
        await pause();
        past.push([
          `${turn} ${name} ${typeof done === "string" ? done : ""}`,
          new Date().toISOString(),
          await answers(store),
        ]);
        await pause();
      }
    }, 300_000);
    afterAll(async () => {
      await store?.close();
      await place?.remove();
    });

    const asItWas = async (few = 1) => {
      for (const [step, asOf, then] of past.filter((_, index) => index % few === 0))
        expect(await answers(store, asOf), step).toEqual(then);
    };

    it("is as it was at every instant", () => asItWas(), 300_000);

    it("is sound", async () => expect(await store.verify()).toEqual([]));

    it("is as it was in a store from before it was kept, once it is brought up to date", async () => {
      await store.close();
      const { database, close } = await connect(locationOf(place.location));
      // What later versions made goes too.
      await sql`drop table khaldun.alerts`.execute(database);
      await sql`drop index khaldun.deliveries_done`.execute(database);
      await sql`alter table khaldun.webhooks drop column reviewed, drop column coded, drop column failing, drop column off`.execute(
        database,
      );
      await sql`drop table khaldun.event_history`.execute(database);
      await sql`drop index khaldun.codings_old`.execute(database);
      await sql`delete from khaldun.manifest where version > ${MIGRATIONS.indexOf("016-history")}`.execute(
        database,
      );
      await close();
      store = await openStore(place.location);
      await asItWas(4);
    }, 300_000);
  });
});
