import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createTimes } from "../../src/annotators/times/index.ts";
import { TIMES } from "../../src/annotators/times/layer.ts";
import { timexesOf } from "../../src/annotators/times/timex.ts";
import { createLanguage } from "../../src/language/index.ts";
import { REPORT } from "../../src/record/report.ts";
import { apply } from "../../src/text/annotator.ts";
import { createDocument, type Document, read, withLayer } from "../../src/text/document.ts";
import type { BenchOptions, BenchResult, Figure } from "../bench.ts";
import { chrono } from "./chrono.ts";
import { compromise } from "./compromise.ts";
import { byParagraph, type Peer } from "./peers.ts";
import { type GoldText, readMarked, readTimeml } from "./read-corpus.ts";
import { recognizersText } from "./recognizers.ts";
import { addText, emptyTally, f1, type Tally } from "./score.ts";

const PEERS: readonly (readonly [string, Peer])[] = [
  ["recognizers-text 1.3.2", recognizersText],
  ["chrono-node 2.10.3", chrono],
  ["compromise-dates 3.9.0", compromise],
];
const FLOORS = {
  WikiWars: { strict: [82, 88], relaxed: undefined, value: [76, 82], type: undefined },
  "own news": { strict: [83, 90], relaxed: [91, 94], value: [78, 84], type: [83, 90] },
} as const;

/**
 * Time expressions, ours beside three npm libraries on the same text: WikiWars training part (narrative; its TIMEX3
 * calls everything DATE, so types are not scored) and our own news sentences in TimeML (`news.txt`).
 * Further words: `ours` leaves the peers out, `errors` lists what is wrong, a number limits the texts of WikiWars.
 */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const limit = Number(options.rest.find((word) => /^\d+$/.test(word)) ?? Number.POSITIVE_INFINITY);
  const folder = join(options.data, "data", "timex", "wikiwars", "tml");
  const sets = [
    ["WikiWars", readTimeml(folder).slice(0, limit)],
    ["own news", readMarked(join(dirname(fileURLToPath(import.meta.url)), "news.txt"))],
  ] as const;
  const language = await createLanguage();
  const figures: Figure[] = [];
  const details: string[] = [];
  for (const [name, texts] of sets) {
    const documents = await language.annotate(texts.map(documentOf));
    const ours = tallyOf(texts, (_, index) =>
      timexesOf(read(apply(documents[index]!, createTimes()), TIMES)),
    );
    figures.push(...figuresOf(name, "khaldun", ours, true));
    if (options.rest.includes("errors")) details.push(...ours.errors);
    if (options.rest.includes("ours")) continue;
    for (const [peerName, peer] of PEERS)
      figures.push(
        ...figuresOf(
          name,
          peerName,
          tallyOf(texts, (text) => byParagraph(peer, text)),
          false,
        ),
      );
  }
  await language.close();
  return { title: "times: WikiWars training part, and our own news sentences", figures, details };
}

type System = (text: GoldText, index: number) => ReturnType<Peer>;

function tallyOf(texts: readonly GoldText[], system: System): Tally {
  const tally = emptyTally();
  texts.forEach((text, index) => {
    addText(tally, text.text, text.times, system(text, index), text.id);
  });
  return tally;
}

function figuresOf(
  set: keyof typeof FLOORS,
  system: string,
  tally: Tally,
  isOurs: boolean,
): readonly Figure[] {
  const measures = (["strict", "relaxed", "value", "type"] as const).filter(
    (measure) => measure !== "type" || set !== "WikiWars",
  );
  return measures.map((measure) => {
    const marks = isOurs ? FLOORS[set][measure] : undefined;
    return {
      name: `${set}, ${system}: ${measure} F1`,
      value: f1(tally[measure], tally),
      n: tally.gold,
      digits: 1,
      ...(marks === undefined ? {} : { floor: marks[0], goal: marks[1] }),
    };
  });
}

function documentOf({ id, text, published }: GoldText): Document {
  return withLayer(createDocument(text), REPORT, {
    id,
    text,
    language: "en",
    published: {
      status: "known",
      basis: "assigned",
      quotes: [],
      confidence: 1,
      from: published,
      to: published,
      precision: "day",
      approximate: false,
      anchor: "explicit",
    },
    blocks: [{ kind: "body", start: 0, end: text.length, text }],
  });
}
