import { join } from "node:path";
import { ACTORS } from "../../src/annotators/actors/layer.ts";
import { createAttributions } from "../../src/annotators/attributions/index.ts";
import { createFactuality } from "../../src/annotators/factuality/index.ts";
import { FACTUALITY } from "../../src/annotators/factuality/layer.ts";
import { loadModality } from "../../src/knowledge/modality.ts";
import { loadReporting } from "../../src/knowledge/reporting.ts";
import { createLanguage, type Language, TOKENS, treeOf } from "../../src/language/index.ts";
import type { FactualityValue } from "../../src/record/attribution.ts";
import { apply } from "../../src/text/annotator.ts";
import { read, withLayer } from "../../src/text/document.ts";
import { documentOf } from "../attribution/document-of.ts";
import { macroF1 } from "../attribution/score.ts";
import type { BenchOptions, BenchResult, Figure } from "../bench.ts";
import { agreement, fiveOfScore, fiveOfValue, scoreOf, threeOfScore } from "./classes.ts";
import { type JudgedSentence, readJudged } from "./read-judged.ts";

/** Development corpora, the nearest to news first; the test parts of all of them stay unseen. */
const CORPORA = [
  { name: "MEANTIME train + dev", files: ["MEANTIME/train.jsonl", "MEANTIME/dev.jsonl"] },
  { name: "UDS-IH2 dev", files: ["UDS_IH2/dev.jsonl"] },
] as const;

/** What UW is to reach; it is not ours to see, so the marks stand on the nearest corpus for orientation. */
const MARKS = { three: { floor: 0.65, goal: 0.75 }, five: { floor: 0.45, goal: 0.55 } } as const;

/**
 * How sure a happening is, its word given, in the nearest source's view: three and five classes. The word `show` lists
 * what was wrong where.
 */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const language = await createLanguage();
  const figures: Figure[] = [];
  const details: string[] = [];
  for (const { name, files } of CORPORA) {
    const sentences = files.flatMap((file) => readJudged(join(options.data, "data", "factuality", file)));
    const { answers, unmarked } = await answersFor(language, sentences);
    figures.push(...figuresOf(name, answers, unmarked));
    if (options.rest.includes("show")) details.push(...answers.map((one) => `${name}\t${line(one)}`));
  }
  await language.close();
  return {
    title:
      "factuality: MEANTIME and UDS-IH2 (development; the marks are those for UW, which is not ours to see)",
    figures,
    details,
  };
}

interface Answer {
  readonly gold: number;
  readonly value: FactualityValue;
  readonly rule: string;
  readonly word: string;
  readonly text: string;
}

async function answersFor(
  language: Language,
  sentences: readonly JudgedSentence[],
): Promise<{ readonly answers: readonly Answer[]; readonly unmarked: number }> {
  const attributions = createAttributions({ reporting: loadReporting() });
  const factuality = createFactuality({ modality: loadModality() });
  const documents = await language.annotate(sentences.map((one, at) => documentOf(String(at), one.text)));
  let unmarked = 0;
  const answers = documents.flatMap((document, at) => {
    const annotated = apply(apply(withLayer(document, ACTORS, []), attributions), factuality);
    const tree = treeOf(read(annotated, TOKENS));
    const { text, targets } = sentences[at]!;
    return targets.map(({ start, label }): Answer => {
      const token = tree.tokenAt(start);
      const found = read(annotated, FACTUALITY).get(token);
      if (found === undefined) unmarked += 1;
      // A word without a value counts as a plain statement: an answer is owed for every one.
      const { value, rule } = found ?? { value: "CT+" as const, rule: "no value" };
      return { gold: label, value, rule, word: tree.tokens[token]?.text ?? "", text };
    });
  });
  return { answers, unmarked };
}

function figuresOf(name: string, answers: readonly Answer[], unmarked: number): readonly Figure[] {
  const n = answers.length;
  const three = answers.map((one) => [threeOfScore(one.gold), threeOfScore(scoreOf(one.value))] as const);
  const five = answers.map((one) => [fiveOfScore(one.gold), fiveOfValue(one.value)] as const);
  const { error, r } = agreement(answers.map((one) => [one.gold, scoreOf(one.value)] as const));
  const isNews = name.startsWith("MEANTIME");
  return [
    { name: `${name} macro-F1, three classes`, value: macroF1(three), n, ...(isNews ? MARKS.three : {}) },
    { name: `${name} macro-F1, five classes`, value: macroF1(five), n, ...(isNews ? MARKS.five : {}) },
    { name: `${name} accuracy, three classes`, value: share(three), n },
    { name: `${name} mean absolute error`, value: error, n },
    { name: `${name} Pearson r`, value: r, n },
    { name: `${name} words without a value`, value: unmarked, n, digits: 0 },
  ];
}

function share(pairs: readonly (readonly [string, string])[]): number {
  return pairs.filter(([gold, found]) => gold === found).length / Math.max(1, pairs.length);
}

function line({ gold, value, rule, word, text }: Answer): string {
  return [threeOfScore(gold), threeOfScore(scoreOf(value)), gold.toFixed(1), value, rule, word, text].join(
    "\t",
  );
}
