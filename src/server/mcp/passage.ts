import { z } from "zod";
import type { Span } from "../../text/span.ts";

export const passageSchema = z.object({
  report: z.string(),
  start: z.int(),
  end: z.int(),
  text: z.string(),
  /** The span that was asked for, within `text`. */
  marked: z.string(),
  length: z.int().describe("of the whole report's text, in UTF-16 units"),
});
export type Passage = z.infer<typeof passageSchema>;

/** The text around a span, with so many characters on either side; never half a character. */
export function passageOf(report: string, text: string, span: Span, around: number): Passage {
  const start = whole(text, Math.max(0, span.start - around));
  const end = whole(text, Math.min(text.length, span.end + around));
  return {
    report,
    start,
    end,
    text: text.slice(start, end),
    marked: text.slice(span.start, span.end),
    length: text.length,
  };
}

/** The same place, or the one before if it would cut a surrogate pair. */
function whole(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return at > 0 && code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
