import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { judgementOf } from "../../src/review/index.ts";
import { type NewReview, openStore, type QueueQuestion, type Store } from "../../src/store/index.ts";
import { invented } from "../helpers/invented.ts";
import { ENGINES, type TestPlace } from "../helpers/stores.ts";

/** Five events, from sure to a toss-up to hopeless; the last one with dead. */
const SURENESS = [0.95, 0.55, 0.3, 0.7, 0.05];
const DAY = invented({
  text: "Much happened in Goma on Sunday, and ten people died.",
  outlet: "Lakeside Wire",
  published: "2026-05-05",
  events: SURENESS.map((confidence, at) => ({ id: `e${at}`, confidence, type: "CONSULT" as const })),
});
const DEADLY = {
  ...DAY,
  events: DAY.events.map((event, at) =>
    at < 4
      ? event
      : {
          ...event,
          quantities: [{ kind: "dead" as const, min: 10, max: 10, approximate: false, quote: event.trigger }],
        },
  ),
};

describe.each(ENGINES)("reviews in a store on $name", (engine) => {
  describe.skipIf(engine.skipped)("contract", () => {
    let place: TestPlace;
    let store: Store;
    let key: string;

    beforeAll(async () => {
      place = await engine.place();
      store = await openStore(place.location);
      key = (await store.addCoding(DEADLY)).key;
    });
    afterAll(async () => {
      await store?.close();
      await place?.remove();
    });

    const id = (at: number): string => `${key}.e${at}`;
    const queue = async (question: Partial<QueueQuestion>): Promise<readonly string[]> => {
      const { items } = await store.reviewQueue({ order: "uncertain", reviewer: "ada", ...question });
      return items.map(({ event }) => event.id);
    };
    const undoAll = async (...reviewers: readonly string[]): Promise<void> => {
      for (const reviewer of reviewers) while ((await store.undoReview(reviewer)) !== undefined);
    };

    it("queues the most uncertain first, and what most hangs on", async () => {
      expect(await queue({})).toEqual(["e1", "e2", "e3", "e0", "e4"]);
      expect((await queue({ order: "impact" }))[0]).toBe("e4");
    });

    it("draws the same random sample for the same seed, whole and in pages", async () => {
      const all = await queue({ order: "random", seed: "may" });
      expect(await queue({ order: "random", seed: "may" })).toEqual(all);
      const seeds = await Promise.all(
        ["a", "b", "c", "d", "e"].map((seed) => queue({ order: "random", seed })),
      );
      expect(new Set(seeds.map(([first]) => first)).size).toBeGreaterThan(1);
      const paged: string[] = [];
      let after: string | undefined;
      do {
        const page = await store.reviewQueue({
          order: "random",
          reviewer: "ada",
          seed: "may",
          page: { size: 2, ...(after === undefined ? {} : { after }) },
        });
        paged.push(...page.items.map(({ event }) => event.id));
        after = page.next;
      } while (after !== undefined);
      expect(paged).toEqual(all);
    });

    it("takes what is judged out of the queue, gives it to the second coder, then to the adjudicator", async () => {
      await store.addReview({ event: id(1), verdict: "accept", reviewer: "ada", queue: "uncertain" });
      expect(await queue({})).not.toContain("e1");
      expect(await queue({ order: "random" })).not.toContain("e1");
      expect(await queue({ order: "random", reviewer: "bo" })).toContain("e1");
      expect(await queue({ order: "second", reviewer: "bo" })).toEqual(["e1"]);
      expect(await queue({ order: "second", reviewer: "bo", share: 0 })).toEqual([]);
      expect(await queue({ order: "second" })).toEqual([]);
      await store.addReview({ event: id(1), verdict: "reject", reviewer: "bo", reason: "metaphor" });
      expect(await queue({ order: "disagreement", reviewer: "cy" })).toEqual(["e1"]);
      expect(await store.queueLength({ order: "disagreement", reviewer: "cy" })).toBe(1);
      await store.addReview({ event: id(1), verdict: "accept", reviewer: "cy", adjudicates: true });
      expect(await queue({ order: "disagreement", reviewer: "cy" })).toEqual([]);
      expect((await store.event(id(1)))!.review).toBe("accepted");
      await undoAll("cy", "bo", "ada");
    });

    it("takes back in one go what was said in one go", async () => {
      await store.addReviews([
        { event: id(0), verdict: "edit", field: "phase", value: "future", reviewer: "ada" },
        { event: id(0), verdict: "accept", reviewer: "ada" },
      ]);
      expect((await store.event(id(0)))!.review).toBe("edited");
      await store.undoReview("ada");
      expect((await store.event(id(0)))!.review).toBe("unreviewed");
      expect(await store.undoReview("ada")).toBeUndefined();
    });

    it("writes once what is sent twice under one name", async () => {
      const review = { event: id(0), verdict: "accept", reviewer: "ada" } as const;
      const first = await store.addReviews([review], "try-1");
      expect(await store.addReviews([review], "try-1")).toEqual(first);
      expect(await store.addReviews([{ ...review, reviewer: "bo" }], "try-1")).not.toEqual(first);
      await store.undoReview("bo");
      const undone = await store.undoReview("ada", "undo-1");
      expect(undone).toMatchObject({ undoes: first[0]!.id });
      expect(await store.undoReview("ada", "undo-1")).toEqual(undone);
    });

    it("adds none of several reviews if one of them is of no event", async () => {
      const before = (await store.reviews(id(0))).length;
      const reviews = [id(0), "x.y"].map((event) => ({ event, verdict: "accept", reviewer: "ada" }) as const);
      await expect(store.addReviews(reviews)).rejects.toMatchObject({ code: "K509" });
      expect(await store.reviews(id(0))).toHaveLength(before);
    });

    it("says of any reviews what src/review says of them", async () => {
      const told = fc.record({
        reviewer: fc.constantFrom("ada", "bo"),
        verdict: fc.constantFrom("accept", "reject", "edit", "comment", "undo"),
        field: fc.option(fc.constantFrom("phase", "attempt"), { nil: undefined }),
        adjudicates: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(told, { maxLength: 7 }), async (list) => {
          for (const { verdict, reviewer, field, adjudicates } of list) {
            if (verdict === "undo") await store.undoReview(reviewer);
            else
              await store.addReview({
                event: id(2),
                verdict: verdict as NewReview["verdict"],
                reviewer,
                ...(field === undefined ? {} : { field }),
                ...(adjudicates ? { adjudicates } : {}),
              });
          }
          const { state } = judgementOf(await store.reviews(id(2)));
          expect((await store.event(id(2)))!.review).toBe(state);
          await undoAll("ada", "bo");
        }),
        { numRuns: 6, seed: 7 },
      );
      const { facets } = await store.facets();
      expect(facets.reviewed).toEqual([{ value: "unreviewed", events: 5 }]);
    });

    it("gives reports with judged events, with all their events and reviews", async () => {
      await store.addReview({ event: id(3), verdict: "accept", reviewer: "ada" });
      const found = [];
      for await (const one of store.reviewedReports()) found.push(one);
      expect(found).toMatchObject([{ key, coded: { events: { length: 5 } } }]);
      expect(found[0]!.reviews.at(-1)).toMatchObject({ event: id(3), verdict: "accept" });
      expect((await store.reviewsBy("ada", { size: 1 })).items[0]).toMatchObject({ event: id(3) });
      await undoAll("ada");
    });

    it("merges and splits happenings as reviews, which are taken back with the links", async () => {
      const link = { report: key, story: "s1", happenings: { [id(0)]: "h1", [id(1)]: "h1", [id(2)]: "h2" } };
      await store.setLinks([link]);
      const told = async (): Promise<readonly (string | undefined)[]> =>
        Promise.all([0, 1, 2].map(async (at) => (await store.event(id(at)))!.happening));
      const by = { reviewer: "ada", reason: "one meeting" } as const;

      const [merged] = await store.relink({ verdict: "merge", events: [id(2)], to: "h1", ...by });
      expect(await told()).toEqual(["h1", "h1", "h1"]);
      expect(merged).toMatchObject({
        verdict: "merge",
        value: { from: "h2", to: "h1" },
        reason: "one meeting",
      });
      expect((await store.event(id(2)))!.review).toBe("unreviewed");

      await store.relink({ verdict: "split", events: [id(0)], ...by });
      const [first, ...rest] = await told();
      expect(rest).toEqual(["h1", "h1"]);
      expect(first).not.toBe("h1");

      await store.undoReview("ada");
      await store.undoReview("ada");
      expect(await told()).toEqual(["h1", "h1", "h2"]);
      expect((await store.linking.runs()).filter(({ undoes }) => undoes !== undefined)).toHaveLength(2);
    });

    it("does not take back what somebody has changed since", async () => {
      const by = { reason: "another look" } as const;
      await store.relink({ verdict: "split", events: [id(0)], reviewer: "ada", ...by });
      await store.relink({ verdict: "merge", events: [id(0)], to: "h2", reviewer: "bo", ...by });
      await expect(store.undoReview("ada")).rejects.toMatchObject({ code: "K164" });
      await undoAll("bo", "ada");
      expect((await store.event(id(0)))!.happening).toBe("h1");
    });

    it.each([
      ["a happening that is not there", { verdict: "merge", to: "nowhere" } as const, [2]],
      ["a merge that changes nothing", { verdict: "merge", to: "h2" } as const, [2]],
      ["a split that leaves nothing behind", { verdict: "split" } as const, [0, 1]],
    ])("refuses %s", async (_, change, events) => {
      const whole = { ...change, events: events.map(id), reviewer: "ada", reason: "?" };
      await expect(store.relink(whole)).rejects.toMatchObject({ code: "K164" });
    });
  });
});
