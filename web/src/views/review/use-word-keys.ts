import type { RefObject } from "react";
import type { Report } from "../../../../src/record/report.ts";
import type { Span } from "../../../../src/text/span.ts";
import { useKeys } from "../../shell/use-keys.ts";
import { rangeOf, select } from "./selected-words.ts";
import { selectedQuote } from "./selection.ts";
import { type Chosen, chosenIn, grown, moved, onLine, spanOf, wordsOf } from "./words.ts";

interface Choosing {
  readonly root: RefObject<HTMLElement | null>;
  readonly report: Report;
  /** The words that are chosen first: those that the event is told by. */
  readonly begin: Span;
  readonly onChosen: (words: string) => void;
}

/** Words of the passage are selected without a pointer: the arrows go from word to word, with Shift they take more or fewer. */
export function useWordKeys({ root, report, begin, onChosen }: Choosing): void {
  const step = (change: (words: readonly Span[], chosen: Chosen, element: HTMLElement) => Chosen) => () => {
    const element = root.current;
    if (!element) return;
    const from = Number(element.dataset.from);
    const words = wordsOf(report.text, { start: from, end: Number(element.dataset.to) }, report.language);
    const now = selectedQuote(element, from, report.text);
    const chosen = now && chosenIn(words, now);
    const next = chosen ? change(words, chosen, element) : chosenIn(words, begin);
    if (next === undefined) return;
    const span = spanOf(words, next);
    select(element, from, span);
    onChosen(report.text.slice(span.start, span.end));
  };
  const sideways = (by: 1 | -1, go: typeof moved) =>
    step((words, chosen, element) =>
      go(words, chosen, getComputedStyle(element).direction === "rtl" ? -by : by),
    );
  const lines = (by: 1 | -1) =>
    step((words, chosen, element) => {
      const from = Number(element.dataset.from);
      return onLine(
        words.map((word) => rangeOf(element, from, word).getBoundingClientRect()),
        chosen,
        by,
      );
    });
  useKeys({
    wordRight: sideways(1, moved),
    wordLeft: sideways(-1, moved),
    wordBelow: lines(1),
    wordAbove: lines(-1),
    growRight: sideways(1, grown),
    growLeft: sideways(-1, grown),
  });
}
