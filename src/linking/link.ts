import { createHash } from "node:crypto";
import { type CopyText, copiesOf } from "./copies.ts";
import { eventsOf, type PairWeights } from "./events.ts";
import type { LinkMention } from "./mention.ts";
import type { ReportProfile } from "./profile.ts";
import { storiesOf } from "./stories.ts";
import type { LinkUse } from "./uses.ts";

/** A report ready to be set beside others. `id` decides ties, so it must be the same in every run: a hash of the text. */
export interface LinkReport extends CopyText {
  readonly profile: ReportProfile;
  /** Its event mentions; `report` is set when they are linked. */
  readonly mentions: readonly LinkMention[];
}

export interface Linked {
  readonly story: string;
  /** The report that it repeats, by its place in the list that was given. */
  readonly copyOf?: { readonly index: number; readonly containment: number };
  /** One id a mention; the same id is the same happening. */
  readonly events: readonly string[];
}

/** Sets reports beside each other: one answer a report, in the order given. The ids do not depend on that order. */
export function linkReports(
  given: readonly LinkReport[],
  weights: PairWeights,
  use: LinkUse = "reading",
): readonly Linked[] {
  const order = [...given.keys()].sort((a, b) => compare(given[a]!.id, given[b]!.id) || a - b);
  const reports = order.map((index) => given[index]!);
  const copies = copiesOf(reports);
  const stories = storiesOf(reports.map(({ profile }) => profile));
  const mentions = reports.flatMap((one, report) => one.mentions.map((mention) => ({ ...mention, report })));
  const firstMention = starts(reports.map((one) => one.mentions.length));

  const storyIds = new Map(
    stories.stories.flatMap((members) => {
      const id = `s${hashOf(reports[members[0]!]!.id)}`;
      return members.map((report) => [report, id] as const);
    }),
  );
  const eventIds = new Map(
    eventsOf(mentions, stories, weights, use).flatMap((members) => {
      const { report } = mentions[members[0]!]!;
      const id = `e${hashOf(`${reports[report]!.id} ${members[0]! - firstMention[report]!}`)}`;
      return members.map((mention) => [mention, id] as const);
    }),
  );
  const linked = reports.map(({ mentions: own }, report): Linked => {
    const copy = copies[report];
    return {
      story: storyIds.get(report)!,
      ...(copy === undefined ? {} : { copyOf: { index: order[copy.of]!, containment: copy.containment } }),
      events: own.map((_, at) => eventIds.get(firstMention[report]! + at)!),
    };
  });
  const answers: Linked[] = [];
  order.forEach((index, at) => {
    answers[index] = linked[at]!;
  });
  return answers;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Where each part begins, given how long the parts are. */
function starts(lengths: readonly number[]): readonly number[] {
  let sum = 0;
  return lengths.map((length) => {
    sum += length;
    return sum - length;
  });
}

function hashOf(words: string): string {
  return createHash("sha256").update(words).digest("hex").slice(0, 12);
}
