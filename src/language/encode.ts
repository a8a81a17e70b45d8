import type { ModelDescription, Numbers, Runtime } from "./runtime.ts";
import { SPECIAL_SHAPE, shapeOf } from "./shape.ts";
import type { Window } from "./windows.ts";
import type { WordPiece } from "./wordpiece.ts";

/** What the encoder says of a window: rows of `width` words, word 0 the root. */
export interface Encoded {
  readonly width: number;
  readonly words: Numbers;
  readonly upos: Float32Array;
  readonly xpos: Float32Array;
  readonly lemma: Float32Array;
  readonly entity: Float32Array;
  readonly predicate: Float32Array;
  readonly start: Float32Array;
  readonly arc: Float32Array;
  /** Vectors of the pieces where the heads for events go on, and the first piece of each word. */
  readonly shared: Numbers;
  readonly first: Numbers;
}

/** Ids, shapes and first pieces of one window. A word keeps at most `piecesPerWord` pieces. */
interface Row {
  readonly ids: readonly number[];
  readonly shapes: readonly number[];
  readonly first: readonly number[];
}

export function piecesOf(
  word: string,
  wordPiece: WordPiece,
  limits: ModelDescription["limits"],
): readonly number[] {
  const ids = wordPiece.ids(word).slice(0, limits.piecesPerWord);
  return ids.length > 0 ? ids : [wordPiece.special.unknown];
}

export function rowOf(window: Window, wordPiece: WordPiece, limits: ModelDescription["limits"]): Row {
  const ids = [wordPiece.special.start];
  const shapes = [SPECIAL_SHAPE];
  const first = [0];
  window.words.forEach((word, index) => {
    if (index > 0 && window.breaks.has(index)) {
      ids.push(wordPiece.special.end);
      shapes.push(SPECIAL_SHAPE);
    }
    const pieces = piecesOf(word.text, wordPiece, limits);
    first.push(ids.length);
    ids.push(...pieces);
    shapes.push(...pieces.map(() => shapeOf(word.text)));
  });
  return { ids: [...ids, wordPiece.special.end], shapes: [...shapes, SPECIAL_SHAPE], first };
}

/** One pass of the encoder over a window. */
export async function encode(window: Window, wordPiece: WordPiece, runtime: Runtime): Promise<Encoded> {
  const { ids, shapes, first } = rowOf(window, wordPiece, runtime.description.limits);
  const firsts = padded([first], first.length, 0);
  const result = await runtime.encode({
    ids: padded([ids], ids.length, 0),
    shapes: padded([shapes], shapes.length, 0),
    first: firsts,
  });
  const floats = (name: string): Float32Array => result[name]!.data as Float32Array;
  return {
    width: first.length,
    words: result.words!,
    upos: floats("upos"),
    xpos: floats("xpos"),
    lemma: floats("lemma"),
    entity: floats("entity"),
    predicate: floats("predicate"),
    start: floats("start"),
    arc: floats("arc"),
    shared: result.shared!,
    first: firsts,
  };
}

/** Rows of whole numbers, padded to one length. */
export function padded(rows: readonly (readonly number[])[], length: number, filler: number): Numbers {
  const data = new BigInt64Array(rows.length * length).fill(BigInt(filler));
  rows.forEach((row, index) => {
    row.forEach((value, position) => {
      data[index * length + position] = BigInt(value);
    });
  });
  return { dims: [rows.length, length], data };
}
