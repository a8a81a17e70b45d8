import { CODED_BLOCKS, type Report } from "../record/report.ts";
import type { Span } from "../text/span.ts";

/** Lines this close to the longest one are full: the text was wrapped by a program, not by its author. */
const FULL = 0.75;

/** The stretches of a report that are read, one a paragraph: a paragraph's border always ends a sentence. */
export function paragraphsOf(report: Report): readonly Span[] {
  return report.blocks
    .filter((block) => CODED_BLOCKS.has(block.kind))
    .flatMap((block) => splitBlock(report.text, block));
}

function splitBlock(text: string, block: Span): readonly Span[] {
  const lines = linesOf(text, block);
  const wrapped = isWrapped(lines.filter((line) => line.end > line.start));
  const paragraphs: Span[] = [];
  let open: Span | undefined;
  for (const line of lines) {
    if (line.start === line.end) {
      if (open !== undefined) paragraphs.push(open);
      open = undefined;
    } else if (open !== undefined && wrapped) {
      open = { start: open.start, end: line.end };
    } else {
      if (open !== undefined) paragraphs.push(open);
      open = line;
    }
  }
  if (open !== undefined) paragraphs.push(open);
  return paragraphs;
}

/** Lines without their outer white space; an empty line has no length. */
function linesOf(text: string, block: Span): readonly Span[] {
  const lines: Span[] = [];
  let start = block.start;
  while (start <= block.end) {
    const found = text.indexOf("\n", start);
    const end = found < 0 || found > block.end ? block.end : found;
    const line = text.slice(start, end);
    const from = start + (line.length - line.trimStart().length);
    lines.push(line.trim() === "" ? { start, end: start } : { start: from, end: from + line.trim().length });
    if (end >= block.end) break;
    start = end + 1;
  }
  return lines;
}

/** Most lines of a wrapped text are nearly as long as the longest, and the longest is no paragraph. */
function isWrapped(lines: readonly Span[]): boolean {
  if (lines.length < 4) return false;
  const lengths = lines.map((line) => line.end - line.start);
  const longest = Math.max(...lengths);
  const full = lengths.filter((length) => length >= longest * FULL).length;
  return longest >= 40 && longest <= 120 && full / lengths.length > 0.6;
}
