import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCoder } from "../../src/coder/coder.ts";
import type { BenchOptions, BenchResult, Figure } from "../bench.ts";
import { type GoldDocument, type GoldReport, readLines, reportOf, toGold } from "../gold-format.ts";
import { quantityFigure } from "./quantities.ts";

/** The development reports coded by hand, through the hand coders' own scorer (needs python3). */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const folder = join(options.data, "gold");
  const documents = readLines<GoldDocument>(join(folder, "dev-docs.jsonl"));
  const coder = await createCoder();
  const found: GoldReport[] = [];
  for (const document of documents) found.push(toGold(await coder.code(reportOf(document))));
  await coder.close();
  const output = options.rest[0] ?? join(mkdtempSync(join(tmpdir(), "khaldun-")), "system.jsonl");
  writeFileSync(output, `${found.map((report) => JSON.stringify(report)).join("\n")}\n`);
  const scored = spawnSync("python3", [join(folder, "score.py"), join(folder, "dev.jsonl"), output], {
    encoding: "utf8",
  });
  if (scored.status !== 0) throw new Error(`score.py failed: ${scored.stderr}`);
  return {
    title: `gold: ${documents.length} development reports`,
    figures: [
      ...figuresOf(scored.stdout),
      quantityFigure(readLines<GoldReport>(join(folder, "dev.jsonl")), found),
    ],
    details: scored.stdout.split("\n").filter((line) => line.startsWith("  ") || line.startsWith("tp")),
  };
}

/** name in score.py, floor of issue 3 or evaluation.md, goal. */
const MARKS: readonly (readonly [string, number | undefined, number | undefined])[] = [
  ["event", 0.4, 0.8],
  ["actor", 0.65, 0.85],
  ["recipient", 0.6, 0.85],
  ["source", 0.6, 0.8],
  ["actor.country", undefined, undefined],
  ["actor.sector", undefined, undefined],
  ["recipient.country", undefined, undefined],
  ["date", 0.6, 0.8],
  ["place", 0.65, 0.85],
  ["fact", 0.75, 0.9],
  ["phase", undefined, undefined],
  ["sourced", undefined, undefined],
];

function figuresOf(output: string): readonly Figure[] {
  return MARKS.map(([name, floor, goal]) => {
    const line = output.split("\n").find((one) => one.startsWith(`${name} `)) ?? "";
    const found = /(?:F1|acc) ([\d.]+)(?:\s+n=(\d+))?/.exec(line);
    if (found === null) throw new Error(`score.py printed no ${name}`);
    return {
      name: line.includes("F1") ? `${name} F1` : `${name} accuracy`,
      value: Number(found[1]),
      ...(found[2] === undefined ? {} : { n: Number(found[2]) }),
      ...(floor === undefined ? {} : { floor }),
      ...(goal === undefined ? {} : { goal }),
    };
  });
}
