import { join } from "node:path";
import { type Coder, createCoder } from "../../src/coder/coder.ts";
import { toGoldShape } from "../../training/corpus/gold-shape.ts";
import { readCorpus } from "../../training/corpus/read.ts";
import type { BenchOptions, BenchResult, Figure } from "../bench.ts";
import {
  type GoldDocument,
  type GoldEvent,
  type GoldReport,
  readLines,
  reportOf,
  toGold,
} from "../gold-format.ts";
import { type Matches, matchEvents } from "../gold-match.ts";
import { CONSTRUCTIONS } from "./constructions.ts";

/** One report with both codings compared, and the region that the corpus gives it. */
interface Compared extends Matches {
  readonly region: string;
}

/** Of the corpus every tenth report is coded: enough to see where it goes wrong, and half a minute. */
const STEP = 10;

/**
 * What is found and what is not, by type, construction and region: on the real reports coded by hand, and on reports of
 * our own corpus, which has regions and constructions in numbers but was learnt from and looked at.
 */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const folder = join(options.data, "gold");
  const coded = new Map(readLines<GoldReport>(join(folder, "dev.jsonl")).map((one) => [one.id, one.events]));
  const coder = await createCoder();
  const real = await compared(coder, readLines<GoldDocument>(join(folder, "dev-docs.jsonl")), (id) =>
    coded.get(id),
  );
  const shapes = readCorpus("reports")
    .filter((_, index) => index % STEP === 0)
    .map(toGoldShape);
  const codings = new Map(shapes.map(({ coding }) => [coding.id, coding.events as readonly GoldEvent[]]));
  const own = await compared(
    coder,
    shapes.map(({ document }) => document as unknown as GoldDocument & { region?: string }),
    (id) => codings.get(id),
  );
  await coder.close();
  return {
    title: `accuracy: ${real.length} real reports and ${own.length} of our own, by type, construction and region`,
    figures: [
      ...byType("real", real),
      ...byConstruction("real", real),
      ...byType("own", own),
      ...byConstruction("own", own),
      ...byRegion(own),
    ],
  };
}

async function compared(
  coder: Coder,
  documents: readonly (GoldDocument & { readonly region?: string })[],
  codingOf: (id: string) => readonly GoldEvent[] | undefined,
): Promise<readonly Compared[]> {
  const rows: Compared[] = [];
  for (const document of documents) {
    const found = toGold(await coder.code(reportOf(document))).events;
    rows.push({ ...matchEvents(codingOf(document.id) ?? [], found), region: document.region ?? "" });
  }
  return rows;
}

function byType(set: string, reports: readonly Compared[]): readonly Figure[] {
  const required = requiredOf(reports);
  const extra = reports.flatMap((report) => report.extra);
  const types = [...new Set(required.map(({ gold }) => gold.type))].sort();
  return types.flatMap((type) => {
    const wanted = required.filter(({ gold }) => gold.type === type);
    const hits = wanted.filter(({ found }) => found !== undefined).length;
    const given = hits + extra.filter((one) => one.type === type).length;
    return figures(`${set} type ${type}`, hits, wanted.length, given);
  });
}

function byRegion(reports: readonly Compared[]): readonly Figure[] {
  const regions = [...new Set(reports.map(({ region }) => region))].sort();
  return regions.flatMap((region) => {
    const here = reports.filter((report) => report.region === region);
    const required = requiredOf(here);
    const hits = required.filter(({ found }) => found !== undefined).length;
    const given = hits + here.reduce((sum, { extra }) => sum + extra.length, 0);
    return required.length === 0 ? [] : figures(`own region ${region}`, hits, required.length, given);
  });
}

function figures(name: string, hits: number, wanted: number, given: number): readonly Figure[] {
  const precision = given === 0 ? 0 : hits / given;
  return [
    { name: `${name} recall`, value: hits / wanted, n: wanted },
    { name: `${name} precision`, value: precision, n: given },
  ];
}

function byConstruction(set: string, reports: readonly Compared[]): readonly Figure[] {
  const required = requiredOf(reports);
  return CONSTRUCTIONS.flatMap(({ name, holds }) => {
    const wanted = required.filter(({ gold }) => holds(gold));
    if (wanted.length === 0) return [];
    const hits = wanted.filter(({ found }) => found !== undefined);
    return [
      { name: `${set} construction ${name} recall`, value: hits.length / wanted.length, n: wanted.length },
    ];
  });
}

function requiredOf(reports: readonly Compared[]): Matches["matches"] {
  return reports.flatMap(({ matches }) => matches.filter(({ gold }) => !gold.optional));
}
