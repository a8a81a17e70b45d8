import { join } from "node:path";
import type { Span } from "../../src/text/span.ts";
import { type GoldDocument, type GoldSentence, readConllu } from "../language/conllu.ts";

/** A mention of GUM's Entity layer. */
export interface GoldMention extends Span {
  /** The entity's number in its document. */
  readonly entity: string;
  readonly type: string;
  /** How it is linked: `ana` a pronoun, `appos`, `coref`, `pred` a predicate, `sgl` mentioned once. */
  readonly link: string;
  /** The words that the annotation says are enough: the head, or a whole name. */
  readonly core: readonly Span[];
  /** Relation of the first word of the core. */
  readonly deprel: string;
}

export interface GumReport {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
}

/** GUM dev: the genres whose texts are free, as running text with their mentions. */
export function readGum(data: string, part: "dev" | "train"): readonly GumReport[] {
  const file = join(data, "data/nlp/ud-gum-open", `en_gum-open-${part}.conllu`);
  return readConllu(file).map((document) => ({
    id: document.id,
    text: document.text,
    mentions: document.sentences.flatMap((sentence) => mentionsOf(sentence, document)),
  }));
}

interface Open {
  readonly entity: string;
  readonly fields: readonly string[];
  readonly first: number;
}

/** Brackets of the layer: `(8-person-…` opens, `8)` closes, `(8-person-…)` is one word. */
function mentionsOf(sentence: GoldSentence, { words }: GoldDocument): readonly GoldMention[] {
  const found: GoldMention[] = [];
  let open: readonly Open[] = [];
  const close = (one: Open, last: number): void => {
    open = open.filter((other) => other !== one);
    found.push(mention(one, last, words));
  };
  for (let at = sentence.first; at < sentence.last; at += 1) {
    const layer = /(?:^|\|)Entity=([^|]*)/.exec(words[at]!.misc)?.[1] ?? "";
    for (const bracket of layer.match(/\([^()]*\)?|[^()]+\)/g) ?? []) {
      const fields = bracket.replace(/^\(|\)$/g, "").split("-");
      // A mention in two pieces (`8[1/2]`) is read as its first piece.
      const entity = fields[0]!.replace(/\[.*$/, "");
      if (bracket.startsWith("(")) {
        const one = { entity, fields, first: at };
        open = [...open, one];
        if (bracket.endsWith(")")) close(one, at + 1);
      } else {
        const one = open.findLast((other) => other.entity === entity);
        if (one !== undefined) close(one, at + 1);
      }
    }
  }
  return found;
}

function mention({ entity, fields, first }: Open, last: number, words: GoldDocument["words"]): GoldMention {
  const core = (fields[5] ?? "1")
    .split(",")
    .map((number) => words[first + Number(number) - 1] ?? words[first]!);
  return {
    entity,
    type: fields[1] ?? "",
    link: fields[6] ?? "",
    start: words[first]!.start,
    end: words[last - 1]!.end,
    core: core.map(({ start, end }) => ({ start, end })),
    deprel: core[0]!.deprel,
  };
}
