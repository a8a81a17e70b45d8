import { join } from "node:path";
import { createCoder } from "../../src/coder/coder.ts";
import { readText } from "../../src/ingest/index.ts";
import { type MarkedPair, readMarkedPairs } from "../../training/corpus/marked.ts";
import type { BenchOptions, BenchResult, Figure } from "../bench.ts";
import { type GoldDocument, type GoldReport, readLines } from "../gold-format.ts";
import { goldPairs } from "./gold.ts";

type Asked = MarkedPair & { readonly also?: string | null };

/**
 * Event types where actor and recipient are given: on sentences of real reports (the gold's), and on sentences of our own that
 * are written to be hard: rare wording, distractors, each verb stem at most four times a type; far harder than news. The
 * network for pairs has learnt from those of Europe (training/between.py), so they are not measured.
 */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const hard = readMarkedPairs(join(options.data, "data/event-pairs/hard-middle-east.tsv"));
  const gold = join(options.data, "gold");
  const coder = await createCoder();
  const real = await goldPairs(
    readLines<GoldDocument>(join(gold, "dev-docs.jsonl")),
    readLines<GoldReport>(join(gold, "dev.jsonl")),
    coder,
  );
  if (hard.length === 0 || real.length === 0) throw new Error(`no pairs in ${options.data}`);
  const type = async ({ text, actor, recipient }: MarkedPair): Promise<string> => {
    const document = await coder.annotate(readText(text, { published: "2026-05-06" }));
    return rootOf((await coder.readPair(document, actor, recipient)).type ?? "nothing");
  };
  const sets = [
    ["gold", real],
    ["hard sentences", hard],
  ] as const;
  const figures: Figure[] = [];
  const details: string[] = [];
  for (const [name, pairs] of sets) {
    const read: (readonly [Asked, string])[] = [];
    for (const pair of pairs) read.push([pair, await type(pair)]);
    figures.push(...scored(name, read));
    details.push(
      ...read
        .filter(([pair, given]) => !isRight(pair, given))
        .map(([pair, given]) => `${pair.type} read as ${given}: ${pair.text}`),
    );
  }
  await coder.close();
  return {
    title: "pairs: event type with actor and recipient given",
    figures,
    details: options.rest.includes("errors") ? details : [],
  };
}

function scored(name: string, read: readonly (readonly [Asked, string])[]): readonly Figure[] {
  // What may be read in two ways counts as the reading that was given.
  const wanted = read.map(([pair, given]) => (isRight(pair, given) ? given : rootOf(pair.type)));
  const given = read.map(([, type]) => type);
  const count = (list: readonly string[], type: string): number => list.filter((one) => one === type).length;
  const right = wanted.filter((type, index) => type === given[index]);
  const scores = [...new Set(wanted)].map(
    (type) => (2 * count(right, type)) / (count(wanted, type) + count(given, type)),
  );
  return [
    { name: `root accuracy, ${name}`, value: right.length / read.length, n: read.length },
    { name: `root macro-F1, ${name}`, value: scores.reduce((sum, one) => sum + one, 0) / scores.length },
    { name: `nothing read, ${name}`, value: count(given, "nothing") / read.length, lowerIsBetter: true },
  ];
}

function isRight({ type, also }: Asked, given: string): boolean {
  return given === rootOf(type) || (also != null && given === rootOf(also));
}

/** The sets of pairs know one root for yielding of either kind. */
function rootOf(type: string): string {
  return type === "CONCEDE" || type === "RETREAT" ? "YIELD" : type;
}
