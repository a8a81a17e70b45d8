import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AlertWords, openStore, type Store } from "../../src/store/index.ts";
import { coderVersion, invented } from "../helpers/invented.ts";
import { ENGINES, type TestPlace } from "../helpers/stores.ts";

const march = (id: string, coder = "1") =>
  invented({
    text: `${id}: teachers marched in Lima.`,
    coder,
    events: [{ id, type: "PROTEST", place: { name: "Lima", country: "PER" } }],
  });
const LATER = new Date(Date.now() + 60_000);
const BEFORE = new Date(Date.now() - 60_000);

describe.each(ENGINES)("who uses a store on $name", (engine) => {
  describe.skipIf(engine.skipped)("contract", () => {
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

    it("an account has one name and a role", async () => {
      await store.accounts.add("amal", "admin", "hash of amal");
      await store.accounts.add("ben", "coder", "hash of ben");
      await expect(store.accounts.add("ben", "admin", "x")).rejects.toMatchObject({ code: "K153" });
      expect(await store.accounts.list()).toMatchObject([
        { name: "amal", role: "admin" },
        { name: "ben", role: "coder" },
      ]);
      expect(await store.accounts.one("ben")).toMatchObject({ role: "coder", password: "hash of ben" });
      expect(await store.accounts.one("nobody")).toBeUndefined();
    });

    it("a session holds until it expires or ends", async () => {
      await store.sessions.add("s1", "ben", LATER);
      await store.sessions.add("s2", "ben", BEFORE);
      expect(await store.sessions.one("s1")).toEqual({ account: "ben", accountRole: "coder" });
      expect(await store.sessions.one("s2")).toBeUndefined();
      expect(await store.sessions.sweep()).toBe(1);
      await store.sessions.remove("s1");
      expect(await store.sessions.one("s1")).toBeUndefined();
    });

    it("a token holds until it is revoked or expires, and says when it was last used", async () => {
      const token = await store.tokens.add({ hash: "t1", account: "ben", label: "notebook", role: "reader" });
      await store.tokens.add({ hash: "t2", account: "ben", label: "old", role: "reader", expires: BEFORE });
      expect(token).not.toHaveProperty("used");
      expect(await store.tokens.one("t1")).toEqual({ account: "ben", accountRole: "coder", role: "reader" });
      expect(await store.tokens.one("t2")).toBeUndefined();
      expect(await store.tokens.list("ben")).toMatchObject([
        { label: "notebook", used: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
      ]);
      await expect(store.tokens.revoke(token.id, "amal")).rejects.toMatchObject({ code: "K152" });
      await store.tokens.revoke(token.id);
      expect(await store.tokens.one("t1")).toBeUndefined();
      await expect(
        store.tokens.add({ hash: "t3", account: "nobody", label: "", role: "reader" }),
      ).rejects.toMatchObject({ code: "K152" });
    });

    it("an account that is removed takes its sessions and tokens along, and its name can come back", async () => {
      await store.sessions.add("s3", "ben", LATER);
      await store.tokens.add({ hash: "t4", account: "ben", label: "", role: "coder" });
      await store.accounts.remove("ben");
      await expect(store.accounts.remove("ben")).rejects.toMatchObject({ code: "K152" });
      expect(await store.sessions.one("s3")).toBeUndefined();
      expect(await store.tokens.one("t4")).toBeUndefined();
      expect(await store.accounts.add("ben", "reader", "new")).toMatchObject({ role: "reader" });
      expect(await store.tokens.one("t4")).toBeUndefined();
    });

    it("the log is read newest first, by page and by action, and is never changed", async () => {
      for (const action of ["user.add", "export.write", "user.remove"])
        await store.audit.append({ who: "amal", action, details: { n: 1 } });
      const first = await store.audit.list({ size: 2 });
      expect(first.items.map(({ action }) => action)).toEqual(["user.remove", "export.write"]);
      const rest = await store.audit.list({ size: 2, after: first.next! });
      expect(rest.items).toMatchObject([{ who: "amal", action: "user.add", details: { n: 1 } }]);
      expect((await store.audit.list({}, "export.")).items).toHaveLength(1);
      expect((await store.audit.list({}, "user.add")).items).toHaveLength(1);
      await expect(store.statement("update audit_log set who = 'ben'", [])).rejects.toMatchObject({
        code: "K510",
      });
      await expect(store.statement("delete from audit_log", [])).rejects.toMatchObject({ code: "K510" });
    });

    it("a saved search gives what came last first", async () => {
      await store.addCoding(march("old"));
      await store.addCoding(march("new"));
      await store.searches.add({ id: "lima", name: "Lima", owner: "amal", filter: { countries: ["PER"] } });
      expect(await store.searches.one("lima")).toMatchObject({
        name: "Lima",
        filter: { countries: ["PER"] },
      });
      const found = await store.searches.newest({ countries: ["PER"] }, 10);
      expect(found.map(({ event }) => event.id)).toEqual(["new", "old"]);
      expect(Date.now() - Date.parse(found[0]!.arrived)).toBeLessThan(60_000);
      await expect(store.searches.remove("other")).rejects.toMatchObject({ code: "K152" });
    });

    it("a webhook tells each new event of its search once, whatever happens to it later", async () => {
      const hook = { id: "w", search: "lima", url: "https://desk.example/", secret: "s", owner: "amal" };
      await expect(store.webhooks.add({ ...hook, search: "none" })).rejects.toMatchObject({ code: "K152" });
      await store.webhooks.add(hook);
      const ids: AlertWords = {
        bodyOf: (_tiding, _search, events) => events.map(({ id }) => id),
        markOf: ({ event }) => event.type,
      };
      expect(await store.webhooks.gather(10, ids)).toBe(0);
      await store.addCodings([
        { record: march("one") },
        { record: march("two") },
        { record: invented({ text: "Elsewhere.", events: [{ id: "else" }] }) },
      ]);
      expect(await store.webhooks.gather(1, ids)).toBe(1);
      expect(await store.webhooks.gather(10, ids)).toBe(1);
      expect(await store.webhooks.gather(10, ids)).toBe(0);
      await store.addCoding(march("two", coderVersion("2").program));
      expect(await store.webhooks.gather(10, ids)).toBe(0);
      const taken = await store.webhooks.take(10, 60_000);
      expect(taken.flatMap(({ body }) => body)).toEqual(
        expect.arrayContaining([expect.stringMatching(/\.one$/), expect.stringMatching(/\.two$/)]),
      );
      expect(taken).toMatchObject([{ url: hook.url, secret: "s", attempts: 0 }, {}]);
      expect(await store.webhooks.take(10, 60_000)).toEqual([]);
      const [first, second] = taken;
      await store.webhooks.settle(first!.id, { delivered: true, answer: "200" });
      await store.webhooks.settle(second!.id, { delivered: false, answer: "503", retryAt: BEFORE });
      expect(await store.webhooks.take(10, 60_000)).toMatchObject([{ id: second!.id, attempts: 1 }]);
      await store.webhooks.settle(second!.id, { delivered: false, answer: "503" });
      expect(await store.webhooks.list()).toMatchObject([{ id: "w", delivered: 1, waiting: 0, givenUp: 1 }]);
      expect(JSON.stringify(await store.webhooks.list())).not.toContain("secret");
      await store.searches.remove("lima");
      expect(await store.webhooks.list()).toEqual([]);
    });
  });
});
