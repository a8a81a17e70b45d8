import { join } from "node:path";
import { createCoder } from "../../src/coder/coder.ts";
import { createLanguage, TOKENS } from "../../src/language/index.ts";
import { REPORT } from "../../src/record/report.ts";
import { type Document, read } from "../../src/text/document.ts";
import type { BenchOptions, BenchResult, Figure } from "../bench.ts";
import { readLines } from "../gold-format.ts";
import { documentOf } from "../language/index.ts";
import { loadPeers } from "./peers.ts";
import { spacyRate } from "./spacy.ts";

const ROUNDS = 3;
const MEGABYTE = 2 ** 20;

/** The language core beside npm's libraries on the same reports: words per CPU-second, alternating; start; memory. */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const reports = readLines<{ readonly id: string; readonly text: string }>(
    join(options.data, "gold", "dev-docs.jsonl"),
  );
  const documents = reports.map((report) => documentOf(report.id, report.text));
  const started = performance.now();
  // What spaCy's pipeline does, and roles; the heads for events belong to coding.
  const language = await createLanguage({ events: false });
  await language.annotate(documents.slice(0, 1));
  const start = (performance.now() - started) / 1000;
  const words = count(await language.annotate(documents));
  const memory = process.memoryUsage.rss() / MEGABYTE;

  const peers = loadPeers();
  const coder = await createCoder();
  const python = options.rest[options.rest.indexOf("--spacy") + 1];
  const spacy: number[] = [];
  const seconds = new Map<string, number>();
  const spend = (name: string, used: number): void => {
    seconds.set(name, Math.min(seconds.get(name) ?? Number.POSITIVE_INFINITY, used));
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = process.cpuUsage();
    await language.annotate(documents);
    spend("khaldun", since(before));
    const coding = process.cpuUsage();
    for (const document of documents) await coder.code(read(document, REPORT));
    spend("whole coder", since(coding));
    if (options.rest.includes("--spacy") && python !== undefined) {
      spacy.push(
        spacyRate(
          python,
          reports.map((report) => report.text),
        ),
      );
    }
    for (const peer of peers) {
      const from = process.cpuUsage();
      for (const report of reports) peer.read(report.text);
      spend(peer.name, since(from));
    }
  }
  await language.close();
  await coder.close();
  const rate = (name: string): number => words / seconds.get(name)!;
  const figures: Figure[] = [
    {
      name: "khaldun (tags, parse, names, roles), words per CPU-second",
      value: rate("khaldun"),
      floor: 7000,
      goal: 12000,
      n: words,
      digits: 0,
    },
    {
      name: "khaldun whole coder, words per CPU-second",
      value: rate("whole coder"),
      floor: 6000,
      goal: 12000,
      n: words,
      digits: 0,
    },
    ...(spacy.length === 0
      ? []
      : [
          {
            name: "spaCy en_core_web_sm (tags, parse, names), words per CPU-second",
            value: Math.max(...spacy),
            digits: 0,
          },
          { name: "khaldun / spaCy", value: rate("khaldun") / Math.max(...spacy) },
        ]),
    ...peers.map(({ name }) => ({
      name: `${name}, words per CPU-second`,
      value: rate(name),
      n: words,
      digits: 0,
    })),
    ...peers.map(({ name }) => ({ name: `khaldun / ${name}`, value: rate("khaldun") / rate(name) })),
    { name: "start to first report, s", value: start, floor: 1, lowerIsBetter: true },
    { name: "memory (resident), MB", value: memory, floor: 500, lowerIsBetter: true, digits: 0 },
  ];
  return {
    title: `speed: language core, best of ${ROUNDS} alternating rounds, development reports`,
    figures,
  };
}

function count(documents: readonly Document[]): number {
  return documents.reduce((sum, document) => sum + read(document, TOKENS).length, 0);
}

/** CPU seconds of the whole process, its native threads included. */
function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
