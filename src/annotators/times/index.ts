import { SENTENCES, TOKENS } from "../../language/layers.ts";
import { type Tree, treeOf } from "../../language/tree.ts";
import type { UnknownReason } from "../../record/cell.ts";
import { publishedDay, REPORT } from "../../record/report.ts";
import { type Annotator, provide } from "../../text/annotator.ts";
import { type Document, read } from "../../text/document.ts";
import type { Note } from "../../text/note.ts";
import { quote, type Span } from "../../text/span.ts";
import { anchored } from "./anchored.ts";
import { NO_CONTEXT } from "./context.ts";
import { type ContextAt, createFinder, type Finder, type Found } from "./find.ts";
import { HINT, yearAhead } from "./hints.ts";
import { type Day, type Meaning, parseDay } from "./interval.ts";
import { TIMES, type TimeMention, type TimePart } from "./layer.ts";
import { isStamp } from "./rules-clock.ts";
import { isHistory, NO_STORY, storyContext, told } from "./story.ts";
import { tenseAt } from "./tense.ts";
import { useOf } from "./use.ts";

/** Finds time expressions and works out the interval that each means. */
export function createTimes(): Annotator {
  const find = createFinder();
  return {
    name: "times",
    requires: [TOKENS, SENTENCES, REPORT],
    provides: [TIMES],
    annotate: (document) => {
      const times = timesOf(document, find);
      return { layers: [provide(TIMES, times)], notes: notesOf(document, times) };
    },
  };
}

function timesOf(document: Document, find: Finder): readonly TimeMention[] {
  const tree = treeOf(read(document, TOKENS));
  const report = read(document, REPORT);
  const day = publishedDay(report);
  const dateline = day === undefined ? datelineDay(report.dateline?.text ?? "", find) : undefined;
  const published = day === undefined ? dateline : parseDay(day);
  const history = isHistory(document.text, published);
  const mentions: TimeMention[] = [];
  let story = NO_STORY;
  let lastEnd = 0;
  for (const sentence of read(document, SENTENCES)) {
    const text = document.text.slice(sentence.start, sentence.end);
    if (document.text.slice(lastEnd, sentence.start).includes("\n"))
      story = { ...story, inParagraph: undefined };
    lastEnd = sentence.end;
    if (!HINT.test(text)) continue;
    const contextAt: ContextAt = (start, end, earlier) => {
      const at = tree.range({ start: sentence.start + start, end: sentence.start + start + 1 })[0];
      const tense = tenseAt(tree, Math.max(0, at));
      const meanings = earlier.map((one) => one.meaning);
      return {
        published,
        ...storyContext(told(story, meanings, published), published, history, tense),
        yearAhead: yearAhead(text.slice(end)),
        before: text.slice(0, start),
        after: text.slice(end),
        tense,
      };
    };
    const found = find(text, contextAt);
    mentions.push(...found.flatMap((one) => mentionOf(one, sentence.start, document.text, tree, published)));
    const outside = found.filter((one) => !isQuoted(document.text, sentence.start + one.start));
    story = told(
      story,
      outside.map((one) => one.parts?.at(-1)?.meaning ?? one.meaning),
      published,
    );
  }
  const all = anchored(mentions, tree);
  return dateline === undefined
    ? all
    : all.map((one) => (one.anchor === "published" ? { ...one, anchor: "dateline" } : one));
}

/** "BUENOS AIRES, 12 March 2026 -": where no publication date is known, the day of writing serves. */
function datelineDay(dateline: string, find: Finder): Day | undefined {
  return find(dateline, () => NO_CONTEXT).find(
    (one) => one.meaning.precision === "day" && one.meaning.anchor === "explicit",
  )?.meaning.from;
}

/** Inside quotation marks of its paragraph: what a speaker dates is not where the narrative stands. */
function isQuoted(text: string, offset: number): boolean {
  const paragraph = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  const curly = paragraph.split("“").length - paragraph.split("”").length;
  return curly > 0 || paragraph.split('"').length % 2 === 0;
}

function mentionOf(
  found: Found,
  offset: number,
  text: string,
  tree: Tree,
  published: Day | undefined,
): readonly TimeMention[] {
  const span = trimmed(text, offset + found.start, offset + found.end);
  const [first, last] = tree.range(span);
  if (first >= last) return [];
  const { meaning } = found;
  const { anchor, precision, unknown, quant, freq, to } = meaning;
  const use = isHeadOfPost(found, offset, text)
    ? "stamp"
    : useOf(tree, first, last, meaning, text.slice(span.start, span.end));
  // "since 2014" lasts until the report was written.
  const end = use === "since" && published !== undefined && to !== undefined ? published : to;
  const parts = found.parts?.map((part) => ({
    ...trimmed(text, offset + part.start, offset + part.end),
    ...cells(part.meaning),
  }));
  return [
    {
      ...span,
      first,
      last,
      ...cells({ ...meaning, ...(end === undefined ? {} : { to: end }) }),
      anchor,
      approximate: meaning.approximate ?? false,
      use,
      ...(end === to || to === undefined ? {} : { ownTo: to.toString() }),
      ...(quant === undefined ? {} : { quant }),
      ...(freq === undefined ? {} : { freq }),
      ...(precision === undefined ? {} : { precision }),
      ...(unknown === undefined ? {} : { unknown }),
      ...(parts === undefined ? {} : { parts }),
    },
  ];
}

/** A clock that a paragraph begins with, with the post behind it. */
function isHeadOfPost({ start, end, meaning }: Found, offset: number, text: string): boolean {
  if (meaning.type !== "TIME" || meaning.precision !== "minute") return false;
  const before = text.slice(0, offset + start);
  return isStamp({
    before: before.slice(before.lastIndexOf("\n") + 1),
    after: text.slice(offset + end, offset + end + 4),
  });
}

function cells({ type, value, mod, anchor, from, to }: Meaning): Omit<TimePart, keyof Span> {
  return {
    type,
    value,
    anchor,
    ...(mod === undefined ? {} : { mod }),
    ...(from === undefined ? {} : { from: from.toString() }),
    ...(to === undefined ? {} : { to: to.toString() }),
  };
}

/** A possessive mark or a preposition that a pattern needs is no part of the expression. */
function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  const words = text.slice(start, end);
  const lead = /^(?:on|at)\s+/i.exec(words)?.[0].length ?? 0;
  const tail = /[’']s$/.exec(words)?.[0].length ?? 0;
  return { start: start + lead, end: end - tail };
}

/** Why a time stays open, where that is a doubt about the report and not a way of writing. */
const DOUBTS: Readonly<Partial<Record<UnknownReason, string>>> = {
  "relative-to-unknown-date": "counts from the publication date, which is unknown",
  "impossible-date": "no calendar has this day, so it dates nothing",
};

function notesOf(document: Document, times: readonly TimeMention[]): readonly Note[] {
  return times.flatMap((time) => {
    const message = time.unknown === undefined ? undefined : DOUBTS[time.unknown];
    if (time.unknown === undefined || message === undefined) return [];
    return [{ code: time.unknown, message, quote: quote(document.text, time) }];
  });
}
