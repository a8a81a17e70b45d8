import { createServer, type IncomingMessage, type Server } from "node:http";
import { parseRssFeed } from "feedsmith";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createGuard } from "../../src/ingest/watch/index.ts";
import { signatureOf } from "../../src/server/access/secrets.ts";
import { createApp } from "../../src/server/index.ts";
import { deliver } from "../../src/server/webhooks/deliver.ts";
import { invented } from "../helpers/invented.ts";
import { type Desk, openDesk } from "./desk-store.ts";

const HOSTILE = '</description><script>alert(1)</script>]]>&"\u0007';

let desk: Desk;
let receiver: Server;
let host: string;
/** What came, and what the next answers are. */
const received: { readonly headers: IncomingMessage["headers"]; readonly body: string }[] = [];
let answers: number[] = [];

beforeAll(async () => {
  desk = await openDesk();
  receiver = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    received.push({ headers: request.headers, body });
    response.writeHead(answers.shift() ?? 200, { location: "http://127.0.0.1:1/elsewhere" }).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  host = `127.0.0.1:${(receiver.address() as { readonly port: number }).port}`;
});
afterAll(async () => {
  receiver.close();
  await desk.close();
});

async function send(path: string, method: string, body?: unknown, app = desk.app): Promise<Response> {
  return app.request(`/api/v1${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
}
async function savedSearch(filter: object): Promise<string> {
  const answer = await send("/searches", "POST", { name: `Goma ${HOSTILE}`, filter });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { readonly id: string }).id;
}
const raid = (id: string) =>
  invented({
    text: `${id}: gunmen raided a market. ${HOSTILE}`,
    title: HOSTILE,
    outlet: HOSTILE,
    events: [{ id, place: { name: "Goma", country: "COD" }, actor: { name: HOSTILE }, factuality: "Uu" }],
  });

describe("a saved search", () => {
  it("is kept, listed and removed", async () => {
    const id = await savedSearch({ countries: ["SEN"] });
    const { items } = (await (await desk.get("/searches")).json()) as {
      items: { id: string; owner: string }[];
    };
    expect(items.find((one) => one.id === id)).toMatchObject({
      owner: "ada",
      filter: { countries: ["SEN"] },
    });
    const shown = { name: "Oldest", filter: {}, view: "order=oldest&columns=acled" };
    expect(await (await send("/searches", "POST", shown)).json()).toMatchObject(shown);
    expect((await send(`/searches/${id}`, "DELETE")).status).toBe(204);
    expect((await send(`/searches/${id}`, "DELETE")).status).toBe(404);
  });

  it.each([{ types: ["WAR"] }, { colour: ["red"] }, { from: "May" }, []])("%j is no filter", async (filter) =>
    expect((await send("/searches", "POST", { name: "x", filter })).status).toBe(400),
  );

  it("is a feed whose items keep their guid, whatever is in the reports", async () => {
    await desk.store.addCoding(raid("feed"));
    const id = await savedSearch({ countries: ["COD"] });
    const answer = await desk.get(`/searches/${id}/feed.xml`);
    expect(answer.headers.get("content-type")).toContain("application/rss+xml");
    const xml = await answer.text();
    expect(xml).not.toContain("<script");
    const feed = parseRssFeed(xml);
    const [item] = feed.items!;
    expect(item).toMatchObject({
      title: expect.stringContaining("alert(1)"),
      description: expect.stringMatching(/unreviewed: read by a machine/),
      guid: { value: expect.stringMatching(/\.feed$/), isPermaLink: false },
      link: expect.stringMatching(/^http:\/\/localhost\/reports\/\w+\?event=/),
    });
    const again = parseRssFeed(await (await desk.get(`/searches/${id}/feed.xml`)).text());
    expect(again.items!.map(({ guid }) => guid)).toEqual(feed.items!.map(({ guid }) => guid));
    expect((await desk.get("/searches/none/feed.xml")).status).toBe(404);
  });
});

it("a feed behind a proxy that speaks TLS leads back over TLS", async () => {
  const id = await savedSearch({ countries: ["SEN"] });
  // A desk with a proxy in front has accounts: without them it answers to nobody behind one.
  const answer = await desk.get(`/searches/${id}/feed.xml`, { "x-forwarded-proto": "https" });
  expect(parseRssFeed(await answer.text())).toMatchObject({
    link: "https://localhost/",
    items: [{ link: expect.stringMatching(/^https:\/\/localhost\/reports\//) }],
  });
});

it("a feed gives what a reviewer corrected, and then rejected, as that, and anew to whoever has seen it", async () => {
  const [march] = (await desk.store.events({ types: ["PROTEST"] })).items;
  const id = await savedSearch({ countries: ["SEN"] });
  await desk.store.addReview({
    event: march!.id,
    verdict: "edit",
    field: "type",
    value: "MOBILIZE",
    reviewer: "ada",
  });
  const read = async () => parseRssFeed(await (await desk.get(`/searches/${id}/feed.xml`)).text()).items![0];
  expect(await read()).toMatchObject({
    title: expect.stringMatching(/^Corrected: MOBILIZE/),
    description: expect.stringContaining("corrected"),
    guid: { value: expect.stringMatching(/\.march\/corrected\/\w+$/) },
  });
  await desk.store.addReview({
    event: march!.id,
    verdict: "reject",
    reason: "not-an-event",
    reviewer: "ada",
  });
  expect(await read()).toMatchObject({
    title: expect.stringMatching(/^Rejected: PROTEST/),
    guid: { value: `${march!.id}/rejected` },
  });
});

describe("a webhook", () => {
  it.each([
    "http://127.0.0.1/",
    "http://169.254.169.254/latest",
    "http://[::1]/",
    "http://2130706433/",
    "https://me:secret@hooks.example/",
  ])("to %s is refused", async (url) => {
    const search = await savedSearch({});
    const answer = await send("/webhooks", "POST", { search, url });
    expect([answer.status, await answer.json()]).toMatchObject([422, { code: "K130" }]);
  });

  it("over plain http is refused, unless the address was opened", async () => {
    const search = await savedSearch({});
    const answer = await send("/webhooks", "POST", { search, url: "http://hooks.example/" });
    expect([answer.status, await answer.json()]).toMatchObject([422, { code: "K243" }]);
  });

  it.each(["file:///etc/passwd", "ftp://hooks.example/", "hooks.example", ""])(
    "%s is no address",
    async (url) => expect((await send("/webhooks", "POST", { search: "x", url })).status).toBe(400),
  );

  it("gets each new event once, signed, again under the same name until it is taken, and follows nobody", async () => {
    const app = createApp({ ...desk.context, openAddresses: [host] });
    const guard = createGuard([host]);
    const search = await savedSearch({ countries: ["COD"] });
    const made = await send("/webhooks", "POST", { search, url: `http://${host}/hook` }, app);
    const { id, secret } = (await made.json()) as { readonly id: string; readonly secret: string };
    expect(await deliver(desk.store, guard, "1")).toEqual({ made: 0, delivered: 0, failed: 0 });

    await desk.store.addCoding(raid("hooked"));
    answers = [302, 500];
    expect(await deliver(desk.store, guard, "1")).toEqual({ made: 1, delivered: 0, failed: 1 });
    await desk.store.statement("update deliveries set due = now()", []);
    expect(await deliver(desk.store, guard, "1")).toEqual({ made: 0, delivered: 0, failed: 1 });
    await desk.store.statement("update deliveries set due = now()", []);
    expect(await deliver(desk.store, guard, "1")).toEqual({ made: 0, delivered: 1, failed: 0 });
    expect(await deliver(desk.store, guard, "1")).toEqual({ made: 0, delivered: 0, failed: 0 });

    expect(received).toHaveLength(3);
    for (const { headers, body } of received)
      expect(headers["x-khaldun-signature"]).toBe(signatureOf(body, secret));
    expect(new Set(received.map(({ headers }) => headers["x-khaldun-delivery"])).size).toBe(1);
    expect(JSON.parse(received[0]!.body)).toMatchObject({
      event: "events.found",
      search: { id: search },
      claims: [
        {
          type: "ASSAULT",
          review: expect.stringMatching(/^unreviewed/),
          trigger: { start: expect.any(Number) },
        },
      ],
    });
    const listed = await (await desk.get("/webhooks")).text();
    expect(JSON.parse(listed).items).toMatchObject([{ id, delivered: 1, waiting: 0, lastAnswer: "200" }]);
    expect(listed).not.toContain(secret);
  });

  it("gets what was corrected before it was told as corrected", async () => {
    const app = createApp({ ...desk.context, openAddresses: [host] });
    const guard = createGuard([host]);
    const search = await savedSearch({ countries: ["COD"] });
    await send("/webhooks", "POST", { search, url: `http://${host}/corrected` }, app);
    await desk.store.addCoding(raid("amended"));
    const { items } = await desk.store.events({ countries: ["COD"] }, { order: "stored", size: 1000 });
    const event = items.find(({ id }) => id.endsWith(".amended"))!.id;
    const edit = { event, verdict: "edit", field: "type", value: "MOBILIZE", reviewer: "ada" } as const;
    await desk.store.addReview(edit);
    await deliver(desk.store, guard, "1");
    const bodies = received.map(({ body }) => JSON.parse(body) as { search: { id: string } });
    expect(bodies.find((body) => body.search.id === search)).toMatchObject({
      claims: [{ event, type: "MOBILIZE", review: expect.stringContaining("corrected") }],
    });
  });

  describe("that told of an event", () => {
    const guard = () => createGuard([host]);
    const app = () => createApp({ ...desk.context, openAddresses: [host] });
    interface Told {
      readonly event: string;
      readonly search: { readonly id: string };
      readonly claims: readonly { readonly event: string; readonly type: string; readonly review: string }[];
    }
    const round = () => deliver(desk.store, guard(), "1");
    const toldBy = (search: string): readonly (readonly [string, string, string])[] =>
      received
        .map(({ body }) => JSON.parse(body) as Told)
        .filter((body) => body.search.id === search)
        .flatMap(({ event, claims }) =>
          claims.map((claim) => [event, claim.event.split(".")[1]!, claim.type] as const),
        );
    const hook = async () => {
      const search = await savedSearch({ countries: ["COD"] });
      const made = await send("/webhooks", "POST", { search, url: `http://${host}/followed` }, app());
      return { search, id: ((await made.json()) as { readonly id: string }).id };
    };
    const idOf = async (name: string): Promise<string> => {
      const { items } = await desk.store.events({ countries: ["COD"] }, { order: "stored", size: 1000 });
      return items.find(({ id }) => id.endsWith(`.${name}`))!.id;
    };

    it("tells when it is corrected, rejected, taken back and no longer there, and not when it is found right", async () => {
      const { search } = await hook();
      await desk.store.addCoding(raid("followed"));
      await desk.store.addCoding(raid("sure"));
      await round();
      const [event, sure] = [await idOf("followed"), await idOf("sure")];
      const reviewer = "ada";
      await desk.store.addReview({ event: sure, verdict: "accept", reviewer });
      await desk.store.addReview({ event, verdict: "edit", field: "type", value: "MOBILIZE", reviewer });
      await round();
      await desk.store.addReview({
        event,
        verdict: "reject",
        reason: "not-an-event",
        reviewer,
      });
      await round();
      await desk.store.undoReview(reviewer);
      await round();
      const { report, coder, ...rest } = raid("followed");
      await desk.store.addCoding({ ...rest, report, coder: { ...coder, program: "2" }, events: [] });
      await round();
      await round();
      expect(toldBy(search)).toEqual([
        ["events.found", "followed", "ASSAULT"],
        ["events.found", "sure", "ASSAULT"],
        ["events.corrected", "followed", "MOBILIZE"],
        ["events.rejected", "followed", "ASSAULT"],
        ["events.corrected", "followed", "MOBILIZE"],
        ["events.removed", "followed", "MOBILIZE"],
      ]);
    });

    it("tells what happened while it was told only after that was taken", async () => {
      const { search } = await hook();
      await desk.store.addCoding(raid("late"));
      answers = Array.from({ length: 50 }, () => 500);
      await round();
      await desk.store.addReview({
        event: await idOf("late"),
        verdict: "reject",
        reason: "not-an-event",
        reviewer: "ada",
      });
      await round();
      expect(toldBy(search).map(([tiding]) => tiding)).toEqual(["events.found"]);
      answers = [];
      await desk.store.statement("update deliveries set due = now()", []);
      await round();
      await round();
      expect(toldBy(search).map(([tiding]) => tiding)).toEqual([
        "events.found",
        "events.found",
        "events.rejected",
      ]);
    });

    it("is off once nothing was taken for three days, and what is done is cleared after thirty", async () => {
      const { search, id } = await hook();
      await desk.store.addCoding(raid("dead"));
      answers = Array.from({ length: 50 }, () => 500);
      await round();
      const shown = async () => (await desk.store.webhooks.list()).find((one) => one.id === id)!;
      expect(await shown()).toMatchObject({ waiting: 1, failing: expect.any(String) });
      const days = "now() - interval '4 days'";
      await desk.store.statement(`update webhooks set failing = ${days} where id = $1`, [id]);
      await desk.store.statement("update deliveries set due = now(), attempts = 8 where webhook = $1", [id]);
      await round();
      expect(await shown()).toMatchObject({ waiting: 0, givenUp: 1, off: expect.any(String) });
      answers = [];
      const before = toldBy(search).length;
      await desk.store.addCoding(raid("after"));
      await round();
      expect(toldBy(search)).toHaveLength(before);
      await desk.store.statement(
        "update deliveries set created = now() - interval '31 days' where webhook = $1",
        [id],
      );
      await round();
      expect(await shown()).toMatchObject({ givenUp: 0, off: expect.any(String) });
    });
  });

  it("to a name that has come to stand for this machine sends nothing", async () => {
    const count = received.length;
    const search = await savedSearch({ countries: ["COD"] });
    await desk.store.webhooks.add({
      id: "inner",
      search,
      url: `http://localhost:${host.split(":")[1]}/`,
      secret: "s",
      owner: "ada",
    });
    await desk.store.addCoding(raid("inner"));
    await deliver(desk.store, createGuard([]), "1");
    expect(received).toHaveLength(count);
    const inner = (await desk.store.webhooks.list()).find(({ id }) => id === "inner");
    expect(inner).toMatchObject({ waiting: 1, lastAnswer: expect.stringContaining("no public address") });
  });
});
