import { join } from "node:path";
import { createAttributions, reportedAttributions } from "../../src/annotators/attributions/index.ts";
import type { AttributionMention } from "../../src/annotators/attributions/layer.ts";
import { loadReporting } from "../../src/knowledge/reporting.ts";
import { createLanguage, type Language } from "../../src/language/index.ts";
import { apply } from "../../src/text/annotator.ts";
import type { BenchOptions, BenchResult, Figure } from "../bench.ts";
import { documentOf } from "./document-of.ts";
import { type GoldText, ROLES, type Role, readPolnear } from "./read-corpus.ts";
import { addFragments, emptyTally, f1, unique } from "./score.ts";

const FLOORS = { source: 0.68, cue: 0.67, content: 0.58 } as const;
const GOALS = { source: 0.76, cue: 0.72, content: 0.67 } as const;
/**
 * Who says what, on PolNeAR dev: exact and overlapping fragments. Further words: a limit of texts, and `show` for what
 * was wrong where.
 */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const limit = Number(options.rest.find((word) => /^\d+$/.test(word)) ?? Number.POSITIVE_INFINITY);
  const language = await createLanguage();
  const details: string[] = [];
  const show = options.rest.includes("show") ? details : undefined;
  const polnear = readPolnear(join(options.data, "data", "attribution", "polnear", "dev")).slice(0, limit);
  const figures = await attributionFigures(language, polnear, show);
  await language.close();
  return { title: `attribution: ${polnear.length} texts of PolNeAR (development)`, figures, details };
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
    const found = reportedAttributions(apply(document!, annotator));
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
