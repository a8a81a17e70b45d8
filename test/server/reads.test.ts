import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp, openApiOf } from "../../src/server/index.ts";
import {
  actorHeadSchema,
  changeSchema,
  facetsSchema,
  happeningAnswerSchema,
  listedReportSchema,
  networkSchema,
  pagedSchema,
  placesSchema,
  searchHitSchema,
  storedReportSchema,
  storyHeadSchema,
  storySchema,
  timelineSchema,
} from "../../src/server/schemas/index.ts";
import { coderVersion } from "../helpers/invented.ts";
import { type Desk, keyOf, MARCH, openDesk, RAID } from "./desk-store.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const read = async (path: string) => {
  const response = await desk.get(path);
  return (await response.json()) as never;
};

describe("what is read answers as its schema says", () => {
  it("facets count the events that a list gives", async () => {
    const { total, facets } = facetsSchema.parse(await read("/facets?countries=COD"));
    expect([total, facets.type]).toEqual([
      2,
      [
        { value: "ASSAULT", events: 1 },
        { value: "COERCE", events: 1 },
      ],
    ]);
  });

  it("the timeline keeps the precision of dates and counts what has none", async () => {
    const { buckets, undated } = timelineSchema.parse(await read("/timeline?bucket=day"));
    expect(undated).toBe(1);
    expect(buckets).toContainEqual({ from: "2026-04-01", precision: "month", events: 1 });
  });

  it("places within a box are points; countries are in the tray", async () => {
    const { places, areas } = placesSchema.parse(await read("/places?west=20&east=40&south=-10&north=10"));
    expect(places.map(({ name }) => name)).toEqual(["Goma"]);
    expect(areas).toEqual([{ value: "COD", events: 1 }]);
  });

  it("the network has who acts on whom", async () =>
    expect(networkSchema.parse(await read("/network")).dyads).toMatchObject([
      { actor: { name: "M23" }, recipient: { country: "COD" }, events: 1 },
    ]));

  it("names and actors are found with a spelling mistake", async () => {
    expect(await read("/names?q=Armed%20Forcs")).toMatchObject({ items: [{ name: "Armed Forces" }] });
    const { items } = (await read("/actors")) as { items: unknown[] };
    expect(actorHeadSchema.array().parse(items)[0]).toMatchObject({
      id: "M23",
      acts: 3,
      receives: 0,
      says: 1,
    });
  });

  it("reports are listed by day and found by their words", async () => {
    const { items } = pagedSchema(listedReportSchema).parse(await read("/reports"));
    expect(items.map(({ outlet, events }) => [outlet, events])).toEqual([
      ["Hill Post", 1],
      ["Lakeside Wire", 2],
      ["Cape Daily", 1],
    ]);
    const hits = pagedSchema(searchHitSchema).parse(await read("/reports?q=raided%20-denied")).items;
    expect(hits.map(({ passage }) => passage.find(({ hit }) => hit)?.text)).toEqual(["raided"]);
  });

  it("pages of every list join without gap or repetition", async () => {
    await desk.store.addReview({ event: `${keyOf(RAID)}.raid`, verdict: "accept", reviewer: "ada" });
    await desk.store.addReview({ event: `${keyOf(RAID)}.siege`, verdict: "accept", reviewer: "ada" });
    for (const command of ["ingest", "watch"])
      await desk.store.startRun({ command, inputs: ["a.html"], options: {} });
    for (const path of [
      "/reports?size=1",
      "/reports?size=1&order=oldest",
      "/changes?size=1",
      "/names?q=Army%20Force%20M23&size=1",
      "/actors?size=1",
      "/imports?size=1",
      "/reviews/mine?reviewer=ada&size=1",
      "/sources?size=1",
      "/sources/unnamed?size=1",
      "/outlets?size=1",
    ]) {
      const seen: unknown[] = [];
      let after = "";
      do {
        const page = (await read(path + after)) as { items: unknown[]; next?: string };
        seen.push(...page.items);
        after = page.next === undefined ? "" : `&after=${page.next}`;
      } while (after !== "" && seen.length < 20);
      const { items: all } = (await read(path.replace("size=1", "size=100"))) as { items: unknown[] };
      expect([path, seen]).toEqual([path, all]);
      if (!/unnamed|names/.test(path)) expect([path, all.length > 1]).toEqual([path, true]);
    }
  });

  it("a report comes with its text, its events and its versions", async () => {
    const report = storedReportSchema.parse(await read(`/reports/${keyOf(RAID)}`));
    expect(report.report.text).toBe(RAID.report.text);
    expect(report.events.map(({ event }) => event.id)).toEqual(["raid", "siege"]);
    expect(await read(`/reports/${keyOf(RAID)}/versions`)).toMatchObject({ items: [{ key: keyOf(RAID) }] });
  });

  it("stories stand by their newest report, with their claims by happening", async () => {
    const { items } = pagedSchema(storyHeadSchema).parse(await read("/stories"));
    expect(items.map(({ id, reports, newest }) => [id, reports, newest])).toEqual([
      ["s-raid", 2, "2026-05-06"],
      ["s-march", 1, "2026-05-02"],
    ]);
    expect(storySchema.parse(await read("/stories/s-raid")).reports).toHaveLength(2);
    const answer = happeningAnswerSchema.parse(await read("/happenings/h-raid?rule=conservative"));
    expect(answer.happening).toMatchObject({ rule: "conservative", reports: 1 });
    expect(answer.claims.map(({ id }) => id)).toEqual([`${keyOf(RAID)}.raid`]);
  });

  it("changes say what was added, and nothing after the last", async () => {
    const { items } = pagedSchema(changeSchema).parse(await read("/changes"));
    expect(items.slice(0, 3).map(({ kind, what }) => `${kind} ${what}`)).toEqual(
      Array(3).fill("coding first"),
    );
    expect(await read("/changes?since=2999-01-01T00:00:00Z")).toEqual({ items: [] });
  });

  it.each(["/stories", "/status"])("%s says how far the store has come, by both clocks", async (path) => {
    const { asOf } = (await read(path)) as { asOf: { taken: string; published: string } };
    expect(asOf.published).toBe("2026-05-06");
    expect(Date.parse(asOf.taken)).toBeGreaterThan(Date.now() - 3_600_000);
  });

  it.each(["/status", "/codebook"])("%s", async (path) => expect((await desk.get(path)).status).toBe(200));

  it.each(["/reports/none", "/stories/none", "/happenings/none", "/reports/none/versions"])(
    "%s is a problem",
    async (path) => expect(await read(path)).toMatchObject({ status: 404, code: "K141" }),
  );
});

describe("as of an instant", () => {
  it("events and counts are those of the codings that stood then, without links", async () => {
    const instant = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await desk.store.addCoding({ ...MARCH, events: [], coder: coderVersion("2") });
    const count = async (query: string) =>
      ((await read(`/events/count${query}`)) as { events: number }).events;
    expect([await count(""), await count(`?as_of=${instant}`)]).toEqual([3, 4]);
    const { items } = (await read(`/events?as_of=${instant}&order=newest`)) as {
      items: { happening?: string }[];
    };
    expect(items.map(({ happening }) => happening)).toEqual([undefined, undefined, undefined, undefined]);
    expect(facetsSchema.parse(await read(`/facets?as_of=${instant}`)).total).toBe(4);
    const file = await (await desk.get(`/exports?as_of=${instant}`)).text();
    expect(file.trimEnd().split("\n")).toHaveLength(1 + 4);
  });

  describe("an event whose type was corrected and then taken back", () => {
    let instant: string;
    beforeAll(async () => {
      const { items } = await desk.store.events({ types: ["COERCE"] });
      const by = { event: items[0]!.id, reviewer: "ada" } as const;
      await desk.store.addReview({ ...by, verdict: "edit", field: "type", value: "AID" });
      instant = new Date(Date.now() + 1).toISOString();
      await new Promise((resolve) => setTimeout(resolve, 20));
      await desk.store.undoReview("ada");
    });
    const events = async (query: string) =>
      (await read(`/events?${query}`)) as { items: { review: string; event: { type: string } }[] };

    it("is found by the type that it had then", async () => {
      const found = async (type: string) =>
        (await events(`types=${type}&as_of=${instant}`)).items.map(({ event }) => event.type);
      expect([await found("COERCE"), await found("AID")]).toEqual([[], ["AID"]]);
    });

    it("is found by the type that was coded, if that is asked for", async () => {
      const { items } = await events(`types=COERCE&values=coded&as_of=${instant}`);
      expect(items.map(({ event }) => event.type)).toEqual(["COERCE"]);
    });

    it("is corrected, then", async () => {
      const { items } = await events(`reviewed=edited&as_of=${instant}`);
      expect(items.map(({ review, event }) => `${review} ${event.type}`)).toEqual(["edited AID"]);
      const { facets } = facetsSchema.parse(await read(`/facets?as_of=${instant}`));
      expect(facets.reviewed).toContainEqual({ value: "edited", events: 1 });
    });

    it.each(["types=AID", "types=COERCE", "reviewed=edited", "values=coded", ""])(
      "a file has as many rows as the desk counts: %s",
      async (query) => {
        const { events: counted } = (await read(`/events/count?${query}&as_of=${instant}`)) as {
          events: number;
        };
        const file = await (await desk.get(`/exports?${query}&as_of=${instant}`)).text();
        expect(file.trimEnd().split("\n")).toHaveLength(1 + counted);
        const preview = await read(`/exports/preview?${query}&as_of=${instant}`);
        expect(preview).toMatchObject({ events: counted, rows: counted });
      },
    );
  });

  it("a queue has no past", async () =>
    expect(await read("/reviews/queue?as_of=2026-01-01T00:00:00Z")).toMatchObject({ status: 400 }));

  it.each([
    "/events?as_of=2026-01-01T00:00:00Z&stories=s-raid",
    "/exports?as_of=2026-01-01T00:00:00Z&rule=latest",
    "/exports?as_of=2026-01-01T00:00:00Z&stories=s-raid",
    "/exports?as_of=2026-01-01T00:00:00Z&stories=s-raid&format=parquet",
    "/exports?as_of=2026-01-01T00:00:00Z&stories=s-raid&package=true",
    "/events?as_of=2026-01-01T00:00:00Z&happenings=h-raid&format=csv",
  ])("%s is refused: links are known as of today", async (path) =>
    expect(await read(path)).toMatchObject({ status: 422, code: "K301" }),
  );
});

describe("the description of the API", () => {
  const paths = () =>
    openApiOf(desk.app, "1").paths as Record<string, Record<string, Record<string, unknown>>>;

  it("says of every route what it is for, and how it fails", () => {
    const routes = Object.entries(paths()).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
    );
    expect(routes.length).toBeGreaterThan(15);
    const lacking = routes.filter(({ operation }) => {
      const { summary, description, tags, responses } = operation as {
        summary?: string;
        description?: string;
        tags?: string[];
        responses: Record<string, unknown>;
      };
      const failing = Object.keys(responses).some((status) => status.startsWith("4"));
      return !summary || !description || !tags?.length || !failing;
    });
    expect(lacking.map(({ name }) => name)).toEqual([]);
  });

  it("is a page with every address and every error, and nothing from elsewhere", async () => {
    const page = await (await desk.get("/docs")).text();
    for (const path of Object.keys(paths())) expect(page).toContain(path);
    expect(page).toContain('id="K140"');
    expect(page).not.toMatch(/(?:src|href)="https?:|<script|<style| style=/);
  });

  it("names the parameters' closed lists", () => {
    const { parameters } = paths()["/api/v1/events"]!.get as {
      parameters: { name: string; schema: { items?: { enum?: string[] } } }[];
    };
    expect(parameters.find(({ name }) => name === "types")!.schema.items!.enum).toContain("ASSAULT");
  });
});

describe("the files of the desk", () => {
  const folder = mkdtempSync(join(tmpdir(), "khaldun-desk-"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>desk</title>");
  writeFileSync(join(folder, "app.js"), "export {};");
  writeFileSync(join(folder, ".secret.txt"), "no");
  afterAll(() => rmSync(folder, { recursive: true }));
  const app = () => createApp({ ...desk.context, desk: folder });

  it.each([
    ["/", 200, "text/html; charset=utf-8"],
    ["/stories/s-raid", 200, "text/html; charset=utf-8"],
    ["/app.js", 200, "text/javascript; charset=utf-8"],
    ["/none.js", 404, "application/problem+json"],
    ["/.secret.txt", 404, "application/problem+json"],
    ["/..%2f..%2fetc/passwd.txt", 404, "application/problem+json"],
    ["/%2e%2e/%2e%2e/package.json", 404, "application/problem+json"],
  ])("%s: %i", async (path, status, type) => {
    const response = await app().request(path);
    expect([response.status, response.headers.get("content-type")]).toEqual([status, type]);
  });

  it("says so where it is not built", async () => {
    const { desk: _built, ...context } = desk.context;
    expect(await (await createApp(context).request("/")).text()).toContain("not built");
  });
});
