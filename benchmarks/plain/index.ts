import { createCoder } from "../../src/coder/coder.ts";
import { readText } from "../../src/ingest/index.ts";
import { readTable } from "../../src/text/table.ts";
import type { BenchResult, Figure } from "../bench.ts";

interface Row {
  readonly part: string;
  readonly type: string;
  readonly mode: string;
  readonly sentence: string;
  readonly found: readonly string[];
}

/** Sentences with one act or none, told plainly: is it found, and is there something where nothing is? */
export async function run(): Promise<BenchResult> {
  const coder = await createCoder();
  const rows: Row[] = [];
  for (const { cells } of readTable("benchmarks/plain/sentences.tsv")) {
    const { part, type, mode, sentence } = cells as Record<"part" | "type" | "mode" | "sentence", string>;
    const coded = await coder.code(readText(sentence, { published: "2026-05-06" }));
    const found = coded.events.map((event) => `${event.type}/${event.modes[0]?.value ?? "-"}`);
    rows.push({ part, type, mode, sentence, found });
  }
  await coder.close();
  const wrong = rows.filter((row) => row.part === "tuned" && !isRight(row));
  return {
    title: `plain: ${rows.length} sentences in our own words`,
    details: wrong.map(
      (row) => `${row.type}/${row.mode}: ${row.sentence}  ${row.found.join(", ") || "nothing"}`,
    ),
    figures: ["tuned", "held"].flatMap((part) =>
      figuresOf(
        part,
        rows.filter((row) => row.part === part),
      ),
    ),
  };
}

function figuresOf(part: string, rows: readonly Row[]): readonly Figure[] {
  const acts = rows.filter((row) => row.type !== "-");
  const none = rows.filter((row) => row.type === "-");
  const share = (list: readonly Row[], holds: (row: Row) => boolean): number =>
    list.filter(holds).length / list.length;
  return [
    { name: `${part}: type found`, value: share(acts, hasType), n: acts.length },
    { name: `${part}: type and mode found`, value: share(acts, isRight), n: acts.length },
    {
      name: `${part}: events in all`,
      value: acts.reduce((sum, row) => sum + row.found.length, 0),
      n: acts.length,
      digits: 0,
    },
    {
      name: `${part}: sentences without an act that get one`,
      value: share(none, (row) => row.found.length > 0),
      floor: 0.15,
      goal: 0.05,
      lowerIsBetter: true,
      n: none.length,
    },
  ];
}

function hasType({ type, found }: Row): boolean {
  return found.some((one) => one.startsWith(`${type}/`));
}

function isRight({ type, mode, found }: Row): boolean {
  return type === "-" ? found.length === 0 : found.includes(`${type}/${mode}`);
}
