import { z } from "zod";
import type { Store, StoredReport } from "../../store/index.ts";
import { fail } from "../../text/errors.ts";
import type { Span } from "../../text/span.ts";
import { withoutHoles } from "../claim.ts";

/** Longest passage: reports are others' texts, an answer quotes them and does not hand them on. */
export const LONGEST_PASSAGE = 2000;
/** Characters on either side of a span if nobody says how many. */
export const AROUND = 300;

export const passageSchema = z.object({
  report: z.string(),
  start: z.number(),
  end: z.number(),
  text: z.string(),
  /** The span that was asked for, within `text`. */
  marked: z.string(),
  length: z.number().describe("of the whole report's text, in UTF-16 units"),
});
export type Passage = z.infer<typeof passageSchema>;

export const readPassageShape = {
  passage: passageSchema,
  title: z.string().optional(),
  outlet: z.string().optional(),
  published: z.string().optional(),
  url: z.string().optional(),
};
export type ReadPassage = z.infer<z.ZodObject<typeof readPassageShape>>;

/** The text around a span, with so many characters on either side and never more than a passage; never half a character. */
export function passageOf(report: string, text: string, asked: Span, around: number): Passage {
  const span = {
    start: whole(text, asked.start),
    end: whole(text, Math.min(asked.end, asked.start + LONGEST_PASSAGE)),
  };
  const room = Math.min(around, Math.floor((LONGEST_PASSAGE - (span.end - span.start)) / 2));
  const start = whole(text, Math.max(0, span.start - room));
  const end = whole(text, Math.min(text.length, span.end + room));
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

/** A passage of a stored report, and whose report it is. Throws K141 if it is not there, K301 for a span outside of it. */
export async function readPassage(
  store: Store,
  key: string,
  { start, end }: Span,
  around: number,
): Promise<ReadPassage> {
  const found = await store.report(key);
  if (found === undefined) throw fail("K141", { what: "report", id: key });
  const { text } = found.report;
  if (start >= end || start >= text.length)
    throw fail("K301", {
      option: "span",
      value: `${start} to ${end}`,
      allowed: `what lies within 0 to ${text.length}, the start before the end`,
    });
  const span = { start, end: Math.min(end, text.length) };
  return { passage: passageOf(key, text, span, around), ...headOf(found) };
}

function headOf({ title, outlet, published, url }: StoredReport) {
  return withoutHoles({ title, outlet, published, url });
}
