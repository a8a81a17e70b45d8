import type { Quote } from "../../text/span.ts";
import { idNumber, publishedOf } from "../cells.ts";
import type { Notation } from "../notation.ts";
import { type ExportRow, membersOf } from "../row.ts";
import { notAsserted, standingOf } from "../standing.ts";
import { type Cells, TABS, tableNotation } from "../table.ts";
import { partiesOf } from "./events.ts";

const address = ({ coded }: ExportRow): string => coded.report.url ?? coded.id;

/** Cells of the mention that stands at `action`. */
const cellsAt = (id: number | undefined, action: Quote): Cells => ({
  GLOBALEVENTID: () => id,
  MentionTimeDate: (row) => {
    const day = publishedOf(row);
    return day && Number(`${day.replaceAll("-", "")}000000`);
  },
  MentionType: ({ coded }) => (coded.report.url === undefined ? 2 : 1),
  MentionSourceName: ({ coded }) => coded.report.outlet ?? coded.id,
  MentionIdentifier: address,
  Actor1CharOffset: (row) => partiesOf(row)[0]?.quote.start,
  Actor2CharOffset: (row) => partiesOf(row)[1]?.quote.start,
  ActionCharOffset: () => action.start,
  InRawText: () => 1,
  Confidence: ({ event }) => Math.max(10, Math.round(event.confidence.event * 10) * 10),
  MentionDocLen: ({ coded }) => coded.report.blocks.at(-1)?.end ?? 0,
  Extras: ({ event, coded }) => `hash=${coded.report.id};standing=${standingOf(event)}`,
});

const notation = (cells: Cells): Notation =>
  tableNotation({
    format: "gdelt-mentions",
    title: "GDELT 2.0 Mentions, tab-separated, 16 columns, no head",
    extension: "mentions.CSV",
    style: { ...TABS, hasHead: false },
    cells,
    withheld: notAsserted,
  });

function mentionsOf(row: ExportRow): readonly string[] {
  if (notAsserted(row) !== undefined) return [];
  const id = idNumber(row);
  return membersOf(row).flatMap(({ event, coded }) =>
    [event.trigger, ...event.mentions].flatMap((mention) =>
      notation(cellsAt(id, mention)).records({ event, coded }),
    ),
  );
}

/** GDELT 2.0 Mentions: 16 columns without a head, a row for every place of a report that tells the event. */
export const GDELT_MENTIONS: Notation = { ...notation({}), records: mentionsOf };
