import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Running, startServer } from "../../src/server/index.ts";
import { openStore } from "../../src/store/index.ts";
import { packageFile } from "../../src/text/package-files.ts";
import { folderPlace } from "../helpers/stores.ts";
import { DENIAL, type Desk, keyOf, openDesk, RAID } from "./desk-store.ts";
import { ask, clientOf, refusal } from "./mcp-client.ts";

const TOOLS = [
  "compare_claims",
  "get_codebook",
  "get_event",
  "get_passage",
  "list_changes",
  "list_sources",
  "resolve_actor",
  "search_events",
];

interface Quoted {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
interface Claim {
  readonly event: string;
  readonly type: string;
  readonly says: string;
  readonly review: string;
  readonly trigger: Quoted;
  readonly sentence: Quoted;
  readonly report: { readonly key: string; readonly story?: string };
}

interface Compared {
  readonly happenings: readonly { readonly id: string }[];
  readonly table: {
    readonly happening: string;
    readonly columns: readonly { readonly kind: string; readonly group: string }[];
    readonly rows: readonly {
      readonly field: string;
      readonly cells: readonly ({
        readonly value: string;
        readonly report: string;
        readonly event: string;
        readonly quotes: readonly Quoted[];
      } | null)[];
    }[];
  };
  readonly reports: readonly { readonly key: string }[];
}

describe("an assistant over HTTP", () => {
  let desk: Desk;
  let running: Running;
  let client: Client;

  beforeAll(async () => {
    desk = await openDesk();
    running = await startServer(desk.context, { host: "127.0.0.1", port: 0 });
    client = await clientOf(running.url);
  });
  afterAll(async () => {
    await client.close();
    await running.close();
    await desk.close();
  });

  it("finds tools that only read", async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual(TOOLS);
    for (const { annotations } of tools) expect(annotations).toMatchObject({ readOnlyHint: true });
    expect(client.getInstructions()).toContain("never an instruction");
  });

  it("searches, and gets each claim with who says so, its receipt, and that nobody reviewed it", async () => {
    const found = await ask<{ total: number; claims: Claim[]; next?: string }>(client, "search_events", {
      types: ["ASSAULT", "REJECT"],
      size: 1,
    });
    expect(found).toMatchObject({ total: 2, next: expect.any(String) });
    const [claim] = found.claims;
    expect(claim).toMatchObject({ type: "ASSAULT/firearms", standing: "claimed", review: /^unreviewed/ });
    expect(claim!.says).toMatch(/^claimed by /);
    const { text: whole } = (await desk.store.report(claim!.report.key))!.report;
    for (const { start, end, text } of [claim!.trigger, claim!.sentence])
      expect(whole.slice(start, end)).toBe(text);
    expect(claim!.sentence.text).toBe(RAID.report.text);
    expect(JSON.stringify(found)).not.toMatch(/"[^"]*\bconfirmed\b/);
  });

  it("says reviewed only of what a person reviewed, and of what", async () => {
    const [denial] = (await desk.store.events({ types: ["REJECT"] })).items;
    await desk.store.addReview({ event: denial!.id, verdict: "accept", reviewer: "ada" });
    const { claim } = await ask<{ claim: Claim }>(client, "get_event", { event: denial!.id });
    expect(claim.review).toContain("does not say that it happened");
    expect(claim.says).toContain("denied by");
    const { changes } = await ask<{ changes: unknown[] }>(client, "list_changes", {});
    expect(changes).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: "review", what: "accept" })]),
    );
    expect(JSON.stringify(changes)).not.toContain("ada");
  });

  it("gives what a reviewer corrected as corrected, in a list and by itself", async () => {
    const [siege] = (await desk.store.events({ types: ["COERCE"] })).items;
    const edit = { event: siege!.id, verdict: "edit", field: "type", value: "MOBILIZE" } as const;
    await desk.store.addReview({ ...edit, reviewer: "ada" });
    const { claims } = await ask<{ claims: Claim[] }>(client, "search_events", { types: ["MOBILIZE"] });
    const { claim } = await ask<{ claim: Claim }>(client, "get_event", { event: siege!.id });
    for (const one of [...claims, claim])
      expect(one).toMatchObject({ type: "MOBILIZE", review: expect.stringMatching(/corrected/) });
    expect(claims).toHaveLength(1);
    await desk.store.undoReview("ada");
  });

  it("opens an event: its passage and every quote of it", async () => {
    const [raid] = (await desk.store.events({ types: ["ASSAULT"] })).items;
    const answer = await ask<{ passage: { text: string }; receipts: Quoted[] }>(client, "get_event", {
      event: raid!.id,
    });
    expect(answer.passage.text).toBe(RAID.report.text);
    for (const { start, end, text } of answer.receipts) expect(RAID.report.text.slice(start, end)).toBe(text);
  });

  it("compares the claims of a story side by side: speakers by fields, every cell with its words", async () => {
    const { happenings, table, reports } = await ask<Compared>(client, "compare_claims", { story: "s-raid" });
    expect(happenings.map(({ id }) => id)).toContain(table.happening);
    const army = table.columns.findIndex(({ group }) => group !== "outlet");
    expect(table.columns[army]).toMatchObject({ kind: "named", articles: 1 });
    const row = table.rows.find(({ field }) => field === "type")!;
    expect(row.cells).toHaveLength(table.columns.length);
    const cell = row.cells[army]!;
    expect(cell).toMatchObject({
      value: expect.stringContaining("ASSAULT"),
      stance: "asserts",
      review: "unreviewed",
    });
    expect(cell.quotes.length).toBeGreaterThan(0);
    for (const { start, end, text } of cell.quotes)
      expect((await desk.store.report(cell.report))!.report.text.slice(start, end)).toBe(text);
    expect(reports.map(({ key }) => key)).toContain(cell.report);
    const { claim } = await ask<{ claim: Claim }>(client, "get_event", { event: cell.event });
    expect(claim.report.key).toBe(cell.report);
    // What a rule would choose is not for an assistant to pass on as what happened.
    expect(row).not.toHaveProperty("one");
    expect(cell).not.toHaveProperty("outlier");
  });

  it("compares another happening of the story if it is named, and says that one is not in it", async () => {
    const first = await ask<Compared>(client, "compare_claims", { story: "s-raid" });
    const other = first.happenings.find(({ id }) => id !== first.table.happening)!;
    const second = await ask<Compared>(client, "compare_claims", { story: "s-raid", happening: other.id });
    expect(second.table.happening).toBe(other.id);
    const input = { story: "s-march", happening: other.id };
    expect(await refusal(client, "compare_claims", input)).toContain("K141");
  });

  it("reads around a span, never more than a passage", async () => {
    const key = (await desk.store.events({ types: ["REJECT"] })).items[0]!.report.key;
    const { passage } = await ask<{ passage: Record<string, unknown> }>(client, "get_passage", {
      report: key,
      start: 4,
      end: 10,
      around: 5,
    });
    expect(passage).toMatchObject({ start: 0, end: 15, text: "The rebels deni", marked: "rebels" });
  });

  it("resolves a name in the store and in the registry, and explains a code", async () => {
    const answer = await ask<{ store: unknown[]; organisations: { name: string }[] }>(
      client,
      "resolve_actor",
      {
        name: "M23",
      },
    );
    expect(answer.store[0]).toMatchObject({ name: "M23", country: "COD", sector: "REB" });
    expect(answer.organisations.length).toBeGreaterThan(0);
    const { types } = await ask<{ types: { modes: unknown[] }[] }>(client, "get_codebook", {
      type: "ASSAULT",
    });
    expect(types[0]!.modes.length).toBeGreaterThan(3);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["get_event", { event: "none.1" }, "K509"],
    ["get_passage", { report: "none", start: 0, end: 1 }, "K141"],
    ["get_passage", { report: keyOf(DENIAL), start: 900, end: 9e6 }, "0 to 50"],
    ["get_passage", { report: keyOf(DENIAL), start: 9, end: 4 }, "the start before the end"],
    ["compare_claims", { story: "none" }, "K141"],
    ["search_events", { after: "x" }, "K508"],
    ["search_events", { types: ["WAR"] }, "ASSAULT"],
    ["search_events", { modes: ["shooting"] }, "firearms"],
    ["search_events", { countries: ["Congo"] }, "COD"],
    ["search_events", { from: "yesterday" }, "2026-05-06"],
    ["search_events", { colour: "red" }, "colour; allowed: text, types"],
    ["list_sources", { contexts: ["war"] }, "election"],
    ["list_changes", { since: "yesterday" }, "2026-05-06T12:00:00Z"],
  ])("%s of %j is an answer that says what is wrong and what is allowed", async (name, input, said) => {
    expect(await refusal(client, name, input)).toContain(said);
  });

  it("another way than POST is refused as the protocol has it", async () => {
    expect((await fetch(new URL("mcp", running.url))).status).toBe(405);
    const page = await fetch(new URL("mcp", running.url), {
      method: "POST",
      headers: { origin: "https://evil.example", "content-type": "application/json" },
      body: "{}",
    });
    expect(page.status).toBe(403);
  });
});

it("khaldun mcp speaks the same on standard input and output", async () => {
  const place = await folderPlace();
  const store = await openStore(place.location);
  await store.addCoding(RAID);
  await store.close();
  const client = new Client({ name: "test", version: "1" });
  const args = [packageFile("bin/khaldun"), "mcp", "--store", place.location];
  await client.connect(new StdioClientTransport({ command: process.execPath, args }));
  try {
    expect((await client.listTools()).tools.map(({ name }) => name).sort()).toEqual(TOOLS);
    const { claims } = await ask<{ claims: Claim[] }>(client, "search_events", { types: ["ASSAULT"] });
    expect(claims[0]!.sentence.text).toBe(RAID.report.text);
    const { start, end } = claims[0]!.trigger;
    const uri = `khaldun://report/${claims[0]!.report.key}/${start}-${end}`;
    expect((await client.readResource({ uri })).contents).toHaveLength(1);
  } finally {
    await client.close();
    await place.remove();
  }
});
