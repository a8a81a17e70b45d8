import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { exportCommand } from "../../src/cli/export.ts";
import { packageFile } from "../../src/text/package-files.ts";
import { figure, party, reportWith } from "../helpers/events.ts";

const folder = mkdtempSync(join(tmpdir(), "khaldun-export-"));
afterAll(() => rmSync(folder, { recursive: true }));

function khaldun(...words: readonly string[]) {
  const run = spawnSync(process.execPath, [packageFile("bin/khaldun"), "export", ...words], {
    encoding: "utf8",
  });
  return { status: run.status, out: run.stdout, problems: run.stderr };
}

function file(name: string, lines: readonly unknown[]): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    lines.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`).join(""),
  );
  return path;
}

const parties = { actors: [party("Gunmen", "COD", "UAF")], recipients: [party("traders", "COD", "CVL")] };
const wire = { ...reportWith({ ...parties, quantities: [figure("dead", 3)] }, { outlet: "Wire" }), id: "a" };
const mail = { ...reportWith({ ...parties, id: "1a1b2c3d4e5f", quantities: [figure("dead", 8)] }), id: "b" };
const coded = file("coded.jsonl", [wire, "no JSON", mail]);
const { start, end } = wire.events[0]!.trigger;
const links = file(
  "links.jsonl",
  ["a", "b"].map((id) => ({ id, story: "s", mentions: [{ id: "m1", start, end, event: "e00" }] })),
);

describe("khaldun export", () => {
  it("writes a folder with its description; a bad line is listed and the rest goes on", () => {
    const out = join(folder, "acled");
    const { status, problems } = khaldun(coded, "--format", "acled", "--out", out);
    expect(status).toBe(1);
    expect(problems).toContain("[K120] line 2 of");
    expect(readdirSync(out)).toEqual(["CODEBOOK.md", "README.md", "datapackage.json", "events.csv"]);
    const data = readFileSync(join(out, "events.csv"));
    const { resources, khaldun: ours } = JSON.parse(readFileSync(join(out, "datapackage.json"), "utf8"));
    expect(resources[0]).toMatchObject({
      bytes: data.length,
      hash: `sha256:${createHash("sha256").update(data).digest("hex")}`,
    });
    expect(ours.records).toBe(data.toString().trimEnd().split("\n").length - 1);
    expect(khaldun(coded, "--format", "acled", "--count", "--quiet").out).toBe(`${ours.records}\n`);
  });

  it.each(["csv", "w3c", "parquet"])(
    "a later record that is malformed is named, with the field, and the rest goes on: %s",
    (format) => {
      const without = (field: string) => ({
        ...wire,
        id: `no-${field}`,
        events: [Object.fromEntries(Object.entries(wire.events[0]!).filter(([name]) => name !== field))],
      });
      const broken = file("broken.jsonl", [wire, without("place"), without("confidence"), mail]);
      const out = join(folder, `broken.${format}`);
      const { status, problems } = khaldun(broken, "--format", format, "--out", out);
      expect(status).toBe(1);
      expect(problems).toMatch(/\[K515\] the coded report no-confidence .*: (?:events\.0\.)?confidence: /);
      const { khaldun: ours } = JSON.parse(readFileSync(`${out}.datapackage.json`, "utf8"));
      const whole = join(folder, `whole.${format}`);
      khaldun(file("whole.jsonl", [wire, mail]), "--format", format, "--out", whole, "--quiet");
      const { khaldun: wanted } = JSON.parse(readFileSync(`${whole}.datapackage.json`, "utf8"));
      expect(ours.records).toBeGreaterThanOrEqual(wanted.records);
      expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
    },
  );

  it("linked reports are one row, by the rule that is named", () => {
    const { out } = khaldun(coded, "--links", links, "--rule", "source:wire", "--format", "jsonl", "--quiet");
    const happening = JSON.parse(out);
    expect(happening).toMatchObject({ id: "e00", rule: "source", reports: 2, origins: 2 });
    expect(happening.fields.find((one: { field: string }) => one.field === "dead")).toMatchObject({
      value: "3",
      range: { min: 3, max: 8 },
      others: [{ value: "8", relation: "disagrees" }],
    });
  });

  it.each([
    [["--rule", "loudest"], "K301"],
    [["--rule", "source"], "K301"],
    [["--format", "parquet"], "K311"],
    [["--out", "/dev/null/x.csv"], "K312"],
    [["--links", coded], "K121"],
    [["--happenings"], "K523"],
    [["--store", coded], "K50"],
    [["--queue"], "K516"],
  ])("%j is refused with %s", async (words, code) => {
    const run = exportCommand().parseAsync([coded, "--quiet", ...words], { from: "user" });
    await expect(run).rejects.toMatchObject({ code: expect.stringContaining(code) });
  });
});
