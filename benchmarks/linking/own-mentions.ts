import { EVENTS } from "../../src/annotators/events/layer.ts";
import { createCoder } from "../../src/coder/coder.ts";
import { readText } from "../../src/ingest/index.ts";
import { eventsOf, type LinkMention, loadPairWeights, mentionReader } from "../../src/linking/index.ts";
import type { Stories } from "../../src/linking/stories.ts";
import { read } from "../../src/text/document.ts";
import type { Span } from "../../src/text/span.ts";
import type { Figure } from "../bench.ts";
import { scoreCoreference } from "../coreference-score.ts";
import type { LinkReport } from "./read-corpus.ts";

/**
 * The same on the events that our coder finds: political ones, which are some of those of the corpus. A found mention
 * is that of the corpus whose words it touches, each once; what is found besides has no partner there.
 */
export async function ownMentionFigures(
  reports: readonly LinkReport[],
  stories: Stories,
  chains: readonly (readonly number[])[],
): Promise<readonly Figure[]> {
  const coder = await createCoder({ roles: true });
  const mentions: LinkMention[] = [];
  const items: number[] = [];
  const all = chains.reduce((sum, chain) => sum + chain.length, 0);
  let known = 0;
  for (const [index, report] of reports.entries()) {
    const document = await coder.annotate(readText(report.document.text, {}));
    const spans = read(document, EVENTS).map(({ trigger }) => trigger);
    const partners = partnersOf(spans, report.mentions);
    mentions.push(...spans.map(mentionReader(document, index)));
    items.push(
      ...partners.map((partner, at) =>
        partner === undefined ? all + mentions.length - spans.length + at : known + partner,
      ),
    );
    known += report.mentions.length;
  }
  await coder.close();
  const found = eventsOf(mentions, stories, loadPairWeights()).map((members) =>
    members.map((member) => items[member]!),
  );
  const shared = new Set(items.filter((item) => item < all));
  const within = (clusters: readonly (readonly number[])[]): readonly (readonly number[])[] =>
    clusters
      .map((cluster) => cluster.filter((item) => shared.has(item)))
      .filter((cluster) => cluster.length > 0);
  return [
    {
      name: "events found by the coder: of those of the corpus",
      value: shared.size / all,
      n: all,
    },
    {
      name: "events found by the coder: CoNLL F1 where both have the mention",
      value: scoreCoreference(within(chains), within(found)).conll,
      n: shared.size,
    },
    {
      name: "events found by the coder: CoNLL F1, all mentions of both",
      value: scoreCoreference(chains, found).conll,
      n: mentions.length,
    },
  ];
}

function partnersOf(found: readonly Span[], given: readonly Span[]): readonly (number | undefined)[] {
  const taken = new Set<number>();
  return found.map(({ start, end }) => {
    const at = given.findIndex((one, index) => !taken.has(index) && one.start < end && start < one.end);
    if (at < 0) return undefined;
    taken.add(at);
    return at;
  });
}
