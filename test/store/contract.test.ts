import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EventFilter, openStore, type Store } from "../../src/store/index.ts";
import { coderVersion, invented, inventedReport } from "../helpers/invented.ts";
import { ENGINES, type TestPlace } from "../helpers/stores.ts";

const GOMA = { name: "Goma", country: "COD", lat: -1.68, lon: 29.22 };
const ARMY = { name: "Armed Forces", country: "COD", sector: "MIL" };
const REBELS = { name: "M23", country: "COD", sector: "REB" };
const TRADERS = { country: "COD", sector: "CVL" };

/** Four reports of our own: a raid told by two outlets, its denial, and a march in French. */
const RAID = invented({
  text: "Rebels raided a market in Goma on Sunday, the army said.",
  title: "Market raided",
  url: "https://lake.example/raid",
  outlet: "Lakeside Wire",
  published: "2026-05-05",
  events: [
    {
      id: "raid",
      modes: ["firearms"],
      actor: REBELS,
      recipient: TRADERS,
      source: ARMY,
      place: GOMA,
      days: ["2026-05-03", "2026-05-03"],
      factuality: "Uu",
      confidence: 0.9,
    },
    {
      id: "siege",
      type: "COERCE",
      actor: REBELS,
      place: { name: "DR Congo", country: "COD" },
      days: ["2026-04-01", "2026-04-30", "month"],
    },
  ],
});
const REPRINT = invented({
  ...sketchOf(RAID.report.text),
  outlet: "Hill Post",
  events: [
    { id: "raid", actor: REBELS, recipient: TRADERS, place: GOMA, days: ["2026-05-03", "2026-05-03"] },
  ],
});
const DENIAL = invented({
  text: "The rebels denied that they had raided the market.",
  outlet: "Hill Post",
  published: "2026-05-06",
  events: [{ id: "denial", type: "REJECT", actor: REBELS, source: REBELS, denied: true, phase: "ongoing" }],
});
const MARCH = invented({
  text: "Des manifestants ont défilé vendredi à Dakar contre la hausse des prix.",
  outlet: "Le Cap",
  language: "fr",
  published: "2026-05-02",
  events: [
    {
      id: "march",
      type: "PROTEST",
      actor: { country: "SEN", sector: "CVL" },
      place: { name: "Dakar", country: "SEN", lat: 14.69, lon: -17.44 },
      days: ["2026-05-01", "2026-05-01"],
      confidence: 0.4,
    },
  ],
});

function sketchOf(text: string) {
  return { text, title: "Market raided", published: "2026-05-05" };
}

describe.each(ENGINES)("a store on $name", (engine) => {
  describe.skipIf(engine.skipped)("contract", () => {
    let place: TestPlace;
    let store: Store;

    beforeAll(async () => {
      place = await engine.place();
      store = await openStore(place.location);
      await store.addCodings([RAID, REPRINT, DENIAL, MARCH].map((record) => ({ record })));
    });
    afterAll(async () => {
      await store?.close();
      await place?.remove();
    });

    const found = async (filter: EventFilter): Promise<readonly string[]> =>
      (await store.events(filter)).items.map(({ event }) => event.id);

    it("gives a coding back as it came", async () => {
      const records = [];
      for await (const record of store.streamCoded()) records.push(record);
      expect(records).toEqual([RAID, REPRINT, DENIAL, MARCH]);
    });

    it("keeps the same text of two outlets as two reports, and the same report twice as one", async () => {
      const again = await store.addCodings([{ record: RAID }, { record: REPRINT }]);
      expect(again.map(({ added }) => added)).toEqual([false, false]);
      expect(again[0]!.key).not.toBe(again[1]!.key);
      expect((await store.stats()).reports).toBe(4);
    });

    it.each<[string, EventFilter, readonly string[]]>([
      ["nothing asked", {}, ["raid", "raid", "march", "siege", "denial"]],
      ["type", { types: ["PROTEST", "REJECT"] }, ["march", "denial"]],
      ["mode", { modes: ["firearms"] }, ["raid"]],
      ["a day inside a month", { from: "2026-04-15", to: "2026-04-15" }, ["siege"]],
      ["from a day on", { from: "2026-05-02" }, ["raid", "raid"]],
      ["until a day", { to: "2026-05-01" }, ["march", "siege"]],
      ["country of the place", { countries: ["SEN"] }, ["march"]],
      ["actor by country", { actors: ["SEN"] }, ["march"]],
      ["actor by sector", { actors: ["REB"], types: ["COERCE"] }, ["siege"]],
      ["actor by country and sector", { actors: ["SEN CVL"] }, ["march"]],
      ["actor by name in any case", { actors: ["m23"], types: ["COERCE"] }, ["siege"]],
      ["recipient", { recipients: ["CVL"] }, ["raid", "raid"]],
      ["source", { sources: ["MIL"] }, ["raid"]],
      ["outlet", { outlets: ["Le Cap"] }, ["march"]],
      ["language", { languages: ["fr"] }, ["march"]],
      ["factuality", { factuality: ["Uu"] }, ["raid"]],
      ["phase", { phases: ["ongoing"] }, ["denial"]],
      ["said by one party only", { voices: ["one-party"] }, ["raid"]],
      ["denied by somebody", { voices: ["denied"] }, ["denial"]],
      ["confidence", { confidence: 0.85 }, ["raid"]],
      ["words of the report", { text: "market -said" }, ["denial"]],
      ["words in another language's grammar", { text: "manifestant" }, ["march"]],
      ["two fields at once", { types: ["ASSAULT"], outlets: ["Hill Post"] }, ["raid"]],
    ])("filters by %s", async (_, filter, ids) => {
      expect(await found(filter)).toEqual(ids);
      expect(await store.count(filter)).toBe(ids.length);
    });

    it("turns pages without missing or repeating any", async () => {
      const ids: string[] = [];
      let after: string | undefined;
      do {
        const page = await store.events({}, { size: 2, ...(after === undefined ? {} : { after }) });
        ids.push(...page.items.map(({ id }) => id));
        after = page.next;
      } while (after !== undefined);
      expect(new Set(ids).size).toBe(5);
      expect(ids).toHaveLength(5);
    });

    it("refuses a page size and a cursor that cannot be", async () => {
      await expect(store.events({}, { size: 0 })).rejects.toMatchObject({ code: "K507" });
      await expect(store.events({}, { after: "elsewhere" })).rejects.toMatchObject({ code: "K508" });
      await expect(store.events({ from: "May" })).rejects.toMatchObject({ code: "K302" });
    });

    it("counts the reports that tell the events of a filter, and says how far it has come", async () => {
      const { items, next } = await store.outletsOf("outlet", { actors: ["M23"] }, { size: 1 });
      const post = {
        name: "Hill Post",
        reports: 2,
        copies: 0,
        events: 2,
        from: "2026-05-05",
        to: "2026-05-06",
      };
      expect(items).toEqual([post]);
      const rest = await store.outletsOf("outlet", { actors: ["M23"] }, { after: next! });
      expect(rest.items).toEqual([expect.objectContaining({ name: "Lakeside Wire", reports: 1, events: 2 })]);
      const taken = (await store.reports({}, { order: "stored" })).items.at(-1)!.storedAt;
      expect(await store.freshness()).toEqual({ taken, published: "2026-05-06" });
    });

    it("counts facets, all of them and under a filter", async () => {
      const all = await store.facets();
      expect(all.total).toBe(5);
      expect(all.facets.type[0]).toEqual({ value: "ASSAULT", events: 2 });
      expect(all.facets.country).toEqual([
        { value: "COD", events: 3 },
        { value: "", events: 1 },
        { value: "SEN", events: 1 },
      ]);
      const raids = await store.facets({ types: ["ASSAULT"] });
      expect(raids.total).toBe(2);
      expect(raids.facets.outlet.map(({ value }) => value)).toEqual(["Hill Post", "Lakeside Wire"]);
      expect(raids.facets.reviewed).toEqual([{ value: "unreviewed", events: 2 }]);
    });

    it("puts events on a timeline by the precision of their date, never on a day they do not name", async () => {
      const expected = {
        buckets: [
          { from: "2026-04-01", precision: "month", events: 1 },
          { from: "2026-04-27", precision: "day", events: 3 },
        ],
        undated: 1,
      };
      expect(await store.timeline({}, "week")).toEqual(expected);
      expect(await store.timeline({ confidence: 0 }, "week")).toEqual(expected);
    });

    it("gives the places inside a box, and areas beside them", async () => {
      const boxed = await store.box({}, { west: 20, south: -10, east: 40, north: 10 });
      expect(boxed.places).toEqual([{ ...GOMA, kind: "town", radiusKm: 5, events: 2 }]);
      expect(boxed.areas).toEqual([{ value: "COD", events: 1 }]);
      const crossing = await store.box({}, { west: 170, south: -90, east: -10, north: 90 });
      expect(crossing.places.map(({ name }) => name)).toEqual(["Dakar"]);
      expect((await store.box({}, { west: -180, south: -90, east: 180, north: 90 }, 1)).more).toBe(true);
    });

    it("finds words in each report's own language and shows where they stand", async () => {
      const { items } = await store.search("raids");
      expect(items.map(({ report }) => report.outlet).sort()).toEqual([
        "Hill Post",
        "Hill Post",
        "Lakeside Wire",
      ]);
      expect(items[0]!.passage.some(({ text, hit }) => hit && text === "raided")).toBe(true);
      expect((await store.search("manifestation", {}, "fr")).items).toHaveLength(1);
      expect((await store.search("manifestation", {}, "en")).items).toHaveLength(0);
      const first = await store.search("raid", { size: 2 });
      const rest = await store.search("raid", { size: 2, after: first.next! });
      expect([first.items.length, rest.items.length, rest.next]).toEqual([2, 1, undefined]);
    });

    it("finds a name that is spelled differently", async () => {
      expect((await store.names("Armd Forces")).items[0]).toMatchObject({
        name: "Armed Forces",
        country: "COD",
      });
    });

    it("finds a party by another name of it, before those that only look like it, and says so", async () => {
      const { items } = await store.names("M-23", {}, ["Armed Forces"]);
      expect(items[0]).toMatchObject({ name: "Armed Forces", likeness: 1, alias: "M-23" });
      expect((await store.actors("FARDC", {}, ["Armed Forces"])).items).toMatchObject([
        { name: "Armed Forces" },
      ]);
      expect((await store.names("FARDC")).items).toEqual([]);
    });

    it("says who acts on whom", async () => {
      const { dyads } = await store.actorNetwork();
      expect(dyads).toEqual([{ actor: REBELS, recipient: TRADERS, events: 2 }]);
      expect((await store.actorNetwork({ types: ["PROTEST"] })).dyads).toEqual([]);
    });

    it("streams whole events with their report", async () => {
      const seen = [];
      for await (const one of store.streamEvents({ types: ["ASSAULT"] })) seen.push(one);
      expect(seen.map(({ whole, report }) => [whole.text, report.outlet])).toEqual([
        [RAID.report.text, "Lakeside Wire"],
        [RAID.report.text, "Hill Post"],
      ]);
      expect(await store.event(seen[0]!.id)).toEqual(seen[0]);
      expect(await store.event("nowhere.nothing")).toBeUndefined();
    });

    it("keeps both versions of an address that changed its text", async () => {
      const url = "https://lake.example/changed";
      const one = inventedReport({ text: "Two were hurt.", url });
      const two = inventedReport({ text: "Three were hurt.", url });
      const added = await store.addReports([
        { report: one, from: "feed.xml", bytes: new TextEncoder().encode("as fetched") },
        { report: two, from: "feed.xml" },
      ]);
      const stored = await store.report(added[1]!.key);
      expect(stored!.versions).toEqual(added.map(({ key }) => key));
      expect(stored!.report).toEqual(two);
      const custody = (await store.report(added[0]!.key))!.custody;
      expect(custody).toMatchObject([{ from: "feed.xml", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
      const uncoded = [];
      for await (const { key } of store.uncoded(coderVersion())) uncoded.push(key);
      expect(uncoded).toEqual(added.map(({ key }) => key));
    });

    it("stores what PostgreSQL's texts cannot hold as replacement characters of the same length", async () => {
      const { key } = (
        await store.addReports([{ report: inventedReport({ text: "a\u0000b\ud800c \\u0000" }), from: "x" }])
      )[0]!;
      expect((await store.report(key))!.report.text).toBe("a\ufffdb\ufffdc \\u0000");
    });

    it("links reports into stories, follows merged ones, and gives their claims by happening", async () => {
      const [raid, reprint, denial] = (
        await store.addCodings([RAID, REPRINT, DENIAL].map((record) => ({ record })))
      ).map(({ key }) => key);
      await store.setLinks([
        { report: raid!, story: "s1", happenings: { [`${raid}.raid`]: "h1" } },
        {
          report: reprint!,
          story: "s1",
          copyOf: { report: raid!, containment: 1 },
          happenings: { [`${reprint}.raid`]: "h1" },
        },
        { report: denial!, story: "s2", happenings: {} },
      ]);
      await store.redirect("story", "s2", "s1", "both tell of the raid");
      const story = await store.story("s2");
      expect(story).toMatchObject({
        id: "s1",
        askedFor: "s2",
        events: 4,
        from: "2026-04-01",
        to: "2026-05-03",
      });
      expect(story!.reports.map(({ copyOf }) => copyOf)).toEqual([undefined, raid, undefined]);
      const claims = await store.claimsOf("s2");
      expect(await store.claimsOfEach(["s1", "none"])).toEqual(
        new Map([
          ["s1", claims],
          ["none", []],
        ]),
      );
      expect(claims.map(({ happening, event }) => [happening, event.id])).toEqual([
        ["h1", "raid"],
        ["h1", "raid"],
        [undefined, "siege"],
        [undefined, "denial"],
      ]);
      expect(await found({ stories: ["s2"], types: ["REJECT"] })).toEqual(["denial"]);
      expect((await store.stories()).items).toMatchObject([
        { id: "s1", events: 4, reports: 3, originals: 2 },
      ]);
      expect((await store.stories({ order: "stored" })).items).toHaveLength(1);
      expect((await store.happening("h1"))!.events.map(({ report }) => report.copyOf)).toEqual([
        undefined,
        raid,
      ]);
      expect(await store.happening("h1")).toMatchObject({ more: false });
      expect(await store.happening("h1", 1)).toMatchObject({ events: [{}], more: true });
    });

    it("lists reports by the day of publication, page by page", async () => {
      const days = async (order: "newest" | "oldest"): Promise<readonly string[]> => {
        const seen: string[] = [];
        let after: string | undefined;
        do {
          const place = after === undefined ? {} : { after };
          const page = await store.reports({}, { order, size: 1, ...place });
          seen.push(...page.items.map(({ published }) => published ?? ""));
          after = page.next;
        } while (after !== undefined);
        return seen;
      };
      const newest = await days("newest");
      expect(newest).toEqual([...newest].sort().reverse());
      expect(await days("oldest")).toEqual([...newest].reverse());
      const hill = (await store.reports({ outlets: ["Hill Post"], from: "2026-05-06" })).items;
      expect(hill).toMatchObject([{ outlet: "Hill Post", published: "2026-05-06", events: 1 }]);
    });

    it("counts what parties do, and finds them by a name spelt wrongly", async () => {
      const [first] = (await store.actors("Armed Forcs")).items;
      expect(first).toMatchObject({ id: "Armed Forces", acts: 0, receives: 0, says: 1 });
      expect((await store.actors()).items[0]).toMatchObject({ id: "M23", acts: 4 });
    });

    it("counts who says so by name and stance, others by what they are, and whose reports these are", async () => {
      const { items } = await store.sources();
      const claims = items.reduce((sum, one) => sum + one.claims, 0);
      const stances = await store.stancesOf(
        {},
        items.map(({ id }) => id),
      );
      const told = [...stances.values()].flatMap((counts) => Object.values(counts));
      expect(claims).toBeGreaterThan(0);
      expect(told.reduce((sum, count) => sum + count, 0)).toBe(claims);
      const first = await store.sources({}, { size: 1 });
      expect(first.items).toEqual(items.slice(0, 1));
      expect((await store.sources({}, { after: first.next! })).items).toEqual(items.slice(1));
      expect(await store.unnamedSources()).toEqual({ items: [] });
      const reports = (await store.outlets("outlet")).items.reduce((sum, one) => sum + one.reports, 0);
      expect(reports).toBe((await store.stats()).reports);
      expect((await store.outlets("originator")).items).toEqual([]);
    });

    it("appends reviews, undoes them one by one, and shows the state that stands", async () => {
      const { id } = (await store.events({ types: ["PROTEST"] })).items[0]!;
      const state = async () => (await store.event(id))!.review;
      await store.addReview({ event: id, verdict: "accept", reviewer: "ada" });
      await store.addReview({
        event: id,
        verdict: "edit",
        field: "place",
        value: { name: "Thiès" },
        reviewer: "ada",
      });
      await store.addReview({ event: id, verdict: "comment", reason: "who says so?", reviewer: "bo" });
      expect(await state()).toBe("edited");
      expect((await store.facets()).facets.reviewed).toContainEqual({ value: "edited", events: 1 });
      await store.undoReview("ada");
      expect(await state()).toBe("accepted");
      expect(await found({ reviewed: ["accepted"] })).toEqual(["march"]);
      await store.undoReview("ada");
      expect(await state()).toBe("unreviewed");
      expect(await store.undoReview("ada")).toBeUndefined();
      expect(await store.reviews(id)).toHaveLength(5);
      await expect(
        store.addReview({ event: "x.y", verdict: "accept", reviewer: "ada" }),
      ).rejects.toMatchObject({ code: "K509" });
    });

    it("keeps an old coding when a new coder codes again, and carries reviews over", async () => {
      const { id } = (await store.events({ types: ["PROTEST"] })).items[0]!;
      await store.addReview({ event: id, verdict: "reject", reason: "sport", reviewer: "ada" });
      const again = { ...MARCH, coder: coderVersion("2") };
      const asOf = new Date().toISOString();
      await new Promise((resolve) => setTimeout(resolve, 20));
      await store.addCoding(again);
      const then = (await store.events({ asOf, actors: ["SEN"] })).items;
      expect(then).toMatchObject([{ id, review: "rejected" }]);
      expect(await store.count({ asOf: "2001-01-01T00:00:00Z" })).toBe(0);
      await expect(store.count({ asOf, stories: ["s1"] })).rejects.toMatchObject({ code: "K301" });
      expect(await store.codedBy([id.split(".")[0]!], coderVersion("1"))).toHaveProperty("size", 1);
      expect(await store.count({ types: ["PROTEST"] })).toBe(1);
      expect((await store.event(id))!.review).toBe("rejected");
      expect((await store.facets()).facets.type).toContainEqual({ value: "PROTEST", events: 1 });
      expect((await store.stats()).codings).toBe(5);
    });

    it("knows which reports were coded for the first time in a stretch of time, in that order", async () => {
      const all = await store.firstCoded("2001-01-01T00:00:00Z", "2999-01-01T00:00:00Z");
      // Of all codings one is a second one: the march was coded twice.
      expect(all).toHaveLength((await store.stats()).codings - 1);
      expect(new Set(all).size).toBe(all.length);
      const instant = new Date().toISOString();
      await new Promise((resolve) => setTimeout(resolve, 20));
      const later = invented({ text: "A boat sank.", events: [{ id: "sank" }] });
      const { key } = await store.addCoding(later);
      await store.addCoding({ ...MARCH, coder: coderVersion("3") });
      expect(await store.firstCoded(instant, "2999-01-01T00:00:00Z")).toEqual([key]);
      expect(await store.firstCoded("2001-01-01T00:00:00Z", instant)).toEqual(all);
      expect(await store.firstCoded(instant, instant)).toEqual([]);
    });

    it("lists what failed, counts its attempts, and forgets nothing that is solved", async () => {
      const run = await store.startRun({ command: "ingest", inputs: ["a.pdf"], options: {} });
      const failure = { name: "a.pdf", input: "a.pdf", code: "K109", message: "broken", cure: "mend it" };
      await store.addFailures(run, [failure]);
      await store.addFailures(run, [failure]);
      const [open] = await store.failures(run);
      expect(open).toMatchObject({ ...failure, attempts: 2, state: "open" });
      await store.solve([open!.id]);
      await store.finishRun(run, { failed: 1 });
      expect(await store.failures()).toEqual([]);
      expect((await store.runs()).at(-1)).toMatchObject({ id: run, counts: { failed: 1 } });
    });

    it("is sound, and its backup gives the same store in the other engine's place", async () => {
      await store.maintain();
      expect(await store.verify()).toEqual([]);
      const file = join(tmpdir(), `khaldun-backup-${process.pid}-${engine.name}`);
      await store.backup(file);
      const other = await (
        ENGINES.find(({ name, skipped }) => !skipped && name !== engine.name) ?? engine
      ).place();
      const copy = await openStore(other.location);
      try {
        const half = `${file}.half`;
        writeFileSync(half, readFileSync(file).subarray(0, -30));
        await expect(copy.restore(half)).rejects.toMatchObject({ code: "K512" });
        rmSync(half);
        expect((await copy.stats()).reports).toBe(0);
        await copy.restore(file);
        expect(await copy.verify()).toEqual([]);
        expect(await copy.events()).toEqual(await store.events());
        const { bytes: _size, engine: _engine, version: _version, ...stats } = await copy.stats();
        expect(await store.stats()).toMatchObject(stats);
        await expect(copy.restore(file)).rejects.toMatchObject({ code: "K513" });
        await copy.addCoding(invented({ text: "New.", events: [{ id: "new" }] }));
      } finally {
        await copy.close();
        await other.remove();
        rmSync(file, { force: true });
      }
    });
  });
});
