import { type Notation, nothingWithheld } from "./notation.ts";
import type { ExportRow } from "./row.ts";

/** A happening with all its claims, or an event with the header of its report; the text of the report stays at home. */
function record({ event, coded, happening }: ExportRow): string {
  if (happening !== undefined) return JSON.stringify({ ...happening, event });
  const { text: _text, blocks: _blocks, ...header } = coded.report;
  return JSON.stringify({
    schema: coded.schema,
    id: coded.id,
    offsets: coded.offsets,
    report: header,
    event,
  });
}

export const EVENT_LINES: Notation = {
  title: "JSONL, one event or one happening a line, with everything the record holds",
  extension: "jsonl",
  mediaType: "application/x-ndjson",
  head: "",
  separator: "",
  tail: "",
  records: (row) => [`${record(row)}\n`],
  withheld: nothingWithheld,
};
