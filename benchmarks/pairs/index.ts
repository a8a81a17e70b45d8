import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createCoder } from "../../src/coder/coder.ts";
import { readText } from "../../src/ingest/index.ts";
import type { Span } from "../../src/text/span.ts";
import type { BenchOptions, BenchResult } from "../bench.ts";

interface Pair {
  readonly type: string;
  readonly mode: string;
  readonly text: string;
  readonly actor: Span;
  readonly recipient: Span;
}

/**
 * Event types where actor and recipient are given, on sentences of our own that are written to be hard: rare wording,
 * distractors, each verb stem at most four times a type. Far harder than news; for error analysis.
 */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const folder = join(options.data, "data/event-pairs");
  const pairs = ["hard-europe.tsv", "hard-middle-east.tsv"].flatMap((file) => readPairs(join(folder, file)));
  if (pairs.length === 0) throw new Error(`no pairs in ${folder}`);
  const coder = await createCoder();
  const details: string[] = [];
  const right = new Map<string, number>();
  const given = new Map<string, number>();
  const asked = new Map<string, number>();
  for (const pair of pairs) {
    const document = await coder.annotate(readText(pair.text, { published: "2026-05-06" }));
    const type = rootOf(coder.readPair(document, pair.actor, pair.recipient).type ?? "nothing");
    const wanted = rootOf(pair.type);
    asked.set(wanted, (asked.get(wanted) ?? 0) + 1);
    given.set(type, (given.get(type) ?? 0) + 1);
    if (type === wanted) right.set(type, (right.get(type) ?? 0) + 1);
    else details.push(`${wanted} read as ${type}: ${pair.text}`);
  }
  await coder.close();
  const total = [...right.values()].reduce((sum, count) => sum + count, 0);
  const scores = [...asked].map(
    ([type, count]) => (2 * (right.get(type) ?? 0)) / (count + (given.get(type) ?? 0)),
  );
  return {
    title: "pairs: event type with actor and recipient given, 600 hard sentences of our own",
    figures: [
      { name: "root accuracy", value: total / pairs.length, n: pairs.length },
      { name: "root macro-F1", value: scores.reduce((sum, score) => sum + score, 0) / scores.length },
      { name: "nothing read", value: (given.get("nothing") ?? 0) / pairs.length, lowerIsBetter: true },
    ],
    details: options.rest.includes("errors") ? details : [],
  };
}

/** The sets of pairs know one root for yielding of either kind. */
function rootOf(type: string): string {
  return type === "CONCEDE" || type === "RETREAT" ? "YIELD" : type;
}

function readPairs(file: string): readonly Pair[] {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  return lines.map((line) => {
    const [type = "", mode = "", marked = ""] = line.split("\t");
    let text = "";
    const at: Record<string, number> = {};
    for (const part of marked.split(/(<\/?[st]>)/)) {
      if (/^<\/?[st]>$/.test(part)) at[part] = text.length;
      else text += part;
    }
    const span = (letter: string): Span => ({ start: at[`<${letter}>`]!, end: at[`</${letter}>`]! });
    return { type, mode, text, actor: span("s"), recipient: span("t") };
  });
}
