import { relation, type Tree } from "../../language/index.ts";
import { opensTime } from "./when.ts";

/** The longest gap that is closed, in words. */
const LONGEST = 12;

/** Words that open what is said, if nothing of it stands before them. */
const OPENING = new Set(["DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"]);

/**
 * What a verb of saying governs, with the words between the two that the parser hung elsewhere: "said [the aim of the
 * talks] was peace", "told reporters [that] …". A clause without its beginning is no clause.
 */
export function withoutGap(tree: Tree, verb: number, content: readonly number[]): readonly number[] {
  const first = Math.min(...content);
  if (content.length === 0 || first <= verb || first - verb > LONGEST) return content;
  const gap = Array.from({ length: first - verb - 1 }, (_, at) => verb + 1 + at);
  const that = gap.find((index) => tree.tokens[index]!.text.toLowerCase() === "that");
  const start = that ?? gap.find((index) => !isAside(tree, index));
  if (start === undefined || !isOpening(tree, start, that)) return content;
  const skipped = gap.filter((index) => index >= start);
  if (skipped.some((index) => /^["”“]|^''/.test(tree.tokens[index]!.text))) return content;
  return [...skipped, ...content];
}

/**
 * "told the evening news that …", "wrote on his page: “…”": where "that", or a colon and a mark of quotation, opens
 * what is said, the words between the verb and it say when, where or to whom.
 */
export function withoutOccasion(tree: Tree, verb: number, content: readonly number[]): readonly number[] {
  const behind = content.filter((index) => index > verb).sort((a, b) => a - b);
  const opening = behind.findIndex((index) => opensSpeech(tree, verb, index));
  if (opening <= 0 || opening > LONGEST) return content;
  const occasion = behind.slice(0, opening);
  if (occasion.some((index) => isTelling(tree, index))) return content;
  return content.filter((index) => !occasion.includes(index));
}

/**
 * "A day before the talks were to open, the minister said they had failed": what leads into the sentence of a speaker
 * who then says something else tells when he spoke.
 */
export function withoutOpening(
  tree: Tree,
  verb: number,
  subject: number,
  content: readonly number[],
): readonly number[] {
  const follows = content.some((index) => index > verb && isTelling(tree, index));
  const opening = content.filter((index) => index < Math.min(verb, subject));
  if (!follows || opening.length === 0 || tree.tokens[verb + 1]?.text === ",") return content;
  const first = Math.min(...opening);
  const isWhen = tree.tokens
    .slice(first, first + 4)
    .some(
      ({ text }, at) => /^(?:before|after|since)$/i.test(text) || (at === 0 && /^(?:when|as)$/i.test(text)),
    );
  return isWhen ? content.filter((index) => index > verb) : content;
}

function opensSpeech(tree: Tree, verb: number, index: number): boolean {
  const { text, head } = tree.tokens[index]!;
  if (text === '"') return tree.tokens[index - 1]?.text === ":";
  const clause = tree.tokens[head];
  return text.toLowerCase() === "that" && relation(tree.tokens[index]!) === "mark" && clause?.head === verb;
}

/** Part of what is said, since it says something: a verb. */
function isTelling(tree: Tree, index: number): boolean {
  return ["VERB", "AUX"].includes(tree.tokens[index]!.upos) && tree.tokens[index]!.xpos !== "VBN";
}

function isAside(tree: Tree, index: number): boolean {
  const { text, upos } = tree.tokens[index]!;
  return upos === "ADV" || opensTime(text);
}

function isOpening(tree: Tree, start: number, that: number | undefined): boolean {
  const token = tree.tokens[start]!;
  if (that === start) return token.upos === "SCONJ" || relation(token) === "mark";
  return OPENING.has(token.upos);
}
