import { SENTENCES, TOKENS } from "../../language/layers.ts";
import { treeOf } from "../../language/tree.ts";
import { publishedDay, REPORT } from "../../record/report.ts";
import { type Annotator, provide } from "../../text/annotator.ts";
import { type Document, read } from "../../text/document.ts";
import type { Note } from "../../text/note.ts";
import { quote } from "../../text/span.ts";
import type { TimeContext } from "./context.ts";
import { findTimes } from "./find.ts";
import { type Day, type Meaning, parseDay } from "./interval.ts";
import { TIMES, type TimeMention } from "./layer.ts";
import { tenseAt } from "./tense.ts";
import { useOf } from "./use.ts";

/** Finds time expressions and works out the interval that each means. */
export function createTimes(): Annotator {
  return {
    name: "times",
    requires: [TOKENS, SENTENCES, REPORT],
    provides: [TIMES],
    annotate: (document) => {
      const times = timesOf(document);
      return { layers: [provide(TIMES, times)], notes: notesOf(document, times) };
    },
  };
}

function timesOf(document: Document): readonly TimeMention[] {
  const tree = treeOf(read(document, TOKENS));
  const report = read(document, REPORT);
  const day = publishedDay(report);
  const dateline = day === undefined ? datelineDay(report.dateline?.text ?? "") : undefined;
  const published = day === undefined ? dateline : parseDay(day);
  const mentions: TimeMention[] = [];
  const told: Meaning[] = [];
  for (const sentence of read(document, SENTENCES)) {
    const text = document.text.slice(sentence.start, sentence.end);
    const found = findTimes(text, (offset, earlier) => ({
      published,
      ...narrativeOf([...told, ...earlier.map((one) => one.meaning)]),
      tense: tenseAt(
        tree,
        Math.max(0, tree.range({ start: sentence.start + offset, end: sentence.start + offset + 1 })[0]),
      ),
    }));
    for (const one of found) {
      const span = trimmed(document.text, sentence.start + one.start, sentence.start + one.end);
      const [first, last] = tree.range(span);
      if (first >= last) continue;
      mentions.push(
        mentionOf(
          one.meaning,
          span,
          first,
          last,
          useOf(tree, first, last, one.meaning, text.slice(one.start, one.end)),
          published,
        ),
      );
    }
    const outside = found.filter((one) => !isQuoted(document.text, sentence.start + one.start));
    told.push(...outside.map((one) => one.meaning));
  }
  return dateline === undefined
    ? mentions
    : mentions.map((one) => (one.anchor === "published" ? { ...one, anchor: "dateline" } : one));
}

/** "BUENOS AIRES, 12 March 2026 -": where no publication date is known, the day of writing serves. */
function datelineDay(dateline: string): Day | undefined {
  const context = {
    published: undefined,
    mentioned: undefined,
    mentionedDay: undefined,
    tense: "past" as const,
  };
  return findTimes(dateline, () => context).find(
    (one) => one.meaning.precision === "day" && one.meaning.anchor === "explicit",
  )?.meaning.from;
}

/** Inside quotation marks of its paragraph: what a speaker dates is not where the narrative stands. */
function isQuoted(text: string, offset: number): boolean {
  const paragraph = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  const curly = paragraph.split("“").length - paragraph.split("”").length;
  return curly > 0 || paragraph.split('"').length % 2 === 0;
}

/** What "nine months later" and "a day earlier" count from: the last time told, and the last day told. */
function narrativeOf(told: readonly Meaning[]): Pick<TimeContext, "mentioned" | "mentionedDay"> {
  const fixed = told.filter((meaning) => meaning.from !== undefined && meaning.type !== "DURATION");
  return {
    mentioned: fixed.at(-1),
    mentionedDay: fixed.findLast(
      (meaning) => meaning.precision === "day" || meaning.precision === "part-of-day",
    ),
  };
}

function mentionOf(
  meaning: Meaning,
  span: { start: number; end: number },
  first: number,
  last: number,
  use: TimeMention["use"],
  published: Day | undefined,
): TimeMention {
  const { type, value, mod, anchor, from, to, precision, unknown } = meaning;
  // "since 2014" lasts until the report was written.
  const end = use === "since" && published !== undefined && to !== undefined ? published : to;
  return {
    ...span,
    first,
    last,
    type,
    value,
    anchor,
    approximate: meaning.approximate ?? false,
    use,
    ...(mod === undefined ? {} : { mod }),
    ...(from === undefined ? {} : { from: from.toString() }),
    ...(end === undefined ? {} : { to: end.toString() }),
    ...(precision === undefined ? {} : { precision }),
    ...(unknown === undefined ? {} : { unknown }),
  };
}

/** A possessive mark or a preposition that a pattern needs is no part of the expression. */
function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  const words = text.slice(start, end);
  const lead = /^(?:on|at)\s+/i.exec(words)?.[0].length ?? 0;
  const tail = /[’']s$/.exec(words)?.[0].length ?? 0;
  return { start: start + lead, end: end - tail };
}

function notesOf(document: Document, times: readonly TimeMention[]): readonly Note[] {
  return times
    .filter((time) => time.unknown === "relative-to-unknown-date")
    .map((time) => ({
      code: "relative-to-unknown-date",
      message: "counts from the publication date, which is unknown",
      quote: quote(document.text, time),
    }));
}
