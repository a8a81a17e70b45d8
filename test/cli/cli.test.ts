import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codedReportSchema } from "../../src/record/coded-report.ts";
import { packageFile } from "../../src/text/package-files.ts";

const folder = mkdtempSync(join(tmpdir(), "khaldun-cli-"));

interface Outcome {
  readonly status: number | null;
  readonly out: string;
  readonly problems: string;
}

/** The real program, from source, as a process of its own. */
function khaldun(words: readonly string[], input: string | Buffer = ""): Outcome {
  const run = spawnSync(process.execPath, [packageFile("bin/khaldun"), ...words], {
    input,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
  });
  return { status: run.status, out: run.stdout, problems: run.stderr };
}

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const STRIKE =
  "Dock workers in Valparaíso went on strike on Monday, their union said. Police arrested two strikers.";

describe("khaldun code", () => {
  it("writes one record a line, with offsets in code points, and nothing else to standard output", () => {
    const { status, out, problems } = khaldun(
      ["code", "-", "--quiet", "--published", "2026-05-06"],
      `😀 ${STRIKE}`,
    );
    expect(problems).toBe("");
    expect(status).toBe(0);
    const record = codedReportSchema.parse(JSON.parse(out));
    expect(record.offsets).toBe("code-points");
    const characters = Array.from(record.report.text);
    for (const event of record.events)
      expect(characters.slice(event.trigger.start, event.trigger.end).join("")).toBe(event.trigger.text);
    expect(record.events.map((event) => event.type)).toContain("COERCE");
  });

  it.each([
    ["csv", /^event_id,report_id,.*\r?\n.*COERCE/s],
    ["plover", /^\{"id":.*"event":\["COERCE"\]/m],
    ["json", /^\[\n\{[\s\S]*\]\n$/],
    ["pretty", /COERCE\/arrest +“arrested”/],
  ])("--format %s", (format, expected) => {
    expect(khaldun(["code", "-", "--format", format, "--published", "2026-05-06"], STRIKE).out).toMatch(
      expected,
    );
  });

  it("leaves out events of less confidence than --threshold, and keeps the report", () => {
    const eventsAt = (threshold: string): number => {
      const { out } = khaldun(["code", "-", "--threshold", threshold], STRIKE);
      return codedReportSchema.parse(JSON.parse(out)).events.length;
    };
    expect(eventsAt("0")).toBeGreaterThan(0);
    expect(eventsAt("1")).toBe(0);
  });

  it("gives the same records with two threads, in the order of the input", () => {
    const lines = Array.from({ length: 6 }, (_, index) =>
      JSON.stringify({
        id: `r${index}`,
        text: `${STRIKE} ${"Ministers met in Oslo. ".repeat(index)}`,
        published: "2026-05-06",
      }),
    ).join("\n");
    const one = khaldun(["code", "-"], lines);
    const two = khaldun(["code", "-", "--jobs", "2"], lines);
    expect(two.out).toBe(one.out);
    expect(
      two.out
        .trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as { id: string }).id),
    ).toEqual(["r0", "r1", "r2", "r3", "r4", "r5"]);
  });

  it("lists bad inputs with their names, codes and cures, and codes the rest", () => {
    const bad = [
      file("empty.txt", ""),
      file("binary.bin", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3, 0, 0, 4])),
      file("front.html", "<html><body><ul><li><a href='/'>Home</a></li></ul></body></html>"),
      file(
        "arabic.txt",
        "قالت وزارة الداخلية يوم الاثنين إن الشرطة اعتقلت رجلين في العاصمة بعد احتجاجات واسعة على قانون جديد للتقاعد في البلاد.",
      ),
      join(folder, "missing.txt"),
    ];
    const { status, out, problems } = khaldun(["code", ...bad, file("good.txt", STRIKE), "--quiet"]);
    expect(status).toBe(1);
    expect(out.trim().split("\n")).toHaveLength(1);
    expect(problems.match(/\[K\d{3}\]/g)).toEqual(["[K102]", "[K103]", "[K107]", "[K201]", "[K101]"]);
    for (const name of bad) expect(problems).toContain(name);
  });

  it("names the line of a JSONL file that is no JSON, and goes on", () => {
    const lines = `${JSON.stringify({ id: "a", text: STRIKE })}\n{broken\n{"id": "b"}\n${JSON.stringify({ id: "c", text: STRIKE })}\n`;
    const { status, out, problems } = khaldun(["code", file("lines.jsonl", lines)]);
    expect(status).toBe(1);
    expect(
      out
        .trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as { id: string }).id),
    ).toEqual(["a", "c"]);
    expect(problems).toMatch(/\[K105\] line 2 of/);
    expect(problems).toMatch(/\[K106\] line 3 of/);
  });

  it.each([
    ["UTF-16", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(STRIKE, "utf16le")])],
    ["Latin-1", Buffer.from(STRIKE, "latin1")],
    ["a stray NUL", Buffer.from(STRIKE.replace(". Police", ".\0 Police"))],
  ])("reads %s", (name, bytes) => {
    const { status, out } = khaldun(["code", file(`${name}.txt`, bytes)]);
    expect(status).toBe(0);
    expect((JSON.parse(out) as { report: { text: string } }).report.text).toContain("Valparaíso");
  });

  it.each([
    [["code", "--format", "xml", "-"], /Allowed choices are pretty, json, jsonl, csv, plover/],
    [["code", "--published", "yesterday", "-"], /write dates as YYYY-MM-DD/],
    [["code", "--jobs", "0", "-"], /allowed: 1 to/],
    [["code", "--threshold", "2", "-"], /allowed: 0 to 1/],
    [["annotate", "--layers", "moods", "-"], /moods is no layer; allowed: sentences/],
    [["nonsense"], /unknown command/],
  ])("%s is wrong use: exit code 2 and what is allowed", (words, expected) => {
    const { status, problems, out } = khaldun(words, STRIKE);
    expect(status).toBe(2);
    expect(problems).toMatch(expected);
    expect(out).toBe("");
  });
});

describe("the other commands", () => {
  it("annotate writes the layers asked for", () => {
    const { out } = khaldun(
      ["annotate", "-", "--layers", "sentences,entities,pairs"],
      JSON.stringify({
        id: "x",
        text: "Germany attacked France.",
        pairs: [
          { actor: [0, 7], recipient: [17, 23] },
          { actor: [17, 23], recipient: [0, 7] },
        ],
      }),
    );
    const record = JSON.parse(out) as Record<string, unknown>;
    expect(Object.keys(record)).toEqual(["id", "offsets", "sentences", "entities", "pairs"]);
    expect(record.sentences).toEqual([[0, 24]]);
    expect(record.pairs).toMatchObject([{ type: "ASSAULT" }, { type: null }]);
  });

  it("read shows blocks, date and evidence of a page", () => {
    const report = JSON.parse(khaldun(["read", packageFile("examples/reports/border-clash.html")]).out) as {
      outlet: string;
      publishedEvidence: string;
      published: { from: string };
      blocks: { kind: string; text: string }[];
    };
    expect(report).toMatchObject({
      outlet: "Caucasus Observer",
      publishedEvidence: "json-ld",
      published: { from: "2026-05-05" },
    });
    const kindOf = (words: string): string | undefined =>
      report.blocks.find((block) => block.text.includes(words))?.kind;
    expect(kindOf("Ten quiet valleys")).toBe("teaser");
    expect(kindOf("Calls for calm")).toBe("cross-heading");
    expect(kindOf("Two Armenian soldiers")).toBe("body");
    expect(kindOf("Team wins cup")).toBeUndefined();
  });

  it("explain says why, and lists the ids it knows when asked for another", () => {
    expect(khaldun(["explain", "all", "-"], STRIKE).out).toMatch(/because|lexicon/);
    const { status, problems } = khaldun(["explain", "nothere", "-"], STRIKE);
    expect(status).toBe(2);
    expect(problems).toMatch(/\[K304\] no event nothere .*their events: [0-9a-f]{12}/);
  });

  it("doctor passes its self-test", () => {
    const { status, out } = khaldun(["doctor"]);
    expect(out).toMatch(/self-test +passed/);
    expect(status).toBe(0);
  });
});
