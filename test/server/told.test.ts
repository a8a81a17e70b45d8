import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageFile } from "../../src/text/package-files.ts";
import { invented } from "../helpers/invented.ts";
import { DENIAL, type Desk, keyOf, MARCH, openDesk, RAID } from "./desk-store.ts";

/** The same text in another paper, and residents in two reports, of whom one says whose they are. */
const COPY = {
  ...RAID,
  report: {
    ...RAID.report,
    url: "https://ridge.example/raid",
    outlet: "Ridge Echo",
    originator: "Lakeside Wire",
  },
};
const residents = (town: string, name?: string) => {
  const coded = invented({
    text: `Residents of ${town} said that soldiers had looted shops.`,
    outlet: "Hill Post",
    published: "2026-05-07",
    events: [
      {
        id: "loot",
        factuality: "Uu",
        source: { ...(name === undefined ? {} : { name }), country: "COD", sector: "CVL" },
      },
    ],
  });
  const unnamed = coded.events[0]!.attributions.map((one) => ({ ...one, kind: "unnamed" as const }));
  return { ...coded, events: [{ ...coded.events[0]!, attributions: unnamed }] };
};

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await desk.store.addCodings(
    [COPY, residents("Goma"), residents("Butembo", "Nande")].map((record) => ({ record, from: "test" })),
  );
  const raid = { story: "s-raid", happenings: { [`${keyOf(COPY)}.raid`]: "h-raid" } };
  await desk.store.setLinks([
    { report: keyOf(COPY), copyOf: { report: keyOf(RAID), containment: 1 }, ...raid },
  ]);
});
afterAll(() => desk.close());

interface Claim {
  readonly event: string;
  readonly speaker: { readonly key: string; readonly words: string; readonly kind: string };
  readonly stance: string;
  readonly factuality: string;
  readonly source?: object;
  readonly report: { readonly outlet?: string };
}
interface Mention {
  readonly role: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly report: { readonly key: string };
  readonly name?: string;
}
async function pages<Item>(path: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  let after: string | undefined;
  do {
    const more = after === undefined ? "" : `&after=${after}`;
    const page = (await (await desk.get(path + more)).json()) as { items: Item[]; next?: string };
    items.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return items;
}

describe("GET /claims", () => {
  const claims = (query: string) => pages<Claim>(`/claims?${query}`);

  it("has a row for each voice: the outlet's own unless it only passes on, and whom it cites", async () => {
    const rows = await claims("stories=s-raid&outlets=Lakeside%20Wire,Hill%20Post");
    expect(
      rows.map(({ event, speaker, stance, factuality }) => [
        event.split(".")[1],
        speaker.kind,
        stance,
        factuality,
      ]),
    ).toEqual([
      ["raid", "named", "asserts", "CT+"],
      ["siege", "outlet", "asserts", "CT+"],
      ["denial", "outlet", "asserts", "CT+"],
      ["denial", "named", "denies", "CT+"],
    ]);
    expect(rows.map(({ source }) => source !== undefined)).toEqual([true, false, false, true]);
  });

  it("joins pages of events without gap or repetition", async () =>
    expect(await claims("size=1")).toEqual(await claims("size=1000")));

  it("has a named speaker as one in all reports, and an unnamed one in each", async () => {
    const named = await claims("types=ASSAULT&sources=COD%20MIL");
    expect(named.map(({ report }) => report.outlet).sort()).toEqual(["Lakeside Wire", "Ridge Echo"]);
    expect(new Set(named.map(({ speaker }) => speaker.key)).size).toBe(1);
  });

  it("shows what reviewers left", async () => {
    const id = `${keyOf(DENIAL)}.denial`;
    const by = { reviewer: "ada", event: id, verdict: "edit" } as const;
    await desk.store.addReview({ ...by, field: "attributions", value: [] });
    expect((await claims(`reports=${keyOf(DENIAL)}`)).map(({ speaker }) => speaker.kind)).toEqual(["outlet"]);
    expect(await claims(`reports=${keyOf(DENIAL)}&values=coded`)).toHaveLength(2);
    await desk.store.undoReview("ada");
  });
});

describe("GET /mentions", () => {
  it("has the words of the text at their offsets, by what they mean", async () => {
    const texts = new Map([RAID, MARCH, DENIAL].map((coded) => [keyOf(coded), coded.report.text]));
    const rows = await pages<Mention>(
      "/mentions?size=2&outlets=Lakeside%20Wire,Hill%20Post,Cape%20Daily&to=2026-05-05",
    );
    expect(rows.length).toBeGreaterThan(3);
    for (const { report, start, end, text } of rows)
      expect(texts.get(report.key)!.slice(start, end)).toBe(text);
    expect(new Set(rows.map(({ role }) => role))).toEqual(new Set(["event", "actor", "recipient", "source"]));
    const actors = await pages<Mention>("/mentions?size=1&roles=actor&actors=M23");
    expect(new Set(actors.map(({ role, name }) => `${role} ${name}`))).toEqual(new Set(["actor M23"]));
  });
});

describe("GET /sources", () => {
  it("counts named ones over reports, with what they do", async () => {
    expect(await pages("/sources?with_stances=true&size=1")).toEqual([
      {
        id: "Armed Forces",
        name: "Armed Forces",
        country: "COD",
        sector: "MIL",
        claims: 2,
        reports: 2,
        stances: { asserts: 2 },
      },
      {
        id: "M23",
        name: "M23",
        country: "COD",
        sector: "REB",
        claims: 1,
        reports: 1,
        stances: { denies: 1 },
      },
    ]);
    expect(await pages("/sources?outlets=Ridge%20Echo")).toMatchObject([{ id: "Armed Forces", claims: 1 }]);
  });

  it("counts the stances that reviewers left, and those that were coded", async () => {
    const { event } = (await desk.store.event(`${keyOf(DENIAL)}.denial`))!;
    const value = event.attributions.map(({ source, kind, factuality }) => ({
      source,
      kind,
      factuality,
      stance: "doubts",
    }));
    const by = { reviewer: "ada", event: `${keyOf(DENIAL)}.denial`, verdict: "edit" } as const;
    await desk.store.addReview({ ...by, field: "attributions", value });
    const stances = async (values: string) =>
      (await pages<{ stances: object }>(`/sources?with_stances=true&outlets=Hill%20Post${values}`)).map(
        (one) => one.stances,
      );
    expect([await stances(""), await stances("&values=coded")]).toEqual([[{ doubts: 1 }], [{ denies: 1 }]]);
    await desk.store.undoReview("ada");
  });

  it("only counts those without a name, by what they are", async () => {
    expect(await pages("/sources/unnamed?size=1")).toEqual([
      { country: "COD", sector: "CVL", claims: 2, reports: 2 },
    ]);
    expect(await pages("/sources/unnamed?types=PROTEST")).toEqual([]);
  });
});

describe("GET /outlets", () => {
  it("counts reports, copies and events; by originator those who are credited", async () => {
    expect(await pages("/outlets?size=1")).toEqual([
      { name: "Hill Post", reports: 3, copies: 0, events: 3, from: "2026-05-06", to: "2026-05-07" },
      { name: "Cape Daily", reports: 1, copies: 0, events: 1, from: "2026-05-02", to: "2026-05-02" },
      { name: "Lakeside Wire", reports: 1, copies: 0, events: 2, from: "2026-05-05", to: "2026-05-05" },
      { name: "Ridge Echo", reports: 1, copies: 1, events: 2, from: "2026-05-05", to: "2026-05-05" },
    ]);
    expect(await pages("/outlets?by=originator")).toMatchObject([
      { name: "Lakeside Wire", reports: 1, copies: 1 },
    ]);
    expect(await pages("/outlets?from=2026-05-07")).toMatchObject([{ name: "Hill Post", reports: 2 }]);
  });
});

describe("fields", () => {
  const one = async (path: string) => (await pages<Record<string, object>>(path))[0]!;

  it("gives only these, and the id", async () => {
    const event = await one("/events?fields=event.type,event.actors,report.outlet,review&types=PROTEST");
    expect(Object.keys(event)).toEqual(["id", "event", "report", "review"]);
    expect([Object.keys(event.event!), event.report]).toEqual([["type", "actors"], { outlet: "Cape Daily" }]);
    expect(Object.keys((await one("/events?fields=event,event.type")).event!).length).toBeGreaterThan(10);
    expect(Object.keys(await one("/events?fields=id"))).toEqual(["id"]);
    const row = await one("/tables/csv?fields=event.type&types=PROTEST");
    expect([row.stored, (row.cells as unknown[]).length > 20]).toEqual([
      { id: expect.any(String), event: { type: "PROTEST" } },
      true,
    ]);
    expect(Object.keys(await one("/claims?fields=speaker"))).toEqual(["id", "speaker"]);
    expect(await one("/mentions?fields=text&roles=event&types=PROTEST")).toEqual({
      id: expect.any(String),
      text: expect.any(String),
    });
  });

  it("refuses what is no field, with those that are, and a file, which has those of its format", async () => {
    for (const path of ["/events", "/claims", "/mentions"]) {
      const problem = (await (await desk.get(`${path}?fields=colour`)).json()) as { allowed: string[] };
      expect([path, problem]).toMatchObject([path, { status: 400, code: "K140" }]);
      expect(problem.allowed).toContain("report.outlet");
    }
    const file = await desk.get("/events?fields=event.type&format=csv");
    expect([file.status, await file.json()]).toMatchObject([422, { code: "K301" }]);
  });
});

it.each([
  "/events?",
  "/reports?",
  "/claims?",
  "/mentions?",
  "/sources?",
  "/sources/unnamed?",
  "/outlets?",
  "/names?q=x&",
  "/actors?",
  "/imports?",
  "/reviews/mine?",
  "/changes?",
])("%s: a cursor of nobody's is a problem", async (path) => {
  const marks = [
    ["x"],
    [1, "a", {}],
    [null, null],
    ["x", "y"],
    ["x", "y", "z"],
    [1.5, "a"],
    [1e300, 1],
    [true],
  ];
  const cursors = marks.map((values) => Buffer.from(JSON.stringify(values)).toString("base64url"));
  for (const after of ["x", ...cursors]) {
    const answer = await desk.get(`${path}after=${after}`);
    expect([after, answer.status, await answer.json()]).toMatchObject([after, 422, { code: "K508" }]);
  }
});

it("llms.txt leads only to what is there", async () => {
  const text = readFileSync(packageFile("web/public/llms.txt"), "utf8");
  const links = [...text.matchAll(/\]\((\/[^)]+)\)/g)].map((match) => match[1]!);
  expect(links.length).toBeGreaterThan(8);
  for (const link of links) expect([link, (await desk.app.request(link)).status]).toEqual([link, 200]);
});
