import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageFile } from "../../src/text/package-files.ts";

const SENTENCE =
  "Two boats collided in thick fog on Monday and the harbour master of Lindau closed the northern quay. ";
const PAGE = `<!doctype html><html lang="en"><body><article><h1>Fog</h1>${`<p>${SENTENCE.repeat(2)}</p>`.repeat(3)}</article></body></html>`;

let server: Server;
let host: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === "/fog") response.writeHead(200, { "content-type": "text/html" }).end(PAGE);
    else response.writeHead(404).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** The real program as a process of its own, beside the server of this one. */
function khaldun(words: readonly string[]) {
  const child = spawn(process.execPath, [packageFile("bin/khaldun"), "watch", ...words]);
  const said = { out: "", problems: "" };
  child.stdout.on("data", (data) => {
    said.out += data;
  });
  child.stderr.on("data", (data) => {
    said.problems += data;
  });
  return { child, said, ended: once(child, "close").then(([status]) => status as number) };
}

const contact = ["--contact", "me@lake.example"];

describe("khaldun watch", () => {
  it("writes what it could fetch, and says on stderr what it could not and whether it is tried again", async () => {
    const open = ["--allow-address", host, "--delay", "0", "--once"];
    const run = khaldun([
      `http://${host}/fog`,
      `http://${host}/gone`,
      "http://127.0.0.1:1/",
      ...contact,
      ...open,
    ]);
    expect(await run.ended).toBe(1);
    const lines = run.said.out.trim().split("\n");
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({
      title: "Fog",
      offsets: "code-points",
      custody: { status: 200 },
    });
    expect(run.said.problems).toMatch(/\/gone \(from argument; not tried again\): \[K132\]/);
    expect(run.said.problems).toMatch(/127\.0\.0\.1:1\/ .*\[K130\]/);
  });

  it("goes on until it is stopped, and ends with whole lines", async () => {
    const run = khaldun([`http://${host}/fog`, ...contact, "--allow-address", host, "--every", "60"]);
    await once(run.child.stdout, "data");
    run.child.kill("SIGTERM");
    expect(await run.ended).toBe(0);
    expect(run.said.out.endsWith("\n")).toBe(true);
  });

  it.each([
    [["http://news.example/"], /--contact/],
    [["http://news.example/", "--contact", "me"], /write a mail address or a web address/],
    [["http://news.example/", ...contact, "--allow-address", "localhost"], /write HOST:PORT/],
    [["http://news.example/", ...contact, "--delay", "soon"], /allowed: 0 or more/],
  ])("wrong use is said: %j", async (words, message) => {
    const run = khaldun(words);
    expect(await run.ended).toBe(2);
    expect(run.said.problems).toMatch(message);
  });
});
