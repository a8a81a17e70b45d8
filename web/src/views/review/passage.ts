import type { Event } from "../../../../src/record/event.ts";
import type { Report } from "../../../../src/record/report.ts";
import type { Quote, Span } from "../../../../src/text/span.ts";
import { sentenceAround } from "../../parts/sentence.ts";

/** Characters; what lies further apart is read in the whole report. */
const FAR = 700;

/** From the sentence before the first words that an event rests on to the sentence after the last, as far as they are near. */
export function passageOf(report: Pick<Report, "text" | "blocks" | "language">, event: Event): Span {
  const near = wordsOf(event).filter(({ start }) => Math.abs(start - event.trigger.start) < FAR);
  const start = Math.min(event.trigger.start, ...near.map((quote) => quote.start));
  const end = Math.max(event.trigger.end, ...near.map((quote) => quote.end));
  const first = sentenceAround(report, { start, end: start + 1 }).start;
  const last = sentenceAround(report, { start: end - 1, end }).end;
  return { start: neighbour(report, first - 2, first).start, end: neighbour(report, last + 2, last).end };
}

/** The sentence at a place, or the place where there is none. */
function neighbour(report: Pick<Report, "text" | "blocks" | "language">, at: number, edge: number): Span {
  let start = at;
  while (start > 0 && start < edge && /\s/.test(report.text[start] ?? "")) start -= 1;
  while (start > edge && start < report.text.length && /\s/.test(report.text[start] ?? "")) start += 1;
  if (start < 0 || start >= report.text.length) return { start: edge, end: edge };
  return sentenceAround(report, { start, end: start + 1 });
}

function wordsOf({ actors, recipients, time, place, quantities, attributions }: Event): readonly Quote[] {
  return [
    ...actors.map(({ quote }) => quote),
    ...recipients.map(({ quote }) => quote),
    ...("quotes" in time ? time.quotes : []),
    ...("quotes" in place ? place.quotes : []),
    ...quantities.map(({ quote }) => quote),
    ...attributions.map(({ source }) => source.quote),
  ];
}
