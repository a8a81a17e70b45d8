import { join } from "node:path";
import { ACTORS } from "../../src/annotators/actors/layer.ts";
import { createAttributions } from "../../src/annotators/attributions/index.ts";
import { ATTRIBUTIONS, type AttributionMention } from "../../src/annotators/attributions/layer.ts";
import { createFactuality } from "../../src/annotators/factuality/index.ts";
import { FACTUALITY } from "../../src/annotators/factuality/layer.ts";
import { loadModality } from "../../src/knowledge/modality.ts";
import { loadReporting } from "../../src/knowledge/reporting.ts";
import { createLanguage, type Language, TOKENS, treeOf } from "../../src/language/index.ts";
import type { FactualityValue } from "../../src/record/attribution.ts";
import { REPORT } from "../../src/record/report.ts";
import { apply } from "../../src/text/annotator.ts";
import { createDocument, type Document, read, withLayer } from "../../src/text/document.ts";
import type { BenchOptions, BenchResult, Figure } from "../bench.ts";
import { type GoldText, ROLES, type Role, readJudged, readPolnear } from "./read-corpus.ts";
import { addFragments, emptyTally, f1, macroF1, unique } from "./score.ts";

const FLOORS = { source: 0.68, cue: 0.67, content: 0.58 } as const;
const GOALS = { source: 0.76, cue: 0.72, content: 0.67 } as const;
const JUDGED = [
  { name: "UDS-IH2", file: "UDS_IH2/dev.jsonl" },
  { name: "MEANTIME", file: "MEANTIME/dev.jsonl" },
] as const;
/** The corpora are of many short texts; more than this a corpus says nothing new and takes minutes. */
const MOST_SENTENCES = 600;

/**
 * Who says what, on PolNeAR dev (exact and overlapping fragments), and how sure a happening is, on UDS-IH2 and
 * MEANTIME dev (three classes, event words given, in the nearest source's view). `--` words: a limit of texts, and
 * `show` for what was wrong where.
 */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const limit = Number(options.rest.find((word) => /^\d+$/.test(word)) ?? Number.POSITIVE_INFINITY);
  const language = await createLanguage();
  const details: string[] = [];
  const show = options.rest.includes("show") ? details : undefined;
  const polnear = readPolnear(join(options.data, "data", "attribution", "polnear", "dev")).slice(0, limit);
  const figures = [...(await attributionFigures(language, polnear, show))];
  for (const { name, file } of JUDGED) {
    const sentences = readJudged(join(options.data, "data", "factuality", file));
    figures.push(
      ...(await factualityFigures(language, name, sentences.slice(0, Math.min(limit, MOST_SENTENCES)), show)),
    );
  }
  await language.close();
  return { title: "attribution: PolNeAR, UDS-IH2 and MEANTIME (development)", figures, details };
}

async function attributionFigures(
  language: Language,
  texts: readonly GoldText[],
  show: string[] | undefined,
): Promise<readonly Figure[]> {
  const annotator = createAttributions({ reporting: loadReporting() });
  const tallies = { source: emptyTally(), cue: emptyTally(), content: emptyTally() };
  for (const text of texts) {
    const [document] = await language.annotate([documentOf(text.id, text.text)]);
    const found = read(apply(document!, annotator), ATTRIBUTIONS);
    for (const role of ROLES) {
      const given = found.flatMap((one) => one[role]);
      addFragments(tallies[role], text.fragments[role], given);
      if (show !== undefined) show.push(...differences(text, role, given, found));
    }
  }
  return ROLES.flatMap((role) => [
    {
      name: `PolNeAR ${role} exact F1`,
      value: f1(tallies[role].exact, tallies[role]),
      floor: FLOORS[role],
      goal: GOALS[role],
      n: tallies[role].gold,
    },
    {
      name: `PolNeAR ${role} precision`,
      value: tallies[role].exact / Math.max(1, tallies[role].found),
      n: tallies[role].found,
    },
    { name: `PolNeAR ${role} overlap F1`, value: f1(tallies[role].overlapping, tallies[role]) },
  ]);
}

function differences(
  text: GoldText,
  role: Role,
  given: readonly { start: number; end: number }[],
  found: readonly AttributionMention[],
): readonly string[] {
  const key = (span: { start: number; end: number }): string => `${span.start}-${span.end}`;
  const gold = unique(text.fragments[role]);
  const wanted = new Set(gold.map(key));
  const had = new Set(given.map(key));
  const around = (span: { start: number; end: number }): string =>
    `${text.text.slice(Math.max(0, span.start - 50), span.start)}[${text.text.slice(span.start, span.end)}]${text.text.slice(span.end, span.end + 40)}`.replace(
      /\s+/g,
      " ",
    );
  const ruleOf = (span: { start: number; end: number }): string =>
    found.find((one) => one[role].some((piece) => key(piece) === key(span)))?.rule ?? "";
  return [
    ...gold.filter((span) => !had.has(key(span))).map((span) => `${role} missed\t${around(span)}`),
    ...unique(given)
      .filter((span) => !wanted.has(key(span)))
      .map((span) => `${role} extra\t${ruleOf(span)}\t${around(span)}`),
  ];
}

async function factualityFigures(
  language: Language,
  name: string,
  sentences: ReturnType<typeof readJudged>,
  show: string[] | undefined,
): Promise<readonly Figure[]> {
  const attributions = createAttributions({ reporting: loadReporting() });
  const factuality = createFactuality({ modality: loadModality() });
  const documents = await language.annotate(
    sentences.map((one, index) => documentOf(String(index), one.text)),
  );
  const pairs: (readonly [string, string])[] = [];
  let unmarked = 0;
  documents.forEach((document, index) => {
    const annotated = apply(apply(withLayer(document, ACTORS, []), attributions), factuality);
    const tree = treeOf(read(annotated, TOKENS));
    for (const target of sentences[index]!.targets) {
      const entry = read(annotated, FACTUALITY).get(tree.tokenAt(target.start));
      if (entry === undefined) {
        unmarked += 1;
        continue;
      }
      const pair = [classOf(target.label), classOfValue(entry.value)] as const;
      pairs.push(pair);
      if (show !== undefined && pair[0] !== pair[1])
        show.push(
          `${name}\t${pair.join(" not ")}\t${entry.rule}\t${tree.tokens[entry.token]!.text}\t${sentences[index]!.text}`,
        );
    }
  });
  return [
    { name: `${name} three-class macro-F1`, value: macroF1(pairs), n: pairs.length },
    {
      name: `${name} accuracy`,
      value: pairs.filter(([gold, found]) => gold === found).length / Math.max(1, pairs.length),
    },
    { name: `${name} words without a value`, value: unmarked, digits: 0 },
  ];
}

function classOf(score: number): string {
  return score >= 1 ? "asserted" : score <= -1 ? "denied" : "uncertain";
}

function classOfValue(value: FactualityValue): string {
  return value === "CT+" ? "asserted" : value === "CT-" ? "denied" : "uncertain";
}

function documentOf(id: string, text: string): Document {
  return withLayer(createDocument(text), REPORT, {
    id,
    text,
    language: "en",
    published: { status: "unknown", reason: "not-stated", quotes: [] },
    blocks: [{ kind: "body", start: 0, end: text.length, text }],
  });
}
