import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Coder, createCoder } from "../../src/coder/coder.ts";
import { readText } from "../../src/ingest/index.ts";
import { type Job, jobId, openQueue, type Queue } from "../../src/jobs/queue.ts";
import { feed, work } from "../../src/jobs/work.ts";
import { openStore, type Store } from "../../src/store/index.ts";
import { packageFile } from "../../src/text/package-files.ts";
import { ENGINES, type TestPlace } from "../helpers/stores.ts";

/** Reports of our own, no two alike. */
const reports = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    report: readText(
      `Rebels attacked post ${index} near Goma on Sunday and killed ${index + 2} soldiers, the army said. The minister of defence condemned the attack on Monday.`,
      { published: "2026-05-05" },
    ),
    from: "test",
  }));

async function nextOf(queue: Queue): Promise<Job> {
  for (;;) {
    const [job] = await queue.take("code", 1);
    if (job !== undefined) return job;
    await pause(100);
  }
}

describe.each(ENGINES)("work on $name", (engine) => {
  describe.skipIf(engine.skipped)("in one process", () => {
    let coder: Coder;
    let place: TestPlace;
    let store: Store;
    let queue: Queue;
    beforeAll(async () => {
      coder = await createCoder({ roles: true });
      place = await engine.place();
      store = await openStore(place.location);
      queue = await openQueue(store, { lease: 60, delay: 1, tries: 2 });
    });
    afterAll(async () => {
      await queue.close();
      await store.close();
      await place.remove();
      await coder.close();
    });
    const run = (stopped = () => false) =>
      work(store, queue, {
        coder,
        linkCoder: async () => coder,
        link: true,
        who: "tester",
        days: 14,
        once: true,
        stopped,
      });

    it("codes and links what is there, and then nothing is left", async () => {
      await store.addReports(reports(3));
      expect(await run()).toEqual({ coded: 3, failed: 0, linkRuns: 1, exports: 0 });
      expect(await store.stats()).toMatchObject({ codedReports: 3, codings: 3 });
      expect((await store.stories()).items.length).toBeGreaterThan(0);
      expect(await run()).toEqual({ coded: 0, failed: 0, linkRuns: 0, exports: 0 });
    });

    it("a job that is done twice leaves one coding", async () => {
      const [key] = (await store.events({}, { size: 1 })).items.map(({ report }) => report.key);
      expect(await queue.send("code", [{ id: jobId("again"), report: key! }])).toBe(1);
      expect(await queue.send("code", [{ id: jobId("again"), report: key! }])).toBe(0);
      expect(await run()).toMatchObject({ coded: 0, failed: 0 });
      expect(await store.stats()).toMatchObject({ codings: 3 });
    });

    it("what fails is tried again, then given up and listed with its reason, and can be revived", async () => {
      const job = { id: jobId("bad"), report: "none" };
      await queue.send("code", [job]);
      for (let tries = 0; tries < 2; tries += 1) {
        const taken = await nextOf(queue);
        expect(taken).toEqual(job);
        await queue.failed("code", taken, "no such thing");
      }
      expect(await queue.dead()).toMatchObject([{ ...job, kind: "code", tries: 2, reason: "no such thing" }]);
      expect(await queue.send("code", [job])).toBe(0);
      expect(await queue.take("code", 1)).toEqual([]);
      expect(await queue.revive()).toBe(1);
      expect(await queue.dead()).toEqual([]);
      await queue.done("code", [await nextOf(queue)]);
    });

    it("what takes longer than a lease stays with a worker that lives, and goes to another when that is dead", async () => {
      const job = { id: jobId("long"), report: "none" };
      await queue.send("code", [job]);
      const worker = await openQueue(store, { lease: 2, delay: 1 });
      // Jobs keep the lease that they were sent with.
      await store.statement("update khaldun_jobs.job set expire_in = interval '2 seconds' where id = $1", [
        job.id,
      ]);
      expect(await nextOf(worker)).toEqual(job);
      await pause(5000);
      expect(await worker.size("code")).toEqual({ waiting: 0, active: 1 });
      await worker.close();
      const heir = await openQueue(store, { lease: 2 });
      expect(await nextOf(heir)).toEqual(job);
      await heir.done("code", [job]);
      await heir.close();
    });

    it("workers that start at the same moment all start", async () => {
      const other = await engine.place();
      const stores = [await openStore(other.location)];
      if (engine.name === "PostgreSQL")
        for (let more = 0; more < 5; more += 1) stores.push(await openStore(other.location));
      const started = await Promise.all(stores.map((one) => openQueue(one, { lease: 60 })));
      expect(await started.at(-1)!.size("code")).toEqual({ waiting: 0, active: 0 });
      for (const one of started) await one.close();
      for (const one of stores) await one.close();
      await other.remove();
    });

    it("a script that fails within its transaction leaves the connection as it found it", async () => {
      await expect(store.statement("begin; select 1 / 0; commit;", [])).rejects.toThrow(/division by zero/);
      for (let turn = 0; turn < 10; turn += 1)
        expect((await store.statement("select 1 as one", [])).rows).toEqual([{ one: 1 }]);
    });

    it("of a store with many reports no more than a thousand wait, and more are sent only when few are left", async () => {
      const other = await engine.place();
      const many = await openStore(other.location);
      const line = await openQueue(many, { lease: 60 });
      await many.addReports(reports(1300));
      const sent = await feed(many, line, coder.version);
      expect(sent).toBeGreaterThanOrEqual(1000);
      expect(sent).toBeLessThan(1100);
      expect(await feed(many, line, coder.version)).toBe(0);
      expect((await line.size("code")).waiting).toBe(sent);
      await line.close();
      await many.close();
      await other.remove();
    });

    it("a worker that is told to stop takes nothing more", async () => {
      await store.addReports(reports(6));
      expect(await run(() => true)).toEqual({ coded: 0, failed: 0, linkRuns: 0, exports: 0 });
    });
  });
});

const [, postgres] = ENGINES;
describe.skipIf(postgres!.skipped)(`several processes on ${postgres!.name}`, () => {
  const MANY = 96;
  let place: TestPlace;
  let store: Store;
  beforeAll(async () => {
    place = await postgres!.place();
    store = await openStore(place.location);
    await store.addReports(reports(MANY));
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  const start = (...flags: readonly string[]): ChildProcess =>
    spawn(
      process.execPath,
      [packageFile("bin/khaldun"), "work", "--store", place.location, "--quiet", "--lease", "8", ...flags],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
  const coded = async () => (await store.stats()).codedReports;
  const until = async (there: () => Promise<boolean>): Promise<void> => {
    while (!(await there())) await pause(50);
  };

  it("kill -9 loses nothing, and nothing is done twice", { timeout: 300_000 }, async () => {
    const [victim, stopped] = [start(), start()];
    await until(async () => (await coded()) >= 16);
    victim.kill("SIGKILL");
    stopped.kill("SIGTERM");
    expect((await once(stopped, "exit"))[0]).toBe(0);
    const before = await coded();
    expect(before).toBeLessThan(MANY);
    const last = start("--once");
    expect((await once(last, "exit"))[0]).toBe(0);
    expect(await store.stats()).toMatchObject({ codedReports: MANY, codings: MANY });
    expect(await store.verify()).toEqual([]);
    expect((await store.events({}, { size: 1000 })).items.filter(({ happening }) => !happening)).toEqual([]);
  });
});
