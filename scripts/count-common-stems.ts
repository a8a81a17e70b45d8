/**
 * npx tsx scripts/count-common-stems.ts DATA: counts src/linking/data/common-stems.tsv in the reports of ECB+ train:
 * terms that stand in reports on at least a quarter of its topics, so that no topic's own words are among them.
 */
import { writeFileSync } from "node:fs";
import { readCorpus } from "../benchmarks/linking/read-corpus.ts";
import { createLanguage } from "../src/language/index.ts";
import { profileOf } from "../src/linking/index.ts";

const LEAST_SHARE_OF_TOPICS = 1 / 4;

const language = await createLanguage();
const reports = await readCorpus(process.argv[2] ?? "../shared", "train", language);
await language.close();
const topics = new Set(reports.map(({ id }) => topicOf(id)));
const counts = new Map<string, { readonly topics: Set<string>; reports: number }>();
for (const { id, document } of reports)
  for (const term of profileOf(document, undefined).terms.keys()) {
    const count = counts.get(term) ?? { topics: new Set(), reports: 0 };
    count.topics.add(topicOf(id));
    count.reports += 1;
    counts.set(term, count);
  }
const common = [...counts]
  .filter(([, count]) => count.topics.size >= LEAST_SHARE_OF_TOPICS * topics.size)
  .map(([term, count]) => [term, count.reports / reports.length] as const)
  .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
writeFileSync(
  "src/linking/data/common-stems.tsv",
  `# Stems that reports on anything have: the share of reports with each. All others are as good as absent elsewhere.\n# Made by scripts/count-common-stems.ts on ECB+ train, ${reports.length} reports on ${topics.size} topics.\nstem\tshare\n${common
    .map(([term, share]) => `${term}\t${share.toFixed(4)}`)
    .join("\n")}\n`,
);

/** "36_4ecbplus" is a report on topic 36. */
function topicOf(id: string): string {
  return id.split("_")[0]!;
}
