import { readFileSync } from "node:fs";

const UNKNOWN = "[UNK]";
const LONGEST = 100;

/** Piece ids of one word, as the reference BERT tokenizer (lower-cased) gives them. */
export interface WordPiece {
  readonly ids: (word: string) => readonly number[];
  /** Whether a lower-case word is one piece of the vocabulary. */
  readonly isWord: (word: string) => boolean;
  readonly special: { readonly start: number; readonly end: number; readonly unknown: number };
}

export function loadWordPiece(file: string): WordPiece {
  const vocabulary = new Map(
    readFileSync(file, "utf8")
      .trimEnd()
      .split("\n")
      .map((piece, id) => [piece, id]),
  );
  const unknown = vocabulary.get(UNKNOWN)!;
  const cache = new Map<string, readonly number[]>();
  const ids = (word: string): readonly number[] => {
    const known = cache.get(word);
    if (known !== undefined) return known;
    const made = basicTokens(word).flatMap((token) => pieces(token, vocabulary, unknown));
    if (cache.size > 50_000) cache.clear();
    cache.set(word, made);
    return made;
  };
  return {
    ids,
    isWord: (word) => vocabulary.has(word),
    special: { start: vocabulary.get("[CLS]")!, end: vocabulary.get("[SEP]")!, unknown },
  };
}

function pieces(token: string, vocabulary: ReadonlyMap<string, number>, unknown: number): readonly number[] {
  const characters = Array.from(token);
  if (characters.length > LONGEST) return [unknown];
  const found: number[] = [];
  for (let start = 0; start < characters.length; ) {
    let end = characters.length;
    let id: number | undefined;
    for (; end > start; end -= 1) {
      id = vocabulary.get((start > 0 ? "##" : "") + characters.slice(start, end).join(""));
      if (id !== undefined) break;
    }
    if (id === undefined) return [unknown];
    found.push(id);
    start = end;
  }
  return found;
}

/** BERT's basic tokenizer: control characters go, accents go, punctuation and CJK characters stand alone. */
function basicTokens(word: string): readonly string[] {
  const clean = word.replace(/[\0\ufffd]|(?![\t\n\r])\p{C}/gu, "").replace(/\s/gu, " ");
  const spaced = clean.replace(
    /[\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff\u{20000}-\u{2ceaf}\u{2f800}-\u{2fa1f}]/gu,
    " $& ",
  );
  const bare = spaced
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "");
  return bare
    .replace(/[\p{P}!-/:-@[-`{-~]/gu, " $& ")
    .split(" ")
    .filter((token) => token !== "");
}
