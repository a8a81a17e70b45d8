/**
 * npx tsx scripts/fit-evidence.ts: counts in our own corpus (training/corpus) how often the parties, the place and the time of
 * an event are right by the way in which they were found, and writes src/coder/data/cell-evidence.tsv. scripts/fit-confidence.ts then
 * draws the line from these shares to the reports that were coded by hand.
 */
import { writeFileSync } from "node:fs";
import { isPlace, isTime } from "../benchmarks/calibration/cases.ts";
import { type GoldDocument, type GoldReport, reportOf, toGold } from "../benchmarks/gold-format.ts";
import { matched, sameParties } from "../benchmarks/gold-match.ts";
import { SPOKEN } from "../src/annotators/events/speech-acts.ts";
import { createCoder } from "../src/coder/coder.ts";
import { sideWay } from "../src/coder/evidence.ts";
import { toGoldShape } from "../training/corpus/gold-shape.ts";
import { readCorpus } from "../training/corpus/read.ts";

/** Of so few cells that one report decides, the share leans to the middle. */
const PRIOR = 2;

const counts = new Map<string, { right: number; all: number }>();
const coder = await createCoder();
for (const report of readCorpus()) {
  const { document, coding } = toGoldShape(report);
  const coded = await coder.code(reportOf(document as unknown as GoldDocument));
  const found = toGold(coded).events;
  const partners = matched((coding as unknown as GoldReport).events, found);
  for (const [index, event] of coded.events.entries()) {
    const gold = partners.get(found[index]!);
    if (gold === undefined || gold.optional) continue;
    const act = SPOKEN.has(event.type) ? "words" : "deed";
    const wayOf = (field: string): string => event.because.find((one) => one.field === field)?.rule ?? "none";
    count(`actors\t${sideWay(event.actors)}\t${act}`, sameParties(gold.actor, found[index]!.actor));
    count(
      `recipients\t${sideWay(event.recipients)}\t${act}`,
      sameParties(gold.recipient, found[index]!.recipient),
    );
    count(`place\t${wayOf("place")}\t${act}`, isPlace(gold, found[index]!));
    count(`time\t${wayOf("time")}\t${act}`, isTime(gold, found[index]!));
  }
}
await coder.close();
const rows = [...counts]
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([key, { right, all }]) => [key, ((right + PRIOR / 2) / (all + PRIOR)).toFixed(3), all].join("\t"));
writeFileSync(
  "src/coder/data/cell-evidence.tsv",
  `# How often the parties, the place and the time of an event are right, by the way in which the event came by them\n# (src/coder/evidence.ts, events/circumstances/way.ts; \`passed\`: dates stand in its sentence and none was taken) and by whether it is an act of words or a deed. Counted in our own\n# corpus by scripts/fit-evidence.ts; n: cells seen.\nfield\tway\tact\tright\tn\n${rows.join("\n")}\n`,
);

function count(key: string, isRight: boolean): void {
  const known = counts.get(key) ?? { right: 0, all: 0 };
  counts.set(key, { right: known.right + Number(isRight), all: known.all + 1 });
}
