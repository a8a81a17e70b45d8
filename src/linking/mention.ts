import { ENTITIES, PREDICATES, SENTENCE_VECTORS, SENTENCES, TOKENS } from "../language/layers.ts";
import { treeOf } from "../language/tree.ts";
import { type Document, read } from "../text/document.ts";
import type { Span } from "../text/span.ts";
import type { ToldAct } from "./acts.ts";
import { stemOf } from "./stem.ts";

/** A mention of an event as linking sees it; words are lemmas in lower case. */
export interface LinkMention {
  /** Index of its report. */
  readonly report: number;
  readonly lemma: string;
  readonly stem: string;
  readonly isVerb: boolean;
  readonly sentence: number;
  /** All words of the mention. */
  readonly words: ReadonlySet<string>;
  /** Content words of the rest of its sentence, and the names and figures among them. */
  readonly context: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
  /** Words of who did it, of to whom or what, of where, of when. */
  readonly agent: ReadonlySet<string>;
  readonly patient: ReadonlySet<string>;
  readonly where: ReadonlySet<string>;
  readonly when: ReadonlySet<string>;
  /** Parties whose saying it is, of an act that is nothing but saying something; absent where that is not known. */
  readonly speakers?: readonly string[];
  /** What the coder knows of the act; absent if it is none that was coded. */
  readonly act?: ToldAct;
  /** Words that hang on the head of the mention. */
  readonly dependents: ReadonlySet<string>;
  /** The word that it hangs on; empty if none. */
  readonly governor: string;
  /** Vector of its sentence, unit length. */
  readonly vector: Float32Array;
}

const CONTENT = new Set(["NOUN", "PROPN", "VERB", "ADJ", "NUM"]);
const NOMINAL = new Set(["NOUN", "PROPN", "NUM"]);

/** Reads mentions of one document; offsets in UTF-16 units. A span without a word belongs to the word after it. */
export function mentionReader(document: Document, report: number): (span: Span) => LinkMention {
  const tokens = read(document, TOKENS);
  const tree = treeOf(tokens);
  const sentences = read(document, SENTENCES);
  const predicates = new Map(read(document, PREDICATES).map((one) => [one.token, one.arguments]));
  const vectors = read(document, SENTENCE_VECTORS);
  const named = new Set(
    read(document, ENTITIES).flatMap(({ first, last }) =>
      Array.from({ length: last - first }, (_, index) => first + index),
    ),
  );
  const lemmas = (indices: readonly number[], kinds: ReadonlySet<string>): ReadonlySet<string> =>
    new Set(
      indices
        .filter((index) => kinds.has(tokens[index]!.upos))
        .map((index) => tokens[index]!.lemma.toLowerCase()),
    );
  const range = (first: number, last: number): readonly number[] =>
    Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);

  return (span) => {
    const [first, end] = tree.range(span);
    const last = Math.max(end, first + 1);
    const head = tree.headOf(first, last);
    const token = tokens[head]!;
    const sentence = sentences[token.sentence]!;
    const rest = range(sentence.first, sentence.last).filter((index) => index < first || index >= last);
    const roles = predicates.get(head) ?? [];
    const argument = (...names: readonly string[]): ReadonlySet<string> =>
      lemmas(
        roles.filter((one) => names.includes(one.role)).flatMap((one) => range(one.first, one.last)),
        NOMINAL,
      );
    return {
      report,
      lemma: token.lemma.toLowerCase(),
      stem: stemOf(token.lemma),
      isVerb: token.upos === "VERB",
      sentence: token.sentence,
      words: new Set(range(first, last).map((index) => tokens[index]!.lemma.toLowerCase())),
      context: lemmas(rest, CONTENT),
      names: lemmas(
        rest.filter((index) => tokens[index]!.upos === "PROPN" || named.has(index)),
        CONTENT,
      ),
      figures: lemmas(rest, new Set(["NUM"])),
      agent: argument("ARG0"),
      patient: argument("ARG1", "ARG2"),
      where: argument("ARGM-LOC"),
      when: argument("ARGM-TMP"),
      dependents: lemmas(tree.children(head), NOMINAL),
      governor: token.head < 0 ? "" : tokens[token.head]!.lemma.toLowerCase(),
      vector: vectors[token.sentence]!,
    };
  };
}
