import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Coder, createCoder } from "../../src/coder/coder.ts";
import { intake, linkStore, openQueue, work } from "../../src/jobs/index.ts";
import { type NotCoded, openStore, type Store } from "../../src/store/index.ts";
import { ENGINES, type TestPlace } from "../helpers/stores.ts";

/** One story in French, told by two papers with the same text; another one in French; one in English. */
const PORT =
  "Le maire de Kalemie, Jérôme Ilunga, a fermé le port mardi après la collision de deux bateaux dans le brouillard. Douze passagers ont été secourus par la brigade fluviale de Moba, selon le capitaine Tshibanda. Une enquête a été ouverte par le parquet de Kalemie.";
const REPORTS = [
  { id: "port", text: PORT, outlet: "Le Lac", published: "2026-05-05" },
  { id: "reprint", text: `Notre correspondant. ${PORT}`, outlet: "La Colline", published: "2026-05-06" },
  {
    id: "teachers",
    text: "Les enseignants de Ouahigouya ont suspendu vendredi leur grève. Le syndicat de Mme Sawadogo exigeait le paiement de trois mois de salaires, que le ministère a promis de verser avant la fin du mois.",
    outlet: "Le Lac",
    published: "2026-05-05",
  },
  {
    id: "english",
    text: "Police in Goma arrested the activist Jean Bosco on Sunday, his lawyer said on Monday.",
    outlet: "Hill Post",
    published: "2026-05-05",
  },
];

describe.each(ENGINES)("reports in other languages than English, in a store on $name", (engine) => {
  describe.skipIf(engine.skipped)("contract", () => {
    let place: TestPlace;
    let store: Store;
    let coder: Coder;
    const told: [string, string][] = [];
    beforeAll(async () => {
      place = await engine.place();
      store = await openStore(place.location);
      coder = await createCoder({ roles: true });
    });
    afterAll(async () => {
      await store.close();
      await place.remove();
      await coder.close();
    });
    const ingest = async (reports: readonly object[], withCoder = true) => {
      const file = join(mkdtempSync(join(tmpdir(), "khaldun-foreign-")), "reports.jsonl");
      writeFileSync(file, reports.map((report) => JSON.stringify(report)).join("\n"));
      return intake(store, {
        inputs: [file],
        read: {},
        ...(withCoder ? { coder } : {}),
        onUncoded: (name, why) => told.push([name.replace(/^.*:/s, ""), why.code]),
      });
    };
    const listed = async (): Promise<readonly NotCoded[]> => {
      const list: NotCoded[] = [];
      for await (const one of store.notCoded()) list.push(one);
      return list;
    };

    it("are kept whole, told with the reason, and are no failures", async () => {
      expect(await ingest(REPORTS)).toMatchObject({ stored: 4, coded: 1, notCoded: 3, failed: 0 });
      expect(told).toEqual([
        ["1", "K201"],
        ["2", "K201"],
        ["3", "K201"],
      ]);
      expect(await store.failures()).toEqual([]);
      const list = await listed();
      expect(list.map(({ language, why }) => [language, /is in fr .*English only/.test(why)])).toEqual(
        Array(3).fill(["fr", true]),
      );
      expect((await store.report(list[0]!.key))?.report.text).toBe(PORT);
      expect(await store.stats()).toMatchObject({ reports: 4, codedReports: 1, notCoded: 3 });
    });

    it("are known when they come again, and found by their words in their own grammar", async () => {
      expect(await ingest(REPORTS)).toMatchObject({ stored: 0, coded: 0, notCoded: 0, already: 4 });
      expect((await store.search("enquêtes", {}, "fr")).items).toHaveLength(2);
    });

    it("are linked: copies are copies, and what tells one story is one story", async () => {
      await linkStore(store, { coder: async () => coder, who: "tester", why: "test", days: 14 });
      const keys = (await listed()).map(({ key }) => key);
      const [port, reprint, teachers] = await Promise.all(keys.map((key) => store.report(key)));
      expect(reprint!.copyOf).toBe(port!.key);
      expect(reprint!.story).toBe(port!.story);
      expect(teachers!.story).not.toBe(port!.story);
    });

    it("are not coded by a worker either, and not given to one twice", async () => {
      const later = { ...REPORTS[2]!, id: "later", text: `${REPORTS[2]!.text} Les cours reprennent lundi.` };
      await ingest([later], false);
      const queue = await openQueue(store, { lease: 60 });
      const options = {
        coder,
        linkCoder: async () => coder,
        link: false,
        who: "tester",
        days: 14,
        once: true,
      };
      expect(await work(store, queue, { ...options, stopped: () => false })).toMatchObject({
        coded: 0,
        failed: 0,
      });
      const waiting = [];
      for await (const { key } of store.uncoded(coder.version)) waiting.push(key);
      expect(waiting).toEqual([]);
      expect((await listed()).at(-1)?.why).toMatch(/English only/);
      await queue.close();
    });
  });
});
