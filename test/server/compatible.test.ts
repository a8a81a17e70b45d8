import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { columnsOf } from "../../src/formats/columns.ts";
import type { CodedReport } from "../../src/record/coded-report.ts";
import { lastQuarter, quarterFile } from "../../src/server/compatible/quarter-hours.ts";
import { invented } from "../helpers/invented.ts";
import { unzipped } from "../helpers/unzipped.ts";
import { type Desk, MARCH, openDesk } from "./desk-store.ts";

const FIGHT = {
  id: "gao",
  actor: { name: "Armed Forces", country: "MLI", sector: "MIL" },
  recipient: { name: "Azawad Front", country: "MLI", sector: "REB" },
  place: { name: "Gao", country: "MLI", lat: 16.27, lon: -0.04 },
  days: ["2026-06-01", "2026-06-01"],
} as const;

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await desk.store.addCoding(
    invented({
      text: "Soldiers and rebels fought near Gao on Monday.",
      outlet: "River Post",
      published: "2026-06-02",
      events: [FIGHT],
    }),
  );
});
afterAll(() => desk.close());

interface Page {
  readonly NextPageUrl: string;
  readonly Result: readonly Readonly<Record<string, unknown>>[];
}

function withDead(text: string, dead: number): CodedReport {
  const coded = invented({ text, published: "2026-06-02", title: text, events: [FIGHT] });
  const quote = coded.events[0]!.trigger;
  return {
    ...coded,
    events: coded.events.map((event) => ({
      ...event,
      id: `fight-${text.slice(0, 5)}`,
      quantities: [{ kind: "dead", min: dead, max: dead, approximate: false, quote }],
    })),
  };
}

interface Envelope {
  readonly success: boolean;
  readonly count: number;
  readonly total_count?: number;
  readonly data: readonly Readonly<Record<string, unknown>>[];
}
const ask = async (path: string): Promise<Response> => desk.app.request(path);
const acled = async (query: string): Promise<Envelope> =>
  (await (await ask(`/api/acled/read${query}`)).json()) as Envelope;

describe("a client of ACLED", () => {
  it("gets ACLED's columns in ACLED's envelope", async () => {
    const { success, count, data } = await acled("?_format=json&country=Mali&limit=0");
    expect([success, count]).toEqual([true, 1]);
    expect(Object.keys(data[0]!)).toEqual(columnsOf("acled").map(({ name }) => name));
    expect(data[0]).toMatchObject({
      country: "Mali",
      location: "Gao",
      event_date: "2026-06-01",
      event_type: "Battles",
    });
  });

  it.each([
    ["?event_date=2026-06-01|2026-06-30&event_date_where=BETWEEN", 1],
    ["?event_date=2026-07-01&event_date_where=%3E%3D", 0],
    ["?year=2026&country=Mali|Niger", 1],
    ["?country=Mali&country_where=!=", 1],
    ["?location=ga%25&location_where=LIKE", 1],
    ["?latitude=10&latitude_where=>", 1],
  ])("%s finds %i", async (query, most) => {
    const { data } = await acled(query);
    expect(data.filter(({ location }) => location === "Gao").length).toBe(query.includes("!=") ? 0 : most);
  });

  it("pages, chooses fields, counts when asked, and writes CSV", async () => {
    const all = await acled("?limit=0&with_total=true");
    expect(all.total_count).toBe(all.count);
    const pages = await Promise.all(
      [1, 2, 3].map((page) => acled(`?limit=1&page=${page}&fields=event_id_cnty|country`)),
    );
    expect(pages.flatMap(({ data }) => data.map((one) => one.event_id_cnty))).toEqual(
      all.data.slice(0, 3).map((one) => one.event_id_cnty),
    );
    const csv = await ask("/api/acled/read?_format=csv&fields=country|location&country=Mali");
    expect(csv.headers.get("content-type")).toContain("text/csv");
    expect(await csv.text()).toBe("country,location\nMali,Gao\n");
  });

  it.each([
    ["?colour=red", 400, "event_date"],
    ["?country_where=ROUND&country=Mali", 400, "BETWEEN"],
    ["?fields=country|colour", 400, "event_date"],
    ["?limit=-1", 400, "0 or more"],
    ["?event_date=1&event_date_where=BETWEEN", 422, "two values"],
  ])("%s is told what fits", async (query, status, allowed) => {
    const answer = await ask(`/api/acled/read${query}`);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
    expect(((await answer.json()) as { readonly detail: string }).detail).toContain(allowed);
  });

  it("no longer gets what a reviewer rejected, and is told of it", async () => {
    const before = await acled("?country=Mali");
    const { items } = await desk.store.events({ countries: ["MLI"] });
    await desk.store.addReview({ event: items[0]!.id, verdict: "reject", reviewer: "ada", reason: "sport" });
    expect((await acled("?country=Mali")).count).toBe(0);
    const rejected = (await desk.store.reviews(items[0]!.id)).at(-1)!.at;
    await pause(1100);
    await desk.store.addReview({ event: items[0]!.id, verdict: "comment", reviewer: "ada", reason: "seen" });
    const deleted = (await (await ask("/api/deleted/read")).json()) as Envelope;
    const page = async (query: string) =>
      (await (await ask(`/api/deleted/read?${query}`)).json()) as Envelope;
    expect([await page("limit=1&page=1"), (await page("limit=1&page=2")).count]).toEqual([deleted, 0]);
    expect(deleted.data).toEqual([
      {
        event_id_cnty: before.data[0]!.event_id_cnty,
        deleted_timestamp: Math.floor(Date.parse(rejected) / 1000),
      },
    ]);
    await desk.store.undoReview("ada");
    await desk.store.undoReview("ada");
  });
});

describe("a client of UCDP", () => {
  it("gets UCDP's columns in its envelope, page by page", async () => {
    for (const text of ["First clash near Gao, three dead.", "Second clash near Gao, three dead."])
      await desk.store.addCoding(withDead(text, 3));
    const page = (await (await ask("/api/gedevents/live?pagesize=1&StartDate=2026-06-01")).json()) as Page;
    expect(page).toMatchObject({ TotalCount: 2, TotalPages: 2, PreviousPageUrl: "" });
    expect(Object.keys(page.Result[0]!)).toEqual(columnsOf("ucdp").map(({ name }) => name));
    expect(page.Result[0]).toMatchObject({ type_of_violence: 1, best: 3, country: "Mali" });
    const { pathname, search } = new URL(page.NextPageUrl);
    const next = (await (await ask(pathname + search)).json()) as Page;
    expect(next).toMatchObject({
      TotalCount: 2,
      NextPageUrl: "",
      PreviousPageUrl: expect.stringContaining("page=0"),
    });
    expect(next.Result[0]!.source_article).not.toBe(page.Result[0]!.source_article);
    const none = (await (await ask("/api/gedevents/live?TypeOfViolence=2,3")).json()) as Page;
    expect(none).toMatchObject({ TotalCount: 0, Result: [] });
  });

  it("gets what stood at an instant, whatever was coded and reviewed since", async () => {
    const articles = async (version: string) =>
      ((await (await ask(`/api/gedevents/${version}?StartDate=2026-06-01`)).json()) as Page).Result.map(
        ({ source_article }) => source_article,
      );
    const pinned = new Date().toISOString();
    const then = await articles(pinned);
    expect(then).toHaveLength(2);
    await pause(20);
    await desk.store.addCoding(withDead("Third clash near Gao, three dead.", 3));
    const { items } = await desk.store.events({ from: "2026-06-01" }, { order: "stored" });
    await desk.store.addReview({ event: items[0]!.id, verdict: "reject", reviewer: "ada", reason: "sport" });
    expect(await articles(pinned)).toEqual(then);
    expect(await articles("live")).not.toEqual(then);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    expect((await ask(`/api/gedevents/${tomorrow}`)).status).toBe(422);
    expect((await ask("/api/gedevents/2026-02-31")).status).toBe(422);
    await desk.store.undoReview("ada");
  });

  it.each(["/api/gedevents/25.1", "/api/gedevents/live?pagesize=0", "/api/gedevents/live?Country=Mali"])(
    "%s is told what fits",
    async (path) => expect((await ask(path)).status).toBe(400),
  );
});

describe("a client of GDELT", () => {
  /** The end of the quarter of an hour in which everything here was coded. */
  const end = async (): Promise<number> => {
    const { items } = await desk.store.changes("2000-01-01T00:00:00Z", { size: 1 });
    return lastQuarter(Date.parse(items[0]!.at)) + 15 * 60_000;
  };
  const rowsIn = async (bytes: Uint8Array): Promise<readonly (readonly string[])[]> => {
    const [text] = Object.values(await unzipped(Buffer.from(bytes)));
    return text!
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => line.split("\t"));
  };

  it("gets the same bytes for ever, whatever is reviewed and coded anew after the quarter", async () => {
    const own = await openDesk();
    try {
      // As if everything had been coded an hour ago: that quarter is over.
      await own.store.statement("update codings set coded_at = coded_at - interval '1 hour'", []);
      const at = (await end()) - 60 * 60_000;
      const before = await quarterFile(own.store, at, "export");
      const [row] = await rowsIn(before);
      expect(row).toBeDefined();
      const { items } = await own.store.events({ types: ["PROTEST"] });
      const edit = { event: items[0]!.id, verdict: "edit", reviewer: "ada" } as const;
      await own.store.addReview({ ...edit, field: "type", value: "ASSAULT" });
      const { items: raids } = await own.store.events({ modes: ["firearms"] });
      await own.store.addReview({ event: raids[0]!.id, verdict: "reject", reviewer: "ada", reason: "sport" });
      await own.store.addCoding({ ...MARCH, coder: { ...MARCH.coder, program: "2" }, events: [] });
      expect(Buffer.from(await quarterFile(own.store, at, "export")).equals(Buffer.from(before))).toBe(true);
      const now = await own.store.events();
      expect(now.items.map(({ review }) => review)).toContain("rejected");
      expect(now.items.map(({ event }) => event.type)).not.toContain("PROTEST");
    } finally {
      await own.close();
    }
  });

  it("gets the events of a quarter as GDELT's table", async () => {
    const at = await end();
    const before = await quarterFile(desk.store, at, "export");
    const rows = await rowsIn(before);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toHaveLength(columnsOf("gdelt").length);
    const mentions = await rowsIn(await quarterFile(desk.store, at, "mentions"));
    expect(mentions[0]).toHaveLength(columnsOf("gdelt-mentions").length);
    expect(await rowsIn(await quarterFile(desk.store, at - 15 * 60_000, "export"))).toEqual([]);
  });

  it("finds the files of the last quarter by the list, with their length and MD5", async () => {
    const answer = await ask("/gdeltv2/lastupdate.txt");
    const lines = (await answer.text()).trim().split("\n");
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      const [length, md5, address] = line.split(" ");
      const file = await ask(new URL(address!).pathname);
      expect(file.headers.get("content-type")).toBe("application/zip");
      const bytes = Buffer.from(await file.arrayBuffer());
      expect([bytes.length, createHash("md5").update(bytes).digest("hex")]).toEqual([Number(length), md5]);
    }
  });

  it.each(["20260506121500.gkg.csv.zip", "20260506121400.export.CSV.zip", "29990101000000.export.CSV.zip"])(
    "finds no %s",
    async (name) => {
      expect((await ask(`/gdeltv2/${name}`)).status).toBe(404);
    },
  );
});
