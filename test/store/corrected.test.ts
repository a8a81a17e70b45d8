import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Database } from "../../src/store/database.ts";
import { type EventFilter, type FacetName, openStore, type Store } from "../../src/store/index.ts";
import { locationOf } from "../../src/store/location.ts";
import { MIGRATIONS, migrate } from "../../src/store/migrate.ts";
import { invented } from "../helpers/invented.ts";
import { ENGINES, type TestPlace } from "../helpers/stores.ts";

const GOMA = { name: "Goma", country: "COD", lat: -1.68, lon: 29.22 };
const report = (coder: string) =>
  invented({
    text: "Soldiers raided a market and burned it in Goma on Sunday.",
    outlet: "Lakeside Wire",
    published: "2026-05-05",
    coder,
    events: [
      {
        id: "raid",
        actor: { country: "COD", sector: "MIL" },
        recipient: { country: "COD", sector: "CVL" },
        place: GOMA,
        days: ["2026-05-03", "2026-05-03"],
      },
      { id: "talk", type: "CONSULT", days: ["2026-05-04", "2026-05-04"] },
    ],
  });

/** Rows as programs wrote them when reviews changed nothing but the state of an event: the values stay those of the coding. */
async function writeOldRows(database: Database): Promise<void> {
  const { events, report: read } = report("1");
  await sql`insert into reports (key, text_id, language, record, sha256, config, search)
    values ('r1', 't1', 'en', ${JSON.stringify(read)}::jsonb, '', 'english', '')`.execute(database);
  await sql`insert into coders values ('c', '{}')`.execute(database);
  await sql`insert into codings (report, coder, header, notes, events) values ('r1', 'c', '{}', '[]', 1)`.execute(
    database,
  );
  await sql`insert into parties (key, country, sector) values ('cod', 'COD', 'MIL')`.execute(database);
  await sql`insert into events (id, coding, report, position, type, modes, contexts, sort_day, actor_country, factuality,
      phase, sourced, denied, confidence, language, reviewed)
    values ('r1.e1', 1, 'r1', 0, 'ASSAULT', '{}', '{}', '0001-01-01', 'COD', 'CT+', 'past', 0, false, 0.9, 'en', 'edited')`.execute(
    database,
  );
  await sql`insert into event_records select seq, ${JSON.stringify(events[0])}::jsonb from events`.execute(
    database,
  );
  await sql`insert into participants (event, role, position, party) select seq, 'actor', 0, 1 from events`.execute(
    database,
  );
  await sql`insert into counts values ('type', 'ASSAULT', 1), ('actor', 'COD', 1), ('reviewed', 'edited', 1)`.execute(
    database,
  );
  await sql`insert into reviews (event, verdict, field, value, reviewer) values
    ('r1.e1', 'edit', 'type', '"PROTEST"', 'ada'),
    ('r1.e1', 'edit', 'actors', '[{"country": "RWA", "sector": "MIL"}]', 'ada')`.execute(database);
}

describe.each(ENGINES)("a store on $name from before rows held what reviewers left", (engine) => {
  it.skipIf(engine.skipped)("has them once it is brought up to date", async () => {
    const place = await engine.place();
    // A folder comes with an empty store of today: beside it there is none yet.
    const location = place.location.includes("://") ? place.location : `${place.location}-older`;
    const old = await connect(locationOf(location));
    try {
      const older = MIGRATIONS.slice(0, MIGRATIONS.indexOf("014-corrected"));
      await migrate(old.database, location, "do", older);
      await writeOldRows(old.database);
    } finally {
      await old.close();
    }
    const store = await openStore(location);
    try {
      const types = async (filter: EventFilter) =>
        (await store.facets(filter)).facets.type.map(({ value, events }) => `${value} ${events}`);
      expect(await types({})).toEqual(["PROTEST 1"]);
      expect(await types({ values: "coded" })).toEqual(["ASSAULT 1"]);
      expect((await store.events({ types: ["PROTEST"] })).items).toMatchObject([{ id: "r1.e1" }]);
      expect((await store.events({ actors: ["RWA"] })).items).toHaveLength(1);
      expect((await store.events({ actors: ["COD"], values: "coded" })).items).toHaveLength(1);
    } finally {
      await store.close();
      await place.remove();
    }
  });
});

describe.each(ENGINES)("corrected values in a store on $name", (engine) => {
  describe.skipIf(engine.skipped)("contract", () => {
    let place: TestPlace;
    let store: Store;
    let raid: string;

    beforeAll(async () => {
      place = await engine.place();
      store = await openStore(place.location);
      raid = `${(await store.addCoding(report("1"))).key}.raid`;
    });
    afterAll(async () => {
      await store?.close();
      await place?.remove();
    });

    const found = async (filter: EventFilter): Promise<readonly string[]> => {
      const ids = (await store.events(filter)).items.map(({ event }) => event.id);
      expect(await store.count(filter)).toBe(ids.length);
      expect((await store.facets(filter)).total).toBe(ids.length);
      return ids.sort();
    };
    const facet = async (name: FacetName, filter: EventFilter = {}) =>
      Object.fromEntries(
        (await store.facets(filter)).facets[name].map(({ value, events }) => [value, events]),
      );
    const edit = (field: string, value: unknown) =>
      ({ event: raid, verdict: "edit", field, value, reviewer: "ada" }) as const;
    const corrections = () => [
      edit("type", "PROTEST"),
      edit("actors", [{ country: "RWA", sector: "MIL" }]),
      edit("time", { from: "2026-05-01" }),
      edit("place", { name: "Bukavu", kind: "town", country: "RWA", lat: -2.5, lon: 28.9 }),
      edit("factuality", "Uu"),
    ];
    const QUESTIONS: readonly (readonly [string, EventFilter, EventFilter])[] = [
      ["type", { types: ["PROTEST"] }, { types: ["ASSAULT"] }],
      ["country", { countries: ["RWA"] }, { countries: ["COD"] }],
      ["actor", { actors: ["RWA"] }, { actors: ["COD"] }],
      ["days", { from: "2026-05-01", to: "2026-05-01" }, { from: "2026-05-03", to: "2026-05-03" }],
      ["factuality", { factuality: ["Uu"], types: ["PROTEST"] }, { factuality: ["CT+"], types: ["ASSAULT"] }],
    ];

    describe("after a correction", () => {
      beforeAll(() => store.addReviews(corrections()));

      it.each(QUESTIONS)(
        "a filter by %s finds what the list shows, and what was coded if asked",
        async (_, now, was) => {
          expect([await found(now), await found(was)]).toEqual([["raid"], []]);
          const coded = (filter: EventFilter) => found({ ...filter, values: "coded" });
          expect([await coded(now), await coded(was)]).toEqual([[], ["raid"]]);
        },
      );

      it.each([{}, { confidence: 0 }])("facets agree, kept and counted: %o", async (filter) => {
        expect(await facet("type", filter)).toEqual({ PROTEST: 1, CONSULT: 1 });
        expect(await facet("country", filter)).toEqual({ RWA: 1, "": 1 });
        const coded = { ...filter, values: "coded" } as const;
        expect(await facet("type", coded)).toEqual({ ASSAULT: 1, CONSULT: 1 });
        expect(await facet("actor", coded)).toEqual({ COD: 1, "": 1 });
        expect(await facet("reviewed", coded)).toEqual({ edited: 1, unreviewed: 1 });
      });

      it("timeline, map and network agree", async () => {
        const days = async (filter: EventFilter) =>
          (await store.timeline(filter, "day")).buckets.map(({ from }) => from);
        expect(await days({})).toEqual(["2026-05-01", "2026-05-04"]);
        expect(await days({ values: "coded" })).toEqual(["2026-05-03", "2026-05-04"]);
        const world = { west: -180, south: -90, east: 180, north: 90 };
        const towns = async (filter: EventFilter) =>
          (await store.box(filter, world)).places.map(({ name }) => name);
        expect([await towns({}), await towns({ values: "coded" })]).toEqual([["Bukavu"], ["Goma"]]);
        const who = async (filter: EventFilter) =>
          (await store.actorNetwork(filter)).dyads.map(({ actor }) => actor.country);
        expect([await who({}), await who({ values: "coded" })]).toEqual([["RWA"], ["COD"]]);
      });

      it("keeps the record of the coding as it was, and the store sound", async () => {
        expect((await store.event(raid))!.event.type).toBe("ASSAULT");
        expect(await store.verify()).toEqual([]);
      });

      it("holds when a newer coder reads the report again", async () => {
        await store.addCoding(report("2"));
        expect([await found({ types: ["PROTEST"] }), await found({ types: ["ASSAULT"] })]).toEqual([
          ["raid"],
          [],
        ]);
        expect(await found({ types: ["ASSAULT"], values: "coded" })).toEqual(["raid"]);
        expect(await store.verify()).toEqual([]);
      });

      it("what was rejected counts as it was coded, as a list shows it", async () => {
        await store.addReview({ event: raid, verdict: "reject", reason: "not-said", reviewer: "bo" });
        expect(await found({ types: ["ASSAULT"] })).toEqual(["raid"]);
        await store.undoReview("bo");
        expect(await found({ types: ["ASSAULT"] })).toEqual([]);
      });

      it("is as it was when it is taken back", async () => {
        await store.undoReview("ada");
        expect(await found({ types: ["ASSAULT"] })).toEqual(["raid"]);
        expect(await found({ actors: ["COD"], values: "coded" })).toEqual(["raid"]);
        expect(await facet("type")).toEqual({ ASSAULT: 1, CONSULT: 1 });
        expect(await store.verify()).toEqual([]);
      });
    });

    describe("one event that is two", () => {
      const second = [{ field: "type", value: "COERCE" }];
      const divide = async () => {
        const change = { event: raid, second, reviewer: "ada", reason: "raided, then burned" } as const;
        const [first] = await store.divide(change);
        return (first!.value as { into: string }).into;
      };

      it("both are found, counted, listed together and can be judged on their own", async () => {
        const made = await divide();
        expect(made).toBe(`${raid}-2`);
        expect(await found({})).toEqual(["raid", "raid-2", "talk"]);
        expect(await found({ types: ["COERCE"], actors: ["COD"] })).toEqual(["raid-2"]);
        expect(await found({ values: "coded" })).toEqual(["raid", "talk"]);
        expect(await facet("type", { values: "coded" })).toEqual({ ASSAULT: 1, CONSULT: 1 });
        expect((await store.event(made))!.review).toBe("edited");
        const records = [];
        for await (const { events } of store.streamCoded()) records.push(events.map(({ id }) => id));
        expect(records).toEqual([["raid", "talk", "raid-2"]]);
        await store.addReview({ event: made, verdict: "reject", reason: "not-said", reviewer: "ada" });
        expect(await facet("reviewed")).toEqual({ rejected: 1, unreviewed: 2 });
        await store.undoReview("ada");
        expect(await store.verify()).toEqual([]);
      });

      it("are two still when a newer coder reads the report again", async () => {
        await store.addCoding(report("3"));
        expect(await found({})).toEqual(["raid", "raid-2", "talk"]);
        expect(await found({ types: ["COERCE"] })).toEqual(["raid-2"]);
        expect(await store.verify()).toEqual([]);
      });

      it("are one again when that is taken back, unless somebody else judged the second", async () => {
        await store.addReview({ event: `${raid}-2`, verdict: "accept", reviewer: "bo" });
        await expect(store.undoReview("ada")).rejects.toMatchObject({ code: "K164" });
        await store.undoReview("bo");
        await store.undoReview("ada");
        expect(await found({})).toEqual(["raid", "talk"]);
        expect(await facet("type")).toEqual({ ASSAULT: 1, CONSULT: 1 });
        await store.addCoding(report("4"));
        expect(await facet("type")).toEqual({ ASSAULT: 1, CONSULT: 1 });
        expect(await store.verify()).toEqual([]);
      });

      it("are two happenings", async () => {
        await store.setLinks([{ report: raid.split(".")[0]!, story: "s1", happenings: { [raid]: "h1" } }]);
        const made = await divide();
        const [one, two] = [await store.event(raid), await store.event(made)];
        expect(one!.happening).toBe("h1");
        expect(two!.happening).not.toBe("h1");
        expect(made).toBe(`${raid}-3`);
        await store.undoReview("ada");
        expect(await store.event(made)).toBeUndefined();
      });

      it("is not done to an event that is not there", async () => {
        const change = { event: "no.where", second, reviewer: "ada", reason: "?" } as const;
        await expect(store.divide(change)).rejects.toMatchObject({ code: "K509" });
      });
    });
  });
});
