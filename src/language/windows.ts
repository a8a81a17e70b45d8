import type { Word } from "./tokenise.ts";

/** What the model reads at once: words of one or more paragraphs; `breaks` are the words that begin a paragraph. */
export interface Window {
  readonly words: readonly Word[];
  readonly breaks: ReadonlySet<number>;
}

export interface WindowLimits {
  readonly words: number;
  readonly pieces: number;
}

/**
 * Packs paragraphs into windows, in order. A paragraph that does not fit is cut where a sentence seems to end,
 * else at a comma, else where the window is full.
 */
export function packWindows(
  paragraphs: readonly (readonly Word[])[],
  pieceCount: (word: Word) => number,
  limits: WindowLimits,
): readonly Window[] {
  const windows: Window[] = [];
  let words: Word[] = [];
  let breaks = new Set<number>();
  let pieces = 0;
  const close = (): void => {
    if (words.length > 0) windows.push({ words, breaks });
    words = [];
    breaks = new Set();
    pieces = 0;
  };
  for (const paragraph of paragraphs) {
    for (const part of cutParagraph(paragraph, pieceCount, limits)) {
      const size = part.reduce((sum, word) => sum + pieceCount(word), 1);
      if (words.length + part.length > limits.words || pieces + size > limits.pieces) close();
      if (part.length === 0) continue;
      breaks.add(words.length);
      words.push(...part);
      pieces += size;
    }
  }
  close();
  return windows;
}

function cutParagraph(
  paragraph: readonly Word[],
  pieceCount: (word: Word) => number,
  limits: WindowLimits,
): readonly (readonly Word[])[] {
  const parts: (readonly Word[])[] = [];
  let from = 0;
  while (from < paragraph.length) {
    let to = from;
    let pieces = 1;
    while (
      to < paragraph.length &&
      to - from < limits.words &&
      pieces + pieceCount(paragraph[to]!) <= limits.pieces
    ) {
      pieces += pieceCount(paragraph[to]!);
      to += 1;
    }
    if (to < paragraph.length) to = cutBefore(paragraph, from, to);
    parts.push(paragraph.slice(from, to));
    from = to;
  }
  return parts;
}

/** The last place up to `to` where a sentence seems to end; else the last comma; else `to` itself. */
function cutBefore(words: readonly Word[], from: number, to: number): number {
  for (let at = to; at > from + 8; at -= 1) {
    if (endsSentence(words, at - 1) && /^[\p{Lu}\d"'([]/u.test(words[at]!.text)) return at;
  }
  for (let at = to; at > from + 20; at -= 1) if (/^[,;:]$/.test(words[at - 1]!.text)) return at;
  return Math.max(to, from + 1);
}

function endsSentence(words: readonly Word[], at: number): boolean {
  const word = words[at]!.text;
  if (/^[.?!…]+$/.test(word)) return true;
  return /^["')\]]$/.test(word) && at > 0 && /^[.?!…]+$/.test(words[at - 1]!.text);
}
