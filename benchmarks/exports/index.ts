import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createCoder } from "../../src/coder/coder.ts";
import { createTally } from "../../src/formats/dataset/summary.ts";
import { type Sink, writeRows } from "../../src/formats/dataset/write.ts";
import { EXPORTS, type ExportName } from "../../src/formats/index.ts";
import { openParquet } from "../../src/formats/parquet.ts";
import { redact } from "../../src/formats/profile.ts";
import { type ExportRow, rowsOf } from "../../src/formats/row.ts";
import { readReports } from "../../src/ingest/index.ts";
import type { CodedReport } from "../../src/record/coded-report.ts";
import { KhaldunError } from "../../src/text/errors.ts";
import { packageFile } from "../../src/text/package-files.ts";
import type { BenchOptions, BenchResult, Figure } from "../bench.ts";
import { reportsLike } from "./generate.ts";

const MEGABYTE = 2 ** 20;
const WHOLE = 1_000_000;
const PART = 10_000;
/** The two largest files in full, the others on a part: how fast each is. */
const IN_FULL: readonly ExportName[] = ["csv", "parquet"];
const IN_PART: readonly ExportName[] = [
  "acled",
  "ucdp",
  "gdelt",
  "polecat",
  "geojson",
  "plover",
  "w3c",
  "ftm",
];

/**
 * The bundled examples, repeated to a million events: events a second and memory, every event redacted for the public.
 * What is alive after a fifth and at the end says whether an export grows; the peak also holds what nobody has collected.
 * `--events N` for fewer, `--formats csv,ucdp` for some.
 */
export async function run({ rest }: BenchOptions): Promise<BenchResult> {
  const whole = rest.includes("--events") ? Number(rest[rest.indexOf("--events") + 1]) : WHOLE;
  const patterns = await codedExamples();
  const folder = mkdtempSync(join(tmpdir(), "khaldun-exports-"));
  try {
    const figures: Figure[] = [];
    const wanted = rest[rest.indexOf("--formats") + 1]?.split(",");
    const chosen = (list: readonly ExportName[]): readonly ExportName[] =>
      rest.includes("--formats") ? list.filter((name) => wanted?.includes(name)) : list;
    for (const format of chosen(IN_FULL)) figures.push(...(await measured(format, patterns, whole, folder)));
    for (const format of chosen(IN_PART)) {
      const [speed] = await measured(format, patterns, Math.min(PART, whole), folder);
      figures.push(speed!);
    }
    return { title: `exports: the bundled examples repeated to ${whole} events, public profile`, figures };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function codedExamples(): Promise<readonly CodedReport[]> {
  const coder = await createCoder();
  const coded: CodedReport[] = [];
  for await (const result of readReports([packageFile("examples/reports")], {})) {
    if ("error" in result) throw result.error;
    if (!("report" in result)) continue;
    const one = await coder.code(result.report);
    if (one instanceof KhaldunError) throw one;
    if (one.events.length > 0) coded.push(one);
  }
  await coder.close();
  return coded;
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Bytes that are reachable: in the heap and outside it. */
function alive(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function measured(
  format: ExportName,
  patterns: readonly CodedReport[],
  events: number,
  folder: string,
): Promise<readonly Figure[]> {
  const path = join(folder, format);
  let peak = 0;
  let early: number | undefined;
  async function* rows(): AsyncIterable<ExportRow> {
    let count = 0;
    let made = 0;
    for await (const coded of reportsLike(patterns, events)) {
      count += 1;
      made += coded.events.length;
      if (count % 1000 === 0) peak = Math.max(peak, process.memoryUsage.rss());
      if (early === undefined && made >= events / 5) early = alive();
      yield* rowsOf(redact(coded, "public").coded);
    }
  }
  const { sink, end } = format === "parquet" ? await parquet(path) : text(path);
  const tally = createTally();
  const from = process.cpuUsage();
  await writeRows(rows(), EXPORTS[format], sink, tally);
  const late = alive();
  await end();
  const { user, system } = process.cpuUsage(from);
  const size = statSync(path).size / MEGABYTE;
  rmSync(path);
  const { rows: seen, records } = tally.summary();
  if (seen !== events) throw new Error(`${format}: ${seen} of ${events} events`);
  return [
    { name: `${format}, events per CPU-second`, value: seen / ((user + system) / 1e6), n: seen, digits: 0 },
    {
      name: `${format}, alive after a fifth (MB)`,
      value: (early ?? late) / MEGABYTE,
      lowerIsBetter: true,
      digits: 0,
    },
    { name: `${format}, alive at the end (MB)`, value: late / MEGABYTE, lowerIsBetter: true, digits: 0 },
    { name: `${format}, peak of the process (MB)`, value: peak / MEGABYTE, lowerIsBetter: true, digits: 0 },
    { name: `${format}, records`, value: records, digits: 0 },
    { name: `${format}, size (MB)`, value: size, digits: 0 },
  ];
}

function text(path: string): { sink: Sink; end: () => Promise<void> } {
  const stream = createWriteStream(path);
  return {
    sink: {
      text: async (more) => {
        if (!stream.write(more)) await once(stream, "drain");
      },
    },
    end: async () => {
      stream.end();
      await once(stream, "finish");
    },
  };
}

async function parquet(path: string): Promise<{ sink: Sink; end: () => Promise<void> }> {
  const file = await openParquet(path);
  return { sink: { text: async () => undefined, cells: file.add }, end: async () => file.close() };
}
