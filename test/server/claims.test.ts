import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SideBySide } from "../../src/record/side-by-side.ts";
import type { StorySummary } from "../../src/record/story-summary.ts";
import { DENIAL, type Desk, keyOf, openDesk, RAID } from "./desk-store.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

async function read<Answer>(path: string): Promise<Answer> {
  const response = await desk.get(path);
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as Answer;
}
const post = (path: string, body: unknown, accept = "application/json") =>
  desk.app.request(`/api/v1${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", accept },
    body: JSON.stringify(body),
  });
const RAIDED = `${keyOf(RAID)}.raid`;

interface Claims {
  readonly happenings: readonly { readonly id: string }[];
  readonly table?: SideBySide;
  readonly reports: readonly { readonly key: string }[];
}

describe("claims side by side", () => {
  it("of the happening that was asked for, with its speakers and reports", async () => {
    const claims = await read<Claims>("/stories/s-raid/claims?happening=h-raid");
    expect(claims.table).toMatchObject({
      id: "h-raid",
      type: "ASSAULT",
      rule: "representative",
      articles: 1,
      columns: [{ words: expect.any(String), group: "third-party", country: "COD" }],
    });
    expect(claims.table!.rows.map(({ field }) => field)).toEqual([
      "type",
      "actors",
      "recipients",
      "time",
      "place",
    ]);
    expect(claims.happenings).toHaveLength(3);
    expect(claims.reports.map(({ key }) => key)).toEqual([keyOf(RAID)]);
  });

  it("by another rule, with what that would change", async () => {
    const { table } = await read<Claims>("/stories/s-raid/claims?happening=h-raid&rule=conservative");
    expect(Object.keys(table!.changes)).toEqual(["informative", "representative", "latest", "source"]);
  });

  it("without what reviewers rejected, and with what they corrected", async () => {
    await desk.store.addReview({
      event: RAIDED,
      verdict: "edit",
      field: "time",
      value: null,
      reviewer: "ada",
    });
    const corrected = await read<Claims>("/stories/s-raid/claims?happening=h-raid");
    expect(corrected.table!.rows.map(({ field }) => field)).not.toContain("time");
    await desk.store.addReview({ event: RAIDED, verdict: "reject", reviewer: "ada" });
    expect((await desk.get("/stories/s-raid/claims?happening=h-raid")).status).toBe(404);
    await desk.store.undoReview("ada");
    await desk.store.undoReview("ada");
  });

  it("404 for a story that is none", async () =>
    expect((await desk.get("/stories/none/claims")).status).toBe(404));
});

describe("the summary of a story", () => {
  it("with the story, and with the list if asked", async () => {
    const { summary } = await read<{ summary: StorySummary }>("/stories/s-raid?since=2026-05-06");
    expect(summary).toMatchObject({
      title: "Market raided",
      isNew: true,
      news: [keyOf(DENIAL)],
      newest: "2026-05-06",
    });
    const plain = await read<{ items: { id: string; summary?: StorySummary }[] }>("/stories");
    expect(plain.items[0]).not.toHaveProperty("summary");
    const { items } = await read<typeof plain>("/stories?summaries=true");
    expect(items.find(({ id }) => id === "s-raid")!.summary!.origins).toHaveLength(2);
  });
});

describe("stories that a reader looks for", () => {
  const ids = async (query: string): Promise<readonly string[]> =>
    (await read<{ items: { id: string }[] }>(`/stories?${query}`)).items.map(({ id }) => id);

  it.each([
    ["show=contested", ["s-raid"]],
    ["show=corrected", []],
    ["show=new&since=2026-05-03", ["s-raid"]],
    ["show=new&since=2026-05-02", ["s-raid", "s-march"]],
    ["text=students march", ["s-march"]],
    ["text=stud", ["s-march"]],
    ["text=rebels&show=new&since=2026-05-06", ["s-raid"]],
    ["text=snow", []],
    ["text=march&order=stored", ["s-march"]],
  ])("%s", async (query, expected) => {
    expect(await ids(query)).toEqual(expected);
  });

  it("are found beyond the first page, though none of that is of the kind", async () => {
    let [after, found]: [string, string[]] = ["", []];
    for (let pages = 0; pages < 5; pages += 1) {
      const page = await read<{ items: { id: string }[]; next?: string }>(
        `/stories?show=contested&size=1${after}`,
      );
      found = [...found, ...page.items.map(({ id }) => id)];
      if (page.next === undefined) break;
      after = `&after=${page.next}`;
    }
    expect(found).toEqual(["s-raid"]);
  });

  it("what came into the store since an instant is new, whenever it was published", async () => {
    const before = "2026-01-01T00:00:00Z";
    expect(await ids(`show=new&came=${before}`)).toEqual(await ids("order=newest"));
    expect(await ids("show=new&came=2999-01-01T00:00:00Z")).toEqual([]);
    const { summary } = await read<{ summary: StorySummary }>(`/stories/s-raid?came=${before}`);
    expect(summary.news).toContain(keyOf(DENIAL));
  });

  it("nothing is new without a day that it is new since", async () =>
    expect((await desk.get("/stories?show=new")).status).toBe(422));
});

describe("the page of an actor", () => {
  it("has its roles over time and its partners, each number that of a filter", async () => {
    const page = await read<{ events: number; months: unknown[]; roles: unknown[] }>("/actors/M23");
    expect(page).toMatchObject({
      who: "M23",
      parties: [{ name: "M23", country: "COD", sector: "REB" }],
      from: "2026-04-01",
      undated: 1,
      partners: [{ role: "recipient", party: { country: "COD", sector: "CVL" }, events: 1 }],
      more: false,
    });
    expect(page.roles).toContainEqual({ role: "source", type: "REJECT", events: 1 });
    expect(page.months).toContainEqual({ month: "2026-05-01", role: "actor", events: 1 });
    expect(page.events).toBe(3);
  });

  it("and what the registry says, with its sources and its age", async () => {
    const { registry } = await read<{ registry: { statements: { source: string }[]; taken: object } }>(
      "/actors/COD",
    );
    expect(registry.statements.length).toBeGreaterThan(0);
    expect(registry.statements.every(({ source }) => source !== "")).toBe(true);
    expect(Object.values(registry.taken).length).toBeGreaterThan(0);
  });

  it("404 for somebody of whom nothing is told", async () =>
    expect((await desk.get("/actors/Nobody%20Known")).status).toBe(404));
});

describe("a brief", () => {
  const start = RAID.report.text.indexOf("raided a market");
  const anchor = { report: keyOf(RAID), start, end: start + 15, text: "raided a market" };
  const order = (...sentences: readonly object[]) => ({ title: "Goma *this week*", sentences });

  it("anchors every sentence, numbers every passage once, and names what it rests on", async () => {
    const response = await post(
      "/brief",
      order(
        { text: "A market was raided.", anchors: [anchor] },
        { text: "Again: the market.", anchors: [anchor] },
        { events: [RAIDED] },
        { happening: "h-raid" },
      ),
    );
    const brief = (await response.json()) as {
      sentences: { references: number[]; text: string }[];
      references: { sha256: string; quote: { text: string } }[];
      limits: string[];
    };
    expect(response.status).toBe(200);
    expect(brief.sentences.every(({ references }) => references.length > 0)).toBe(true);
    expect(brief.sentences.slice(0, 2).map(({ references }) => references)).toEqual([[1], [1]]);
    expect(brief.references[0]).toMatchObject({ outlet: "Lakeside Wire", quote: anchor });
    expect(brief.sentences[2]!.text).toContain("ASSAULT firearms");
    // The invented raid has a place and a day that no words of it tell.
    expect(brief.limits.slice(0, 2)).toEqual([
      "2 of its events were read by machine and looked at by nobody.",
      "2 values that rest on no passage of a report were left out.",
    ]);
  });

  it("takes events as what carries a sentence, and headings without any", async () => {
    const response = await post(
      "/brief",
      order({ text: "Goma", heading: true }, { text: "A raid.", events: [RAIDED] }),
    );
    const { sentences } = (await response.json()) as { sentences: object[] };
    expect(sentences).toMatchObject([
      { kind: "heading", references: [] },
      { kind: "written", references: [1] },
    ]);
  });

  it("is Markdown if asked, in which no words of a report are markup", async () => {
    const response = await post(
      "/brief",
      order({ text: "A <b>market</b> [x](y).", anchors: [anchor] }),
      "text/markdown",
    );
    expect(response.headers.get("content-type")).toContain("text/markdown");
    const text = await response.text();
    expect(text).toContain("# Goma \\*this week\\*");
    expect(text).toContain("- A &lt;b&gt;market&lt;/b&gt; \\[x\\]\\(y\\).[^1]");
    expect(text).toMatch(
      /\[\^1\]: “raided a market”\. \*Market raided\*\. Lakeside Wire\. 2026-05-05\. <https:/,
    );
    expect(text).toContain("## Limits");
  });

  it.each([
    ["a sentence without an anchor", { text: "Trust me.", anchors: [] }, 422, "K160"],
    ["words that stand elsewhere", { text: "x", anchors: [{ ...anchor, text: "burnt" }] }, 422, "K161"],
    [
      "a passage of nothing",
      { text: "x", anchors: [{ report: anchor.report, start: 3, end: 3 }] },
      422,
      "K161",
    ],
    ["a report that is none", { text: "x", anchors: [{ ...anchor, report: "z" }] }, 404, "K141"],
    ["an event that is none", { events: ["x.y"] }, 404, "K141"],
  ])("refuses %s", async (_, item, status, code) => {
    const response = await post("/brief", order(item));
    expect([response.status, await response.json()]).toMatchObject([status, { code }]);
  });
});
