import { ACTORS, type ActorMention } from "../../src/annotators/actors/layer.ts";
import { createCoder } from "../../src/coder/coder.ts";
import { readText } from "../../src/ingest/index.ts";
import { TOKENS } from "../../src/language/index.ts";
import { read } from "../../src/text/document.ts";
import type { Span } from "../../src/text/span.ts";
import type { BenchOptions, BenchResult, Figure } from "../bench.ts";
import { scoreCoreference } from "../coreference-score.ts";
import { type GoldMention, type GumReport, readGum } from "./read-gum.ts";

/** Who can act: persons, organisations, and places where they are the subject of a clause. */
function isActor({ type, deprel }: GoldMention): boolean {
  return type === "person" || type === "organization" || (type === "place" && /^nsubj/.test(deprel));
}

/** One of our mentions and the mention of the annotation with the same head, if there is one. */
interface Paired {
  readonly found?: ActorMention & { readonly report: number };
  readonly gold?: GoldMention & { readonly report: number };
}

/**
 * Which words of a report mean the same actor, against GUM dev. From raw text: our mentions, our parse. A mention of ours
 * counts as an annotated one if its head is among the words that the annotation says are enough.
 */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const reports = readGum(options.data, options.rest[0] === "train" ? "train" : "dev");
  const coder = await createCoder();
  const pairs: Paired[] = [];
  let outside = 0;
  for (const [index, report] of reports.entries()) {
    const document = await coder.annotate(readText(report.text, {}));
    const tokens = read(document, TOKENS);
    const own = read(document, ACTORS).map((mention) => ({ mention, head: tokens[mention.head]! }));
    const paired = pair(index, report, own);
    // What is annotated as something else (an event, an object, a place that does not act) is not scored.
    outside += paired.filter(({ gold, found }) => found && gold && !isActor(gold)).length;
    pairs.push(...paired.filter(({ gold }) => gold === undefined || isActor(gold)));
  }
  await coder.close();
  const both = pairs.filter(({ found, gold }) => found !== undefined && gold !== undefined);
  const gold = pairs.filter((one) => one.gold !== undefined);
  const given = scoreCoreference(clusters(both, goldKey), clusters(both, foundKey));
  const all = scoreCoreference(severalOf(clusters(pairs, goldKey)), severalOf(clusters(pairs, foundKey)));
  const recallOf = (name: string, list: readonly Paired[]): Figure => ({
    name,
    value: list.filter(({ found }) => found !== undefined).length / Math.max(1, list.length),
    n: list.length,
  });
  return {
    title: `coreference: ${reports.length} documents of GUM dev, persons, organisations, places as subjects`,
    figures: [
      { name: "CoNLL F1, mentions that both have, singletons kept", value: given.conll, n: both.length },
      { name: "MUC", value: given.muc },
      { name: "B³", value: given.b3 },
      { name: "CEAFe", value: given.ceafE },
      { name: "CoNLL F1, all mentions, no singletons", value: all.conll, n: gold.length },
      { name: "MUC, all", value: all.muc },
      { name: "B³, all", value: all.b3 },
      { name: "CEAFe, all", value: all.ceafE },
      recallOf("mentions found", gold),
      ...["person", "organization", "place"].map((type) =>
        recallOf(
          `mentions found: ${type}`,
          gold.filter((one) => one.gold!.type === type),
        ),
      ),
      { name: "links of pronouns right", ...linksRight(both, ({ form }) => form === "pronoun") },
      { name: "links of nominals right", ...linksRight(both, ({ form }) => form === "nominal") },
      { name: "links of names right", ...linksRight(both, ({ form }) => form === "name") },
      {
        name: "our mentions on what is excluded (events, objects, other places …)",
        value: outside,
        digits: 0,
      },
    ],
    details: errors(both, reports),
  };
}

function pair(
  report: number,
  { mentions }: GumReport,
  own: readonly { readonly mention: ActorMention; readonly head: Span }[],
): readonly Paired[] {
  const taken = new Set<GoldMention>();
  const pairs: Paired[] = own.map(({ mention, head }) => {
    const same = mentions.filter(
      (gold) => !taken.has(gold) && gold.core.some(({ start, end }) => start < head.end && head.start < end),
    );
    // Of several with one head the one of the most similar extent.
    const gold = [...same].sort((a, b) => distance(a, mention) - distance(b, mention))[0];
    if (gold === undefined) return { found: { ...mention, report } };
    taken.add(gold);
    return { found: { ...mention, report }, gold: { ...gold, report } };
  });
  const missed = mentions.filter((gold) => !taken.has(gold)).map((gold) => ({ gold: { ...gold, report } }));
  return [...pairs, ...missed];
}

function distance(a: Span, b: Span): number {
  return Math.abs(a.start - b.start) + Math.abs(a.end - b.end);
}

function goldKey({ gold }: Paired): string | undefined {
  return gold && `${gold.report} ${gold.entity}`;
}

function foundKey({ found }: Paired): string | undefined {
  return found && `${found.report} ${found.entity}`;
}

/** Indices of the pairs that have one key. */
function clusters(
  pairs: readonly Paired[],
  keyOf: (pair: Paired) => string | undefined,
): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  pairs.forEach((one, index) => {
    const key = keyOf(one);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), index]);
  });
  return [...groups.values()];
}

function severalOf(all: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return all.filter(({ length }) => length > 1);
}

/** Of mentions with an antecedent in the annotation: whether the nearest one that we link to is of the same entity. */
function linksRight(
  both: readonly Paired[],
  isOfForm: (found: ActorMention) => boolean,
): { readonly value: number; readonly n: number } {
  let right = 0;
  let n = 0;
  both.forEach((one, index) => {
    const before = both.slice(0, index);
    if (!isOfForm(one.found!) || !before.some((other) => goldKey(other) === goldKey(one))) return;
    n += 1;
    const linked = before.findLast((other) => foundKey(other) === foundKey(one));
    if (linked !== undefined && goldKey(linked) === goldKey(one)) right += 1;
  });
  return { value: right / Math.max(1, n), n };
}

/** Mentions whose link is missing or wrong, for reading. */
function errors(both: readonly Paired[], reports: readonly GumReport[]): readonly string[] {
  const words = ({ found }: Paired): string =>
    reports[found!.report]!.text.slice(found!.start, found!.end).replace(/\s+/g, " ");
  return both.flatMap((one, index) => {
    const before = both.slice(0, index);
    const antecedent = before.findLast((other) => goldKey(other) === goldKey(one));
    const linked = before.findLast((other) => foundKey(other) === foundKey(one));
    if (linked === undefined ? antecedent === undefined : goldKey(linked) === goldKey(one)) return [];
    const kind = linked === undefined ? "missed" : antecedent === undefined ? "false" : "wrong";
    const shown = `${words(one)} → ${linked ? words(linked) : "nobody"}; is ${antecedent ? words(antecedent) : "new"}`;
    return [`${kind.padEnd(6)} ${one.found!.form.padEnd(8)} ${reports[one.found!.report]!.id}: ${shown}`];
  });
}
