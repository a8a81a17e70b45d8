import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { hashSecret } from "../../src/server/access/secrets.ts";
import { accountGate, type Running, startServer } from "../../src/server/index.ts";
import { packageFile } from "../../src/text/package-files.ts";
import { type Desk, openDesk } from "./desk-store.ts";

/** https://schemathesis.io is a program in Python: the test runs where somebody has it. */
const PROGRAM = process.env.KHALDUN_TEST_SCHEMATHESIS ?? "schemathesis";
/** Requests for each address beside those that the document itself leads to. */
const EXAMPLES = process.env.KHALDUN_TEST_SCHEMATHESIS_EXAMPLES ?? "5";

const skipped =
  spawnSync(PROGRAM, ["--version"]).status === 0
    ? undefined
    : `no ${PROGRAM} here; KHALDUN_TEST_SCHEMATHESIS may name one`;

/** What starts the coder and asks servers elsewhere has tests of its own; a token that is taken back ends the run. */
const ELSEWHERE = ["/api/v1/imports", "/api/v1/feeds", "/api/v1/failures/retry", "/api/v1/tokens/{id}"];

const TOKEN = "khaldun_schemathesis";
const folder = mkdtempSync(join(tmpdir(), "khaldun-schemathesis-"));
const closing: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
  rmSync(folder, { recursive: true, force: true });
});

async function served(desk: Desk, host: string): Promise<string> {
  const running: Running = await startServer(desk.context, { host, port: 0 });
  closing.push(desk.close, running.close);
  return running.url.replace("0.0.0.0", "127.0.0.1");
}

/** What it found, in its own words; empty if nothing. */
async function findings(url: string, more: readonly string[]): Promise<string> {
  const options = [
    ["--config-file", packageFile("test/server/schemathesis.toml"), "run", `${url}api/v1/openapi.json`],
    ["--checks", "all", "--continue-on-failure", "--max-examples", EXAMPLES, "--seed", "1"],
    ["--generation-database", "none", "--no-color", "--warnings", "off", "--request-timeout", "30"],
    ELSEWHERE.flatMap((path) => ["--exclude-path", path]),
    more,
  ];
  // What it notes of its runs is not for the folder of the program.
  const program = spawn(PROGRAM, options.flat(), { cwd: folder });
  const heard: Buffer[] = [];
  for (const stream of [program.stdout, program.stderr])
    stream.on("data", (part: Buffer) => heard.push(part));
  const status = await new Promise((resolve) => program.once("close", resolve));
  return status === 0 ? "" : Buffer.concat(heard).toString();
}

describe.skipIf(skipped !== undefined)(
  `the OpenAPI document holds against schemathesis${skipped === undefined ? "" : ` (skipped: ${skipped})`}`,
  () => {
    it("on this machine, where nobody logs in", { timeout: 1_800_000 }, async () => {
      const url = await served(await openDesk(), "127.0.0.1");
      expect(await findings(url, ["--phases", "examples,coverage,fuzzing"])).toBe("");
    });

    it("on an address that others reach, with a token", { timeout: 1_800_000 }, async () => {
      const desk = await openDesk({}, accountGate);
      await desk.store.accounts.add("admin", "admin", "no password opens this");
      await desk.store.tokens.add({ hash: hashSecret(TOKEN), account: "admin", label: "", role: "admin" });
      const url = await served(desk, "0.0.0.0");
      const token = ["--header", `Authorization: Bearer ${TOKEN}`];
      // Slower than the limit of requests, which would answer everything 429.
      expect(await findings(url, [...token, "--phases", "fuzzing", "--rate-limit", "1000/m"])).toBe("");
    });
  },
);
