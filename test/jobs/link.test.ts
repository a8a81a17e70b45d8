import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Coder, createCoder } from "../../src/coder/coder.ts";
import { CSV_CELLS, CSV_COLUMNS } from "../../src/formats/csv.ts";
import { rowsOf } from "../../src/formats/row.ts";
import { readText } from "../../src/ingest/index.ts";
import { linkStore } from "../../src/jobs/link.ts";
import { storedLinks } from "../../src/jobs/stored-links.ts";
import { gather, loadPairWeights, whyPair } from "../../src/linking/index.ts";
import { openStore, reportKey, type Store } from "../../src/store/index.ts";
import { ENGINES, type TestPlace } from "../helpers/stores.ts";

const text = (words: string, published: string, url: string) => ({
  ...readText(words, { published }),
  url: `https://${url}.example/report`,
});
const WIRE =
  "A bomb killed five soldiers at a checkpoint in Baidoa on Monday, the Somali army said. The bombing was the second in the town this month, and officers said that the checkpoint had been warned an hour before by residents who saw two men leave a car.";
const BOMBING = text(WIRE, "2026-05-05", "wire");
const REPRINT = text(`${WIRE} Additional reporting by our staff.`, "2026-05-06", "post");
const ARRESTS = text(
  "Somali soldiers arrested two men on Tuesday over the bombing of a checkpoint in Baidoa in which five of their comrades died.",
  "2026-05-06",
  "mail",
);
const RESIGNATION = text(
  "Peru's prime minister resigned on Tuesday after Congress rejected his budget, and President Rojas accepted the resignation at once.",
  "2026-05-06",
  "andes",
);
const UPDATE = { ...text(`${WIRE} A sixth soldier died overnight.`, "2026-05-06", "wire"), url: BOMBING.url };
const AGAIN = text(
  "Five soldiers died when a bomb exploded at a checkpoint in Baidoa on Monday, the Somali army said.",
  "2026-05-07",
  "gulf",
);

let coder: Coder;
beforeAll(async () => {
  coder = await createCoder({ roles: true });
});
afterAll(() => coder.close());

describe.each(ENGINES)("links in a store on $name", (engine) => {
  describe.skipIf(engine.skipped)("run by run", () => {
    let place: TestPlace;
    let store: Store;
    beforeAll(async () => {
      place = await engine.place();
      store = await openStore(place.location);
    });
    afterAll(async () => {
      await store.close();
      await place.remove();
    });

    const take = async (...reports: readonly (typeof BOMBING)[]) =>
      store.addCodings(
        await Promise.all(reports.map(async (report) => ({ record: await coder.code(report) }))),
      );
    const link = (why = "test") =>
      linkStore(store, { coder: async () => coder, who: "tester", why, days: 14 });
    const stored = async (report: typeof BOMBING) => (await store.report(reportKey(report)))!;
    const claims = async () =>
      (await store.events({}, { order: "stored" })).items.map(({ id, happening }) => [id, happening]);

    it("one story for what tells of one thing, another for the rest, a happening for every event", async () => {
      await take(BOMBING, ARRESTS, RESIGNATION);
      expect(await link()).toMatchObject({ placed: 3, prepared: 3, failed: 0 });
      expect((await stored(BOMBING)).story).toBeDefined();
      expect((await stored(ARRESTS)).story).toBe((await stored(BOMBING)).story);
      expect((await stored(RESIGNATION)).story).not.toBe((await stored(BOMBING)).story);
      expect((await claims()).length).toBeGreaterThan(2);
      expect((await claims()).filter(([, happening]) => happening === undefined)).toEqual([]);
    });

    it("nothing new, nothing done", async () => {
      const before = await store.linking.runs();
      expect(await link()).toMatchObject({ placed: 0, prepared: 0, story: 0 });
      expect(await store.linking.runs()).toEqual(before);
    });

    it("a reprint joins its story under the name that the story has, as a copy of the first", async () => {
      const story = (await stored(BOMBING)).story;
      await take(REPRINT);
      expect(await link()).toMatchObject({ placed: 1, copy: 1, merge: 0 });
      expect(await stored(REPRINT)).toMatchObject({ story, copyOf: reportKey(BOMBING) });
      expect((await stored(BOMBING)).copyOf).toBeUndefined();
      const told = async (report: typeof BOMBING) =>
        (await store.events({ reports: [reportKey(report)] })).items.map(({ happening }) => happening).sort();
      expect(await told(REPRINT)).toEqual(await told(BOMBING));
    });

    it("says why two events are one or not: what speaks for it adds up to the probability", async () => {
      const events = async (report: typeof BOMBING) =>
        (await store.events({ reports: [reportKey(report)] })).items.map(({ id }) => id).sort();
      const [first, reprinted, other] = [
        (await events(BOMBING))[0]!,
        (await events(REPRINT))[0]!,
        (await events(RESIGNATION))[0]!,
      ];
      const why = async (one: string, another: string) => {
        const window = await store.linking.around([one, another], 14);
        return window && (await whyPair(window, one, another, loadPairWeights()));
      };
      const same = (await why(first, reprinted))!;
      expect(same).toMatchObject({ joined: true, why: expect.stringMatching(/^joined: .*most for that: /) });
      const odds = same.evidence.reduce((sum, { effect }) => sum + effect, 0);
      expect(1 / (1 + Math.exp(-odds))).toBeCloseTo(same.probability!, 1);
      const apart = (await why(first, other))!;
      expect(apart).toMatchObject({ joined: false, why: expect.stringMatching(/different stories/) });
      expect(apart.probability).toBeUndefined();
      expect(await why(first, "none")).toBeUndefined();
    });

    it("an update under the same address is a version and no copy of it", async () => {
      await take(UPDATE);
      await link("update");
      expect(await stored(UPDATE)).toMatchObject({
        versions: [reportKey(BOMBING), reportKey(UPDATE)],
        story: (await stored(BOMBING)).story,
      });
      expect((await stored(UPDATE)).copyOf).not.toBe(reportKey(BOMBING));
    });

    it("a run can be taken back, whoever did it is known, and the next run does it again", async () => {
      const [before, links] = [await claims(), await stored(UPDATE)];
      const undone = await store.linking.undo("editor", "too early");
      const runs = await store.linking.runs();
      expect(runs.at(-1)).toMatchObject({ who: "editor", why: "too early", undoes: runs.at(-2)!.id });
      expect(undone).toEqual(runs.at(-1));
      expect((await stored(UPDATE)).story).toBeUndefined();
      expect((await stored(BOMBING)).story).toBeDefined();
      expect(await link()).toMatchObject({ prepared: 0 });
      expect(await claims()).toEqual(before);
      expect((await stored(UPDATE)).story).toBe(links.story);
    });

    it("its links gather what is told into one row a happening, copies known", async () => {
      const links = await storedLinks(store);
      const ids: string[] = [];
      const told: string[][] = [];
      for await (const { happening, members } of gather(store.streamCoded({}), links, { rule: "latest" })) {
        ids.push(happening.id);
        told.push(members.map(({ coded }) => coded.id));
      }
      expect(ids.sort()).toEqual([...new Set((await claims()).map(([, happening]) => happening))].sort());
      const [first, reprint] = [await coder.code(BOMBING), await coder.code(REPRINT)];
      expect(told).toContainEqual(expect.arrayContaining([first.id, reprint.id]));
      expect(links.copyOf(reprint)).toBe(first.id);
      expect(links.copyOf(first)).toBeUndefined();
    });

    it("a table of single events says what the links say of each: story, copy, happening", async () => {
      const rows: Readonly<Record<string, string | undefined>>[] = [];
      const columns = CSV_COLUMNS.map(({ name }) => name);
      for await (const { coded, links } of store.streamRecords({}))
        for (const row of rowsOf(coded, links))
          rows.push(Object.fromEntries(columns.map((name) => [name, CSV_CELLS[name]?.(row)?.toString()])));
      const [first, reprint] = [await coder.code(BOMBING), await coder.code(REPRINT)];
      const told = await claims();
      expect(rows.map(({ happening }) => happening).sort()).toEqual(told.map(([, one]) => one).sort());
      const of = (id: string) => rows.filter((row) => row.report_id === id);
      expect(new Set(of(reprint.id).map((row) => row.copy_of))).toEqual(new Set([first.id]));
      expect(new Set(of(first.id).map((row) => row.copy_of))).toEqual(new Set([undefined]));
      expect(of(first.id)[0]?.story).toBe((await stored(BOMBING)).story);
      expect(of(reprint.id)[0]?.story).toBe(of(first.id)[0]?.story);
    });

    it("for another use everything is placed again, in one run that can be taken back", async () => {
      const before = await claims();
      const counting = await linkStore(store, {
        coder: async () => coder,
        who: "tester",
        why: "count",
        days: 14,
        use: "counting",
      });
      expect(counting).toMatchObject({ placed: 5, prepared: 0 });
      expect((await store.linking.runs()).at(-1)).toMatchObject({ why: "count", use: "counting" });
      expect(new Set((await claims()).map(([, happening]) => happening)).size).toBeGreaterThan(
        new Set(before.map(([, happening]) => happening)).size,
      );
      expect(await link()).toMatchObject({ placed: 0 });
      expect(await store.linking.use()).toBe("counting");
      await store.linking.undo("tester", "not for counting");
      expect(await claims()).toEqual(before);
      expect(await store.linking.use()).toBe("reading");
    });

    it("what a person took apart stays apart when the next report of the story comes", async () => {
      const bombed = async (report: typeof BOMBING) =>
        (await store.events({ reports: [reportKey(report)], types: ["ASSAULT"] })).items[0]!;
      const [one, other] = [await bombed(BOMBING), await bombed(REPRINT)];
      expect(other.happening).toBe(one.happening);
      await store.relink({ verdict: "split", events: [other.id], reviewer: "ada", reason: "another bomb" });
      const apart = (await bombed(REPRINT)).happening;
      await take(AGAIN);
      await link("the next report");
      expect((await bombed(REPRINT)).happening).toBe(apart);
      expect((await bombed(BOMBING)).happening).toBe(one.happening);
      expect((await bombed(AGAIN)).happening).toBe(one.happening);
    });

    it("says why a report is where it is", async () => {
      const history = await store.linking.history(reportKey(ARRESTS));
      expect(history[0]).toMatchObject({ kind: "story", before: null });
      expect(history[0]!.why).toMatch(/^joined: nearest is \w+, likeness 0\.\d\d .* both say /);
    });
  });
});
