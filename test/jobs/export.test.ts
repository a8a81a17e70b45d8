import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Coder, createCoder } from "../../src/coder/coder.ts";
import { exportStore, openQueue, orderExport, type Queue, work } from "../../src/jobs/index.ts";
import { openStore, type Store } from "../../src/store/index.ts";
import { invented } from "../helpers/invented.ts";
import { ENGINES, type TestPlace } from "../helpers/stores.ts";

const raid = (number: number) =>
  invented({
    text: `Rebels raided market ${number} in Goma.`,
    outlet: `Wire ${number}`,
    events: [{ id: `raid${number}` }],
  });

describe.each(ENGINES)("exports of a store on $name", (engine) => {
  describe.skipIf(engine.skipped)("contract", () => {
    const folder = mkdtempSync(join(tmpdir(), "khaldun-orders-"));
    let place: TestPlace;
    let store: Store;
    let queue: Queue;
    let coder: Coder;
    const told: string[] = [];
    beforeAll(async () => {
      place = await engine.place();
      store = await openStore(place.location);
      await store.addCodings([1, 2, 3].map((number) => ({ record: raid(number) })));
      queue = await openQueue(store, { lease: 60, delay: 1, tries: 1 });
      coder = await createCoder();
    });
    afterAll(async () => {
      await queue.close();
      await store.close();
      await coder.close();
      await place.remove();
      rmSync(folder, { recursive: true });
    });
    const order = (out: string) =>
      ({ out: join(folder, out), format: "csv", profile: "internal", threshold: 0 }) as const;
    const run = () =>
      work(store, queue, {
        coder: { ...coder, version: raid(1).coder },
        linkCoder: async () => coder,
        link: false,
        who: "tester",
        days: 14,
        once: true,
        stopped: () => false,
        onFailed: (_, error) => told.push(error.code),
      });
    const lines = (out: string) => readFileSync(join(folder, out), "utf8").trimEnd().split("\n").length;

    it("an order that waits is not given twice; a worker writes the file and its description", async () => {
      expect(await orderExport(queue, order("all.csv"))).toBe(true);
      expect(await orderExport(queue, order("all.csv"))).toBe(false);
      expect(await run()).toMatchObject({ exports: 1 });
      expect(lines("all.csv")).toBe(4);
      expect(readdirSync(folder)).toEqual([
        "all.csv",
        "all.csv.CODEBOOK.md",
        "all.csv.README.md",
        "all.csv.datapackage.json",
      ]);
    });

    it("done again it is the same file, byte for byte", async () => {
      const before = readFileSync(join(folder, "all.csv"));
      expect(await orderExport(queue, order("all.csv"))).toBe(true);
      expect(await run()).toMatchObject({ exports: 1 });
      expect(readFileSync(join(folder, "all.csv"))).toEqual(before);
    });

    it("one that is stopped leaves the old file as it was, and no half of a new one", async () => {
      writeFileSync(join(folder, "old.csv"), "as it was");
      await exportStore(store, order("old.csv"), { stopped: () => true, onFailed: () => undefined });
      expect(readFileSync(join(folder, "old.csv"), "utf8")).toBe("as it was");
      expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
    });

    it("a record of the store that is malformed is named, and the rest is exported", async () => {
      await store.statement(
        "update event_records set record = record - 'confidence' where record ->> 'id' = $1",
        ["raid2"],
      );
      await orderExport(queue, order("broken.csv"));
      expect(await run()).toMatchObject({ exports: 1 });
      expect(told).toEqual(["K515"]);
      expect(lines("broken.csv")).toBe(3);
    });

    it("one that cannot be written is given up and listed with the reason", async () => {
      await orderExport(queue, { ...order("x.csv"), out: "/dev/null/x.csv" });
      expect(await run()).toMatchObject({ exports: 0 });
      expect(await queue.dead()).toMatchObject([
        { kind: "export", order: { out: "/dev/null/x.csv" }, reason: expect.stringMatching(/K312/) },
      ]);
    });
  });
});
