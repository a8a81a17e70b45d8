import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { readHtml } from "../../src/ingest/html.ts";
import type { BlockKind, Report } from "../../src/record/report.ts";
import { readTable } from "../../src/text/table.ts";
import type { BenchOptions, BenchResult } from "../bench.ts";
import { scorePages, shinglesOf } from "./score.ts";

interface Page {
  readonly id: string;
  readonly expected: string;
  readonly report: Report | undefined;
}

/** The text of saved news pages: four-word shingles of what is labelled body against what people marked. */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const folder = join(options.data, "data", "pages");
  const truth = JSON.parse(readFileSync(join(folder, "ground-truth.json"), "utf8")) as Record<
    string,
    { readonly articleBody: string }
  >;
  const pages = readdirSync(join(folder, "html")).map((file): Page => {
    const id = file.replace(/\.html\.gz$/, "");
    const html = gunzipSync(readFileSync(join(folder, "html", file))).toString("utf8");
    return { id, expected: truth[id]!.articleBody, report: read(html) };
  });
  const body = scorePages(
    pages.map(({ expected, report }) => ({ expected, found: textOf(report, ["body", "dateline"]) })),
  );
  const headings = scorePages(
    pages.map(({ expected, report }) => ({
      expected,
      found: textOf(report, ["body", "dateline", "cross-heading"]),
    })),
  );
  const days = new Map(readTable("benchmarks/pages/days.tsv").map(({ cells }) => [cells.page!, cells.day!]));
  const dates = pages.map(({ id, report }) => ({ truth: days.get(id.slice(0, 12))!, found: dayOf(report) }));
  const dated = dates.filter(({ truth }) => truth !== NO_DAY);
  const right = dated.filter(({ truth, found }) => truth === found);
  const wrong = dates.filter(({ truth, found }) => found !== NO_DAY && truth !== found);
  return {
    title: `pages: ${pages.length} saved news pages (development half)`,
    details: options.rest.includes("--errors") ? pages.flatMap(errorsOf) : [],
    figures: [
      { name: "body F1", value: body.f1, floor: 0.96, goal: 0.97, n: pages.length },
      { name: "body precision", value: body.precision, n: pages.length },
      { name: "body recall", value: body.recall, n: pages.length },
      { name: "with cross-headings F1", value: headings.f1, n: pages.length },
      {
        name: "publication day, exact",
        value: right.length / dated.length,
        floor: 0.85,
        goal: 0.92,
        n: dated.length,
      },
      {
        name: "publication day, wrong",
        value: wrong.length / pages.length,
        floor: 0.03,
        n: pages.length,
        lowerIsBetter: true,
      },
    ],
  };
}

/** As days.tsv, where people wrote the days down: `-` is no day. */
const NO_DAY = "-";

function dayOf(report: Report | undefined): string {
  return report?.published.status === "known" ? report.published.from.slice(0, 10) : NO_DAY;
}

function read(html: string): Report | undefined {
  try {
    return readHtml(html, "page");
  } catch {
    return undefined;
  }
}

function textOf(report: Report | undefined, kinds: readonly BlockKind[]): string {
  return (report?.blocks ?? [])
    .filter((block) => kinds.includes(block.kind))
    .map((block) => block.text)
    .join("\n");
}

/** Blocks that are labelled body and are none, and others that should be. */
function errorsOf({ id, expected, report }: Page): readonly string[] {
  const wanted = shinglesOf(expected);
  const missed = new Set(wanted.keys());
  const lines: string[] = [];
  for (const block of report?.blocks ?? []) {
    const own = [...shinglesOf(block.text).keys()];
    const share = own.filter((shingle) => wanted.has(shingle)).length / own.length;
    const isBody = block.kind === "body" || block.kind === "dateline" || block.kind === "cross-heading";
    if (isBody) for (const shingle of own) missed.delete(shingle);
    if (isBody !== share > 0.5)
      lines.push(`  ${isBody ? "extra " : "missed"} ${block.kind}: ${block.text.slice(0, 110)}`);
  }
  return [`${id.slice(0, 8)} ${report?.url ?? ""} missing ${missed.size} of ${wanted.size}`, ...lines];
}
