import type { Report } from "../../../src/record/report.ts";
import type { Span } from "../../../src/text/span.ts";

/**
 * The sentence of the report in which a span stands, as a span of the whole text. Sentences end where their block ends; a span
 * over two sentences gives both.
 */
export function sentenceAround(report: Pick<Report, "text" | "blocks" | "language">, span: Span): Span {
  const block = report.blocks.find(({ start, end }) => start <= span.start && span.start < end) ?? {
    start: 0,
    end: report.text.length,
  };
  const words = report.text.slice(block.start, block.end);
  const sentences = [...new Intl.Segmenter(report.language, { granularity: "sentence" }).segment(words)].map(
    ({ index, segment }) => ({
      start: block.start + index,
      end: block.start + index + segment.trimEnd().length,
    }),
  );
  const touched = sentences.filter(({ start, end }) => start < span.end && span.start < end);
  return touched.length === 0 ? span : { start: touched[0]!.start, end: touched.at(-1)!.end };
}
