import { join } from "node:path";
import { loadCountries } from "../../src/knowledge/countries.ts";
import { knownNames } from "../../src/knowledge/known-names.ts";
import { createLanguage, type Language } from "../../src/language/index.ts";
import { REPORT } from "../../src/record/report.ts";
import { createDocument, type Document, withLayer } from "../../src/text/document.ts";
import type { BenchOptions, BenchResult, Figure } from "../bench.ts";
import { type GoldDocument, readConllu } from "./conllu.ts";
import { addDocument, emptyTallies, emptyTally, f1, type Tallies } from "./score.ts";
import { addNames, addRoles, readNames, readRoles } from "./spans.ts";

/** Sentences of the UNER development file that the model was trained on. */
const NAMES_TRAINED_ON = 1600;

type Marks = Partial<Record<keyof Tallies, { readonly floor: number; readonly goal?: number }>>;
const EWT_MARKS: Marks = {
  sentences: { floor: 88, goal: 93 },
  tokens: { floor: 99 },
  upos: { floor: 95.4, goal: 96.5 },
  las: { floor: 84, goal: 89 },
};

/** Raw text through the language core; everything by equal character spans, relations without subtype. Per cent. */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const folder = join(options.data, "data", "nlp");
  const ewt = readConllu(join(folder, "ud-ewt", "en_ewt-ud-dev.conllu"));
  const gum = readConllu(join(folder, "ud-gum-open", "en_gum-open-dev.conllu"));
  const names = readNames(join(folder, "uner-ewt", "en_ewt-ud-dev.iob2"), NAMES_TRAINED_ON);
  const roles = readRoles(join(folder, "ewt-propbank", "ewt-propbank-dev.jsonl"));
  const language = await createLanguage({ known: knownNames(loadCountries()) });
  const tallies = { ewt: emptyTallies(), gum: emptyTallies(), news: emptyTallies() };
  const spans = { predicates: emptyTally(), roles: emptyTally(), atGold: emptyTally() };
  const named = emptyTally();
  for (const gold of ewt) {
    const document = await annotated(gold, language);
    addDocument(tallies.ewt, gold, document);
    addNames(named, gold, names, document);
    addRoles(spans, gold, roles, document);
  }
  for (const gold of gum) {
    const document = await annotated(gold, language);
    addDocument(tallies.gum, gold, document);
    if (gold.id.startsWith("GUM_news")) addDocument(tallies.news, gold, document);
  }
  await language.close();
  const figure = (name: string, tally: Parameters<typeof f1>[0]): Figure => ({
    name,
    value: f1(tally),
    n: tally.gold,
    digits: 2,
  });
  return {
    title: `language: ${language.version}, raw text, development sets, F1`,
    figures: [
      ...figuresOf("EWT", tallies.ewt, EWT_MARKS),
      ...figuresOf("GUM", tallies.gum, {}),
      ...figuresOf("GUM news", tallies.news, {}),
      figure("UNER-EWT names, last 401 sentences", named),
      figure("EWT-PropBank predicates", spans.predicates),
      figure("EWT-PropBank roles, end to end", spans.roles),
      figure("EWT-PropBank roles, at gold predicates", spans.atGold),
    ],
  };
}

function figuresOf(corpus: string, tallies: Tallies, marks: Marks): readonly Figure[] {
  return (Object.keys(tallies) as (keyof Tallies)[]).map((name) => ({
    name: `${corpus} ${name}`,
    value: f1(tallies[name]),
    n: tallies[name].gold,
    digits: 2,
    ...marks[name],
  }));
}

async function annotated(gold: GoldDocument, language: Language): Promise<Document> {
  const [document] = await language.annotate([documentOf(gold.id, gold.text)]);
  return document!;
}

/** A bare report whose one block is the whole text. */
export function documentOf(id: string, text: string): Document {
  return withLayer(createDocument(text), REPORT, {
    id,
    text,
    language: "en",
    published: { status: "unknown", reason: "not-stated", quotes: [] },
    blocks: [{ kind: "body", start: 0, end: text.length, text }],
  });
}
