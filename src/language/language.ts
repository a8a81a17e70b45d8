import { REPORT } from "../record/report.ts";
import { type Document, read, withLayer } from "../text/document.ts";
import type { Span } from "../text/span.ts";
import { type DecodedWindow, decode, schemesOf } from "./decode.ts";
import { encode, piecesOf } from "./encode.ts";
import { typesBetween } from "./event-pairs.ts";
import type { Scored } from "./event-readings.ts";
import {
  ENTITIES,
  type Entity,
  type EntityType,
  EVENT_READINGS,
  type EventReading,
  PREDICATES,
  type Predicate,
  SENTENCE_VECTORS,
  SENTENCES,
  type Sentence,
  TOKENS,
  type Token,
} from "./layers.ts";
import { createLemmatiser, type Lemmatiser } from "./lemma.ts";
import { paragraphsOf } from "./paragraphs.ts";
import type { Range } from "./range.ts";
import { loadRuntime } from "./runtime.ts";
import { tokenise } from "./tokenise.ts";
import { packWindows } from "./windows.ts";
import { loadWordPiece } from "./wordpiece.ts";

/** Reads text: words, sentences, trees, names, predicates with their roles. */
export interface Language {
  /** Name and version of the model. */
  readonly version: string;
  /** The documents with the language layers. Each is read by itself: what else is in the list changes nothing. */
  readonly annotate: (documents: readonly Document[]) => Promise<readonly Document[]>;
  /** What one party of a document that it has read does to another: types, the likeliest first; see event-pairs.ts. */
  readonly between: (document: Document, actor: Span, recipient: Span) => Promise<readonly Scored[]>;
  readonly close: () => Promise<void>;
}

export type KnownName = "state" | "origin";

export interface LanguageOptions {
  /** Folder of the model; default: KHALDUN_MODEL, else the one that ships. */
  readonly folder?: string;
  /** Semantic roles; without them PREDICATES is empty. Default true. */
  readonly roles?: boolean;
  /** What words tell of events: a sixth of the reading, which only coding needs. Default true. */
  readonly events?: boolean;
  /** What the world knows of a name: a state is a place, even where it acts; a word of origin names nobody. */
  readonly known?: (name: string) => KnownName | undefined;
}

export async function createLanguage(options: LanguageOptions = {}): Promise<Language> {
  const runtime = await loadRuntime(options.folder);
  const { limits, labels, name, version } = runtime.description;
  const wordPiece = loadWordPiece(runtime.vocabularyFile);
  const schemes = schemesOf(labels);
  const wanted = { roles: options.roles ?? true, events: options.events ?? true };
  const known = options.known ?? (() => undefined);
  const lemmatiser = createLemmatiser(wordPiece.isWord);

  const readOne = async (document: Document): Promise<Document> => {
    const report = read(document, REPORT);
    const paragraphs = paragraphsOf(report).map(({ start, end }) => tokenise(document.text, start, end));
    const windows = packWindows(paragraphs, (word) => piecesOf(word.text, wordPiece, limits).length, {
      words: limits.windowWords,
      pieces: limits.windowPieces,
    });
    // One window a call, which is all that the encoder takes: int8 scales are taken over a whole call, so a window in
    // company would be read a little differently. It is also the fastest way: nothing is padded, nothing is masked.
    const decoded: DecodedWindow[] = [];
    for (const window of windows) {
      const encoded = await encode(window, wordPiece, runtime);
      decoded.push(await decode(window, encoded, runtime, schemes, wanted));
    }
    const named = decoded.map((part) => withKnown(part, known));
    return withLanguage(document, named, lemmatiser, wanted.events && labels.event !== undefined);
  };

  return {
    version: `${name} ${version}`,
    annotate: async (documents) => {
      const done: Document[] = [];
      for (const document of documents) done.push(await readOne(document));
      return done;
    },
    between: (document, actor, recipient) => typesBetween(document, actor, recipient, wordPiece, runtime),
    close: () => runtime.close(),
  };
}

/**
 * The training corpora disagree on states that act ("the US lost a helicopter") and on peoples ("the Israelis"); UNER, by
 * which we go, calls the first places and the second no names of persons, places or bodies.
 */
function withKnown(part: DecodedWindow, known: (name: string) => KnownName | undefined): DecodedWindow {
  const nameOf = ({ first, last }: Range): string =>
    part.window.words
      .slice(first, last)
      .map(({ text }) => text)
      .join(" ");
  const entities = part.entities.map((one) => {
    const kind = known(nameOf(one));
    if (kind === "origin") return { ...one, label: "MISC" };
    return kind === "state" && one.label === "ORG" ? { ...one, label: "LOC" } : one;
  });
  return { ...part, entities };
}

/** The layers of a whole document from its windows: indices become those of the document. */
function withLanguage(
  document: Document,
  windows: readonly DecodedWindow[],
  lemmatiser: Lemmatiser,
  isTaught: boolean,
): Document {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const entities: Entity[] = [];
  const predicates: Predicate[] = [];
  const vectors: Float32Array[] = [];
  const readings = new Map<number, EventReading>();
  for (const part of windows) {
    const base = tokens.length;
    const words = part.window.words;
    const stretch = (
      first: number,
      last: number,
    ): { start: number; end: number; first: number; last: number } => ({
      start: words[first]!.start,
      end: words[last - 1]!.end,
      first: base + first,
      last: base + last,
    });
    part.sentences.forEach(({ first, last }, index) => {
      for (let word = first; word < last; word += 1) {
        const { start, end, text } = words[word]!;
        const head = part.heads[word]!;
        tokens.push({
          start,
          end,
          text,
          lemma: lemmatiser.lemma(text, part.xpos[word]!, part.lemmaRules[word]!),
          upos: part.upos[word]!,
          xpos: part.xpos[word]!,
          head: head < 0 ? -1 : base + head,
          deprel: part.deprels[word]!,
          sentence: sentences.length,
        });
      }
      const root = base + Array.from(part.heads).findIndex((head, word) => head < 0 && word >= first);
      sentences.push({ ...stretch(first, last), root });
      vectors.push(part.vectors[index]!);
    });
    entities.push(
      ...part.entities.map((one) => ({ ...stretch(one.first, one.last), type: one.label as EntityType })),
    );
    predicates.push(
      ...part.predicates.map((one) => ({
        token: base + one.word,
        arguments: one.roles.map((role) => ({ ...stretch(role.first, role.last), role: role.label })),
      })),
    );
    for (const { word, roles, ...reading } of part.told)
      readings.set(base + word, {
        ...reading,
        token: base + word,
        roles: roles.map(({ word: near, ...role }) => ({ ...role, token: base + near })),
      });
  }
  let next = withLayer(document, TOKENS, tokens);
  next = withLayer(next, SENTENCES, sentences);
  next = withLayer(next, ENTITIES, entities);
  next = withLayer(next, PREDICATES, predicates);
  next = withLayer(next, EVENT_READINGS, { isTaught, byToken: readings });
  return withLayer(next, SENTENCE_VECTORS, vectors);
}
