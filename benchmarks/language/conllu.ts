import { readFileSync } from "node:fs";
import type { Span } from "../../src/text/span.ts";

/** A gold word; `head` is an index into the document's words, -1 for a root. */
export interface GoldWord extends Span {
  readonly upos: string;
  readonly lemma: string;
  readonly head: number;
  readonly deprel: string;
  /** The last column as it stands. */
  readonly misc: string;
}

export interface GoldSentence extends Span {
  readonly id: string;
  readonly first: number;
  readonly last: number;
}

/** A document as running text: paragraphs joined by a blank line, sentences by one space. */
export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly words: readonly GoldWord[];
  readonly sentences: readonly GoldSentence[];
}

interface Draft {
  readonly id: string;
  text: string;
  readonly words: GoldWord[];
  readonly sentences: GoldSentence[];
}

/** Reads a CoNLL-U file. Throws if it is missing or holds no document. */
export function readConllu(file: string): readonly GoldDocument[] {
  const drafts: Draft[] = [];
  for (const block of readFileSync(file, "utf8").split(/\n\n+/)) {
    const lines = block.split("\n").filter((line) => line !== "");
    if (lines.length === 0) continue;
    const newDocument = comment(lines, "newdoc id");
    if (newDocument !== undefined || drafts.length === 0) {
      drafts.push({ id: newDocument ?? file, text: "", words: [], sentences: [] });
    }
    addSentence(drafts.at(-1)!, lines);
  }
  if (drafts.length === 0) throw new Error(`${file} holds no sentence`);
  return drafts;
}

function comment(lines: readonly string[], name: string): string | undefined {
  const found = lines.find((line) => line.startsWith(`# ${name} = `));
  return found?.slice(name.length + 5);
}

function addSentence(draft: Draft, lines: readonly string[]): void {
  const text = comment(lines, "text") ?? "";
  const isParagraph = lines.some((line) => line.startsWith("# newpar"));
  const gap = draft.text === "" ? "" : isParagraph ? "\n\n" : " ";
  const start = draft.text.length + gap.length;
  draft.text += gap + text;
  const first = draft.words.length;
  draft.words.push(...wordsOf(lines, text, start, first));
  draft.sentences.push({
    id: comment(lines, "sent_id") ?? "",
    start: draft.words[first]?.start ?? start,
    end: draft.words.at(-1)?.end ?? start,
    first,
    last: draft.words.length,
  });
}

/** Words with their characters. A part that is not literally in the text gets an empty span, which nothing equals. */
function wordsOf(lines: readonly string[], text: string, start: number, first: number): readonly GoldWord[] {
  let at = 0;
  return lines.flatMap((line) => {
    const [id, form, lemma, upos, , , head, deprel, , misc] = line.split("\t");
    if (id === undefined || !/^\d+$/.test(id)) return [];
    const blank = /^\s*/.exec(text.slice(at))![0].length;
    const isThere = text.startsWith(form!, at + blank);
    const from = isThere ? at + blank : at;
    const to = isThere ? from + form!.length : at;
    if (isThere) at = to;
    return [
      {
        start: start + from,
        end: start + to,
        upos: upos!,
        lemma: lemma!,
        head: head === "0" ? -1 : first + Number(head) - 1,
        deprel: deprel!,
        misc: misc ?? "",
      },
    ];
  });
}
