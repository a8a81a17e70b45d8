import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Coder, createCoder } from "../../src/coder/coder.ts";
import { readText } from "../../src/ingest/index.ts";
import { linkStore } from "../../src/jobs/link.ts";
import { openStore, reportKey, type Store } from "../../src/store/index.ts";
import { ENGINES, type TestPlace } from "../helpers/stores.ts";

const BOMBING =
  "A bomb killed five soldiers at a checkpoint in Baidoa on Monday, the Somali army said. The bombing was the second in the town this month, and officers said that the checkpoint had been warned before.";
const DATED = readText(BOMBING, { published: "2019-05-07", outlet: "Hill Post" });
const UNDATED = readText(
  "Somali officers said that the bombing of a checkpoint in Baidoa on 6 May 2019 killed five soldiers. The bomb was the second in the town within a month, and the checkpoint had been warned.",
  { outlet: "Lake Post" },
);

describe.each(ENGINES)("a report without a day of publication, in a store on $name", (engine) => {
  describe.skipIf(engine.skipped)("contract", () => {
    let place: TestPlace;
    let store: Store;
    let coder: Coder;
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

    it("is placed among the reports of the last day that it writes out", async () => {
      for (const report of [DATED, UNDATED]) await store.addCodings([{ record: await coder.code(report) }]);
      await linkStore(store, { coder: async () => coder, who: "tester", why: "test", days: 14 });
      const [dated, undated] = await Promise.all(
        [DATED, UNDATED].map(async (report) => (await store.report(reportKey(report)))!),
      );
      expect(undated!.published).toBeUndefined();
      expect(undated!.story).toBeDefined();
      expect(undated!.story).toBe(dated!.story);
    });
  });
});
