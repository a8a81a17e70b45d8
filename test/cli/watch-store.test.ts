import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore, type StoredReport } from "../../src/store/index.ts";
import { packageFile } from "../../src/text/package-files.ts";
import { folderPlace, type TestPlace } from "../helpers/stores.ts";

const SENTENCE =
  "Two boats collided in thick fog on Monday and the harbour master of Lindau closed the northern quay. ";
const PAGE = `<!doctype html><html lang="en"><body><article><h1>Fog</h1>${`<p>${SENTENCE.repeat(2)}</p>`.repeat(3)}</article></body></html>`;

const folder = mkdtempSync(join(tmpdir(), "khaldun-https-"));
const certificate = join(folder, "certificate.pem");
let server: Server;
let host: string;
let place: TestPlace;
beforeAll(async () => {
  const key = join(folder, "key.pem");
  execFileSync(
    "openssl",
    `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 -keyout ${key} -out ${certificate}`.split(
      " ",
    ),
    { stdio: "ignore" },
  );
  const tls = { key: readFileSync(key), cert: readFileSync(certificate) };
  server = createServer(tls, (request, response) => {
    if (request.url === "/fog")
      response.writeHead(200, { "content-type": "text/html", etag: '"1"', "set-cookie": "a=1" }).end(PAGE);
    else if (request.url === "/old") response.writeHead(301, { location: "/fog" }).end();
    else response.writeHead(404).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  place = await folderPlace();
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await place.remove();
  rmSync(folder, { recursive: true });
});

/** The real program, which trusts our certificate only if it is told to. */
async function watch(trusting: boolean, ...words: readonly string[]) {
  const flags = ["--contact", "me@lake.example", "--once", "--delay", "0", "--backoff", "0"];
  const child = spawn(
    process.execPath,
    [packageFile("bin/khaldun"), "watch", ...words, ...flags, "--allow-address", host],
    { env: { ...process.env, ...(trusting ? { NODE_EXTRA_CA_CERTS: certificate } : {}) } },
  );
  const said = { out: "", problems: "" };
  child.stdout.on("data", (data) => {
    said.out += data;
  });
  child.stderr.on("data", (data) => {
    said.problems += data;
  });
  const [status] = await once(child, "close");
  return { status, ...said };
}

async function stored(): Promise<readonly StoredReport[]> {
  const store = await openStore(place.location);
  const reports: StoredReport[] = [];
  for await (const { key } of store.notCoded()) reports.push((await store.report(key))!);
  await store.close();
  return reports;
}

describe("khaldun watch over https", () => {
  it("a certificate that nobody vouches for is refused, with the reason", async () => {
    const { status, out, problems } = await watch(false, `https://${host}/fog`);
    expect([status, out]).toEqual([1, ""]);
    expect(problems).toMatch(/\[K137\].*self-signed certificate/);
  });

  it("into a store: the report with when, from where, headers and hash; failures with their reason", async () => {
    const { status, out } = await watch(
      true,
      `https://${host}/old`,
      `https://${host}/gone`,
      "--store",
      place.location,
    );
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ stored: 1, already: 0, failed: 1 });
    const [report, ...others] = await stored();
    expect(others).toEqual([]);
    expect(report).toMatchObject({ title: "Fog", url: `https://${host}/old` });
    expect(report!.custody).toEqual([
      {
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        from: `https://${host}/old`,
        headers: expect.objectContaining({ etag: '"1"', "content-type": "text/html" }),
        sha256: createHash("sha256").update(PAGE).digest("hex"),
        answer: {
          url: `https://${host}/fog`,
          redirects: [`https://${host}/old`],
          namedBy: "argument",
          status: 200,
          bytes: PAGE.length,
        },
      },
    ]);
    expect(report!.custody[0]!.headers).not.toHaveProperty("set-cookie");
    expect(report!.custody[0]!.at).toBe(report!.report.retrieved);
  });

  it("again: nothing is stored twice, the failure still stands once", async () => {
    const { out } = await watch(
      true,
      `https://${host}/old`,
      `https://${host}/gone`,
      "--store",
      place.location,
    );
    expect(JSON.parse(out)).toMatchObject({ stored: 0, already: 1, failed: 1 });
    const store = await openStore(place.location);
    expect(await store.failures()).toMatchObject([
      { name: `https://${host}/gone`, code: "K132", attempts: 2 },
    ]);
    expect((await store.runs()).map(({ command }) => command)).toEqual(["watch", "watch"]);
    await store.close();
  });
});
