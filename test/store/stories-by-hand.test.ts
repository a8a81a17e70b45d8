import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linkStore } from "../../src/jobs/link.ts";
import type { LinkMaterial } from "../../src/linking/index.ts";
import { openStore, reportKey, type Store } from "../../src/store/index.ts";
import { invented } from "../helpers/invented.ts";
import { ENGINES, type TestPlace } from "../helpers/stores.ts";

/** Reports whose words alone say which story they tell: two floods of one week, and a vote. */
const told = (name: string, published: string) =>
  invented({
    text: `${name}: it happened.`,
    outlet: name,
    published,
    events: [{ id: "e", type: "CONSULT" }],
  });
const NORTH = told("flood north", "2026-05-04");
const NORTH_TOO = told("flood north again", "2026-05-05");
const SOUTH = told("deluge south", "2026-05-04");
const SOUTH_TOO = told("deluge south again", "2026-05-05");
const VOTE = told("vote", "2026-05-05");
const VOTE_TOO = told("vote again", "2026-05-05");

const keyOf = (coded: typeof NORTH): string => reportKey(coded.report);

describe.each(ENGINES)("stories by hand in a store on $name", (engine) => {
  describe.skipIf(engine.skipped)("contract", () => {
    let place: TestPlace;
    let store: Store;

    const link = () =>
      linkStore(store, {
        who: "tester",
        why: "test",
        days: 14,
        prepare: async ({ key, coding, report }) => ({ key, coding, material: materialOf(report.text) }),
      });
    const take = async (...reports: readonly (typeof NORTH)[]) => {
      await store.addCodings(reports.map((record) => ({ record })));
      await link();
    };
    const storyOf = async (coded: typeof NORTH) => (await store.report(keyOf(coded)))!.story!;
    const by = { reviewer: "ada", reason: "one river, one flood" } as const;

    beforeAll(async () => {
      place = await engine.place();
      store = await openStore(place.location);
      await take(NORTH, NORTH_TOO, SOUTH, SOUTH_TOO, VOTE);
    });
    afterAll(async () => {
      await store?.close();
      await place?.remove();
    });

    it("two stories are one: the name that goes leads to the other, and who said so is known", async () => {
      const [north, south] = [await storyOf(NORTH), await storyOf(SOUTH)];
      expect(north).not.toBe(south);
      const reviews = await store.restory({ verdict: "join", story: south, to: north, ...by });
      expect(reviews).toHaveLength(2);
      expect(reviews[0]).toMatchObject({ verdict: "join", value: { from: south, to: north }, ...by });
      expect(await store.story(south)).toMatchObject({ id: north, askedFor: south, reports: { length: 4 } });
      expect(await store.storyDecisions(south)).toEqual(reviews);
    });

    it("stay one when a report of either comes, which joins them", async () => {
      const north = await storyOf(NORTH);
      const later = told("deluge south, a third time", "2026-05-06");
      await take(later);
      expect(await storyOf(SOUTH)).toBe(north);
      expect(await storyOf(later)).toBe(north);
      expect(await storyOf(VOTE)).not.toBe(north);
    });

    it("stay one over months, and grow at either end", async () => {
      const winter = told("storm east", "2026-01-04");
      await take(winter);
      const north = await storyOf(NORTH);
      expect(await storyOf(winter)).not.toBe(north);
      await store.restory({ ...by, verdict: "join", reports: [keyOf(winter)], to: north });
      const next = told("storm east again", "2026-01-05");
      await take(next);
      expect([await storyOf(winter), await storyOf(next)]).toEqual([north, north]);
      await store.undoReview("ada");
      expect(await storyOf(winter)).not.toBe(north);
    });

    it("are two again when that is taken back, and stay two", async () => {
      const north = await storyOf(NORTH);
      await store.undoReview("ada");
      const south = await storyOf(SOUTH);
      expect(south).not.toBe(north);
      await link();
      expect([await storyOf(NORTH), await storyOf(SOUTH)]).toEqual([north, south]);
    });

    it("a report that does not belong to a story stays out of it, and takes along what is like it alone", async () => {
      const vote = await storyOf(VOTE);
      await take(VOTE_TOO);
      expect(await storyOf(VOTE_TOO)).toBe(vote);
      await store.restory({
        ...by,
        verdict: "leave",
        reports: [keyOf(VOTE_TOO)],
        reason: "another country's",
      });
      const own = await storyOf(VOTE_TOO);
      expect(own).not.toBe(vote);
      const third = told("vote a third time", "2026-05-05");
      await take(third);
      expect([await storyOf(VOTE), await storyOf(VOTE_TOO)]).toEqual([vote, own]);
      expect([vote, own]).toContain(await storyOf(third));
      expect((await store.stories()).items.map(({ id }) => id)).toContain(own);
    });

    it("its events leave the happenings that the others tell", async () => {
      const [one, other] = [NORTH, NORTH_TOO].map((coded) => `${keyOf(coded)}.e`);
      const north = await storyOf(NORTH);
      await store.setLinks(
        [NORTH, NORTH_TOO].map((coded) => ({
          report: keyOf(coded),
          story: north,
          happenings: { [`${keyOf(coded)}.e`]: "h1" },
        })),
      );
      await store.restory({ ...by, verdict: "leave", reports: [keyOf(NORTH_TOO)], reason: "another river" });
      expect((await store.event(one!))!.happening).toBe("h1");
      expect((await store.event(other!))!.happening).not.toBe("h1");
      await store.undoReview("ada");
      expect((await store.event(other!))!.happening).toBe("h1");
      expect(await storyOf(NORTH_TOO)).toBe(north);
    });

    it("is not taken back by taking back a run of links", async () => {
      const north = await storyOf(NORTH);
      await store.restory({ ...by, verdict: "leave", reports: [keyOf(NORTH_TOO)], reason: "another river" });
      const undone = await store.linking.undo("editor", "too early");
      expect((await store.linking.runs()).find(({ id }) => id === undone!.undoes)).toMatchObject({
        who: "tester",
      });
      expect(await storyOf(NORTH_TOO)).not.toBe(north);
      await store.undoReview("ada");
    });

    it.each([
      ["a story that is not there", { verdict: "join", story: "nowhere", to: "nowhere" } as const, "K164"],
      ["a report that is not there", { verdict: "leave", reports: ["nowhere"] } as const, "K166"],
      [
        "to leave nothing behind",
        { verdict: "leave", reports: [keyOf(NORTH), keyOf(NORTH_TOO)] } as const,
        "K164",
      ],
    ])("refuses %s", async (_, change, code) => {
      await expect(store.restory({ ...change, ...by })).rejects.toMatchObject({ code });
    });

    it("refuses to join a story with itself", async () => {
      const north = await storyOf(NORTH);
      await expect(store.restory({ verdict: "join", story: north, to: north, ...by })).rejects.toMatchObject({
        code: "K164",
      });
    });
  });
});

function materialOf(text: string): LinkMaterial {
  const [first = "", second = ""] = text.split(/[ :,]/);
  return { prints: [], terms: { [first]: 3, [second]: 1 }, mentions: [] };
}
