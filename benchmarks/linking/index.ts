import { createLanguage } from "../../src/language/index.ts";
import {
  eventsOf,
  type LinkMention,
  loadPairWeights,
  mentionReader,
  profileOf,
  storiesOf,
} from "../../src/linking/index.ts";
import type { BenchOptions, BenchResult } from "../bench.ts";
import { scoreB3, scoreCoreference } from "../coreference-score.ts";
import { copyFigures } from "./copies.ts";
import { ownMentionFigures } from "./own-mentions.ts";
import { type LinkReport, readCorpus } from "./read-corpus.ts";

/** Stories and events across reports on ECB+ dev: gold mentions, no gold topics, singletons kept. */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const language = await createLanguage();
  const reports = await readCorpus(options.data, "dev", language);
  await language.close();
  const started = process.cpuUsage();
  const stories = storiesOf(reports.map(({ document }) => profileOf(document, undefined)));
  const { user, system } = process.cpuUsage(started);
  const b3 = scoreB3(groups(reports.map(({ story }) => story)), stories.stories);
  const mentions = mentionsOf(reports);
  const events = eventsOf(mentions, stories, loadPairWeights());
  const chains = groups(reports.flatMap((report) => report.mentions.map(({ chain }) => chain)));
  const score = scoreCoreference(chains, events);
  return {
    title: `linking: ${reports.length} reports of ECB+ (development), ${mentions.length} event mentions`,
    figures: [
      { name: "stories B³ F1", value: b3.f1, floor: 0.87, goal: 0.92, n: reports.length },
      { name: "stories B³ precision", value: b3.precision },
      { name: "stories B³ recall", value: b3.recall },
      {
        name: "stories, reports a CPU-second",
        value: (1e6 * reports.length) / (user + system),
        floor: 200,
        digits: 0,
      },
      { name: "events CoNLL F1", value: score.conll, floor: 0.76, goal: 0.84, n: mentions.length },
      { name: "events MUC", value: score.muc },
      { name: "events B³", value: score.b3 },
      { name: "events CEAFe", value: score.ceafE },
      ...(await ownMentionFigures(reports, stories, chains)),
      ...copyFigures(options.data),
    ],
  };
}

export function mentionsOf(reports: readonly LinkReport[]): readonly LinkMention[] {
  return reports.flatMap(({ document, mentions }, index) => mentions.map(mentionReader(document, index)));
}

/** Indices of equal labels. */
function groups(labels: readonly string[]): readonly (readonly number[])[] {
  const found = new Map<string, number[]>();
  labels.forEach((label, index) => {
    found.set(label, [...(found.get(label) ?? []), index]);
  });
  return [...found.values()];
}
