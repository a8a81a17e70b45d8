import { REPORT } from "../../src/record/report.ts";
import { createDocument, type Document, withLayer } from "../../src/text/document.ts";

/** A corpus text as the body of a report without a date. */
export function documentOf(id: string, text: string): Document {
  return withLayer(createDocument(text), REPORT, {
    id,
    text,
    language: "en",
    published: { status: "unknown", reason: "not-stated", quotes: [] },
    blocks: [{ kind: "body", start: 0, end: text.length, text }],
  });
}
