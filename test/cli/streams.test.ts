import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { packageFile } from "../../src/text/package-files.ts";

const folder = mkdtempSync(join(tmpdir(), "khaldun-streams-"));
afterAll(() => rmSync(folder, { recursive: true }));

const MAIN = [packageFile("bin/khaldun")];
const TEXT =
  "Dock workers in Valparaíso went on strike on Monday, their union said. Police arrested two strikers.";

/** `khaldun read` needs no model, so the stream itself is what takes the time. */
function read(words: readonly string[], input: string | Buffer = "") {
  const run = spawnSync(process.execPath, [...MAIN, "read", ...words], { input, maxBuffer: 1 << 28 });
  const lines = run.stdout
    .toString()
    .trim()
    .split("\n")
    .filter((line) => line !== "");
  return {
    status: run.status,
    problems: run.stderr.toString(),
    reports: lines.map((line) => JSON.parse(line)),
  };
}

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe("standard input", () => {
  const html = `<!-- saved --><!doctype html><html><body><article><p>${TEXT}</p><p>${TEXT}</p></article></body></html>`;
  const json = JSON.stringify({ id: 7, text: TEXT });

  it.each([
    ["text", [], TEXT, undefined],
    ["a page", [], html, undefined],
    ["JSONL", [], json, "7"],
    ["JSONL after empty lines", [], `\ufeff\n\n${json}`, "7"],
    ["JSONL that is said to be", ["--input", "jsonl"], json, "7"],
    ["JSONL in Latin-1", [], Buffer.from(json, "latin1"), "7"],
    ["JSONL in UTF-16", ["--input", "jsonl"], Buffer.from(`\ufeff${json}\n`, "utf16le"), "7"],
  ])("%s", (_, words, input, id) => {
    const { status, reports } = read(["-", ...words], input);
    expect(status).toBe(0);
    expect(reports).toHaveLength(1);
    expect(reports[0].text).toContain("Valparaíso");
    expect(reports[0].externalId).toBe(id ?? "standard input");
  });

  it("text that begins with a brace is text if the user says so", () => {
    expect(read(["-", "--input", "text"], `{"${TEXT}`).reports[0].text).toBe(`{"${TEXT}`);
  });

  it.each(["", "\n \n"])("nothing (%j) is K102", (input) => {
    const { status, problems } = read(["-"], input);
    expect(status).toBe(1);
    expect(problems).toContain("[K102] standard input is empty");
  });
});

describe("large and odd inputs", () => {
  it("a line over the report limit is K108 with its number; the rest goes on", () => {
    const long = JSON.stringify({ text: "word ".repeat(1_000_000) });
    const { status, problems, reports } = read([
      file(
        "long.jsonl",
        `${JSON.stringify({ id: "a", text: TEXT })}\n${long}\n${JSON.stringify({ id: "c", text: TEXT })}`,
      ),
    ]);
    expect(status).toBe(1);
    expect(problems).toContain(
      "long.jsonl:2 is too long: 5000000 characters, the limit is 4000000 characters",
    );
    expect(reports.map((report) => report.externalId)).toEqual(["a", "c"]);
  });

  it("1 MB and lone surrogates are read as they are", () => {
    const text = `${TEXT} \ud800 and \udc00. ${`${TEXT}\n`.repeat(10_000)}`;
    const { status, reports } = read(["-"], JSON.stringify({ text }));
    expect(status).toBe(0);
    expect(reports[0].text === text).toBe(true);
  });

  it("2,000 reports come out in order", () => {
    const lines = Array.from({ length: 2000 }, (_, index) => JSON.stringify({ id: `r${index}`, text: TEXT }));
    const { reports } = read(["-", "--quiet"], lines.join("\n"));
    expect(reports.map((report) => report.externalId)).toEqual(lines.map((_, index) => `r${index}`));
  });

  it("a file that is not there is named", () => {
    expect(read([join(folder, "nowhere.txt")]).problems).toMatch(/\[K101\] cannot read .*ENOENT/);
  });
});

describe("endings", () => {
  it("a reader that stops early is no failure", async () => {
    const run = spawn(process.execPath, [...MAIN, "read", "-", "--quiet"]);
    run.stdin.on("error", () => undefined);
    run.stdin.end(`${JSON.stringify({ text: TEXT })}\n`.repeat(50_000));
    let problems = "";
    run.stderr.on("data", (chunk) => {
      problems += chunk;
    });
    run.stdout.once("data", () => run.stdout.destroy());
    const [status] = await once(run, "close");
    expect(problems).toBe("");
    expect(status).toBe(0);
  });

  it("Ctrl-C ends a run that waits for input, and leaves whole lines", async () => {
    const run = spawn(process.execPath, [...MAIN, "read", "-", "--quiet"]);
    let out = "";
    run.stdout.once("data", () => run.kill("SIGINT"));
    run.stdout.on("data", (chunk) => {
      out += chunk;
    });
    run.stdin.write(`${JSON.stringify({ text: TEXT })}\n`.repeat(20));
    const [status] = await once(run, "close");
    expect(status).toBe(130);
    expect(out.endsWith("\n")).toBe(true);
    for (const line of out.trim().split("\n")) expect(() => JSON.parse(line)).not.toThrow();
  });
});
