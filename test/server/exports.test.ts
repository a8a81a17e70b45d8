import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../src/server/index.ts";
import { unzipped } from "../helpers/unzipped.ts";
import { type Desk, openDesk } from "./desk-store.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

interface Preview {
  readonly events: number;
  readonly rows: number;
  readonly records: number;
  readonly withheld: readonly { readonly reason: string; readonly rows: number }[];
  readonly exact: boolean;
  readonly sample: string;
}
const preview = async (query: string): Promise<Preview> =>
  (await (await desk.get(`/exports/preview?${query}`)).json()) as Preview;
const lines = (text: string): readonly string[] => text.trimEnd().split("\n");

describe("the file is what the preview said", () => {
  it.each([
    ["format=csv", 4, 0],
    ["format=csv&countries=COD", 2, 0],
    ["format=csv&rule=conservative&stories=s-raid", 3, 0],
    ["format=polecat", 4, 0],
    ["format=acled", 2, 2],
  ])("%s: %i records, %i withheld", async (query, records, withheld) => {
    const said = await preview(query);
    expect([said.records, said.rows - said.records, said.exact]).toEqual([records, withheld, true]);
    const file = await desk.get(`/exports?${query}`);
    const text = await file.text();
    expect(lines(text)).toHaveLength(records + 1);
    expect(text.startsWith(said.sample.split("\n")[0]!)).toBe(true);
    expect(file.headers.get("content-disposition")).toMatch(/filename="khaldun-[a-z-]+-\d{4}-\d\d-\d\d\./);
  });

  it("counts on screen and rows are one number", async () => {
    const { events } = (await (await desk.get("/events/count?actors=M23")).json()) as { events: number };
    const said = await preview("actors=M23");
    expect([said.events, said.rows]).toEqual([events, events]);
  });

  it("holds what reviewers left: their values, without what they rejected, which is counted", async () => {
    const [march, siege] = (
      await Promise.all(
        ["PROTEST", "COERCE"].map((type) => desk.store.events({ types: [type as "PROTEST"] })),
      )
    ).map(({ items }) => items[0]!.id);
    const by = { reviewer: "ada" } as const;
    await desk.store.addReview({ event: march!, verdict: "edit", field: "type", value: "REJECT", ...by });
    await desk.store.addReview({ event: siege!, verdict: "reject", reason: "background", ...by });
    for (const rule of ["", "&rule=conservative"]) {
      const said = await preview(`format=jsonl${rule}`);
      expect([said.events, said.rows, said.records]).toEqual([4, 4, 3]);
      expect(said.withheld).toEqual([{ reason: expect.stringContaining("rejected"), rows: 1 }]);
    }
    for (const rule of ["", "&rule=conservative"]) {
      const coded = `format=jsonl&values=coded${rule}`;
      expect(await preview(coded)).toMatchObject({ events: 4, rows: 4, records: 4, withheld: [] });
      const text = await (await desk.get(`/exports?${coded}&profile=internal`)).text();
      expect([text.includes('"PROTEST"'), text.includes("a reviewer")]).toEqual([true, false]);
    }
    const packed = await desk.get("/exports?format=csv&values=coded&package=true");
    const files = await unzipped(Buffer.from(await packed.arrayBuffer()));
    expect(files["README.md"]).toContain("what reviewers corrected or rejected is not in it");
    const table = (await (await desk.get("/tables/polecat?values=coded&types=COERCE")).json()) as {
      readonly items: readonly { readonly withheld?: string }[];
    };
    expect(table.items.map(({ withheld }) => withheld)).toEqual([undefined]);
    const polecat = await (await desk.get("/exports?format=polecat")).text();
    expect([polecat.includes("PROTEST"), polecat.includes("COERCE")]).toEqual([false, false]);
    expect((await preview("format=jsonl&reviewed=rejected")).records).toBe(1);
    const whole = await (await desk.get("/exports?format=jsonl&profile=internal")).text();
    expect(whole).toContain("a reviewer read the report and gave this value");
    expect(whole).not.toContain('"ada"');
    while ((await desk.store.undoReview("ada")) !== undefined);
  });

  it("says why rows are withheld", async () =>
    expect((await preview("format=acled")).withheld).toEqual([{ reason: expect.any(String), rows: 2 }]));
});

describe("events in other formats", () => {
  it.each([
    ["?format=jsonl", {}, "application/x-ndjson", 4],
    ["?types=PROTEST", { accept: "text/csv" }, "text/csv; charset=utf-8", 2],
    ["", { accept: "application/json;q=0.5, application/geo+json" }, "application/geo+json", 6],
    ["", { accept: "text/html, */*" }, "application/json", 1],
  ])("%s %o", async (query, headers, type, count) => {
    const answer = await desk.get(`/events${query}`, headers as Record<string, string>);
    expect(answer.headers.get("content-type")).toBe(type);
    expect(lines(await answer.text())).toHaveLength(count);
  });

  it("Web Annotations are one document of JSON-LD, by name or by the Accept header", async () => {
    const asked = [
      ["/events?format=jsonld", {}],
      ["/exports?format=jsonld", {}],
      ["/events", { accept: "application/ld+json" }],
      ["/exports", { accept: "application/ld+json" }],
    ] as const;
    const whole = lines(await (await desk.get("/exports?format=w3c")).text()).map(
      (line) => (JSON.parse(line) as { id: string }).id,
    );
    for (const [path, headers] of asked) {
      const answer = await desk.get(path, headers);
      expect([path, answer.headers.get("content-type")]).toEqual([path, "application/ld+json"]);
      const document = (await answer.json()) as { "@context": string; "@graph": { id: string }[] };
      expect(document["@context"]).toBe("http://www.w3.org/ns/anno.jsonld");
      expect(document["@graph"].map(({ id }) => id)).toEqual(whole);
      expect(document["@graph"][0]).not.toHaveProperty("@context");
    }
    const empty = await desk.get("/exports?format=jsonld&stories=none");
    expect(await empty.json()).toMatchObject({ "@graph": [] });
  });

  it("Parquet has a row an event", async () => {
    const file = await (await desk.get("/events?format=parquet")).arrayBuffer();
    expect(await parquetReadObjects({ file })).toHaveLength(4);
  });
});

it("a package has the data, its description and its codebook", async () => {
  const bytes = Buffer.from(await (await desk.get("/exports?format=csv&package=true")).arrayBuffer());
  const text = bytes.toString("latin1");
  for (const name of ["events.csv", "README.md", "CODEBOOK.md", "datapackage.json"])
    expect(text).toContain(name);
  const members = await unzipped(bytes);
  const described = JSON.parse(members["datapackage.json"]!) as { resources: { bytes: number }[] };
  expect(described.resources[0]!.bytes).toBe(Buffer.byteLength(members["events.csv"]!));
});

it("a schema says what a record of each format looks like", async () => {
  const schema = async (query: string) =>
    (await (await desk.get(`/exports/schema${query}`)).json()) as { properties?: object; title: string };
  expect(await schema("")).toEqual(await schema("?format=csv"));
  expect(Object.keys((await schema("?format=acled")).properties!)).toHaveLength(31);
  expect((await desk.get("/exports/schema?format=xml")).status).toBe(400);
});

it("who may only read gets no file", async () => {
  const reader = createApp({ ...desk.context, mayDo: (_who, action) => action === "read" });
  for (const path of ["/exports", "/events?format=csv"])
    expect((await reader.request(`/api/v1${path}`)).status).toBe(403);
  expect((await reader.request("/api/v1/exports/preview")).status).toBe(200);
});
