import type { ResourceLink } from "@modelcontextprotocol/sdk/types.js";
import type { Span } from "../../text/span.ts";
import { AROUND, LONGEST_PASSAGE } from "./passage.ts";

/** Words of a stored report, by its key. */
export interface Anchored extends Span {
  readonly report: string;
}

export const PASSAGE_TEMPLATE = "khaldun://report/{report}/{start}-{end}";
export const PASSAGE_TYPE = "application/json";

/** Longest stretch of quotes that still has its surroundings in one passage. */
const WIDEST = LONGEST_PASSAGE - 2 * AROUND;

/** One link a passage, not one a quote. Its name is ours alone: words of reports stand in answers only as quotes. */
export function linksTo(quotes: readonly Anchored[]): readonly ResourceLink[] {
  return passagesAround(quotes).map(({ report, start, end }) => ({
    type: "resource_link",
    uri: `khaldun://report/${report}/${start}-${end}`,
    name: `passage ${start}-${end} of report ${report}`,
    mimeType: PASSAGE_TYPE,
  }));
}

/** The stretches that hold all quotes, report by report, each short enough for a passage. */
function passagesAround(quotes: readonly Anchored[]): readonly Anchored[] {
  const sorted = [...quotes].sort((a, b) => a.report.localeCompare(b.report) || a.start - b.start);
  const passages: Anchored[] = [];
  for (const { report, start, end } of sorted) {
    const last = passages.at(-1);
    const stretch = last?.report === report ? { ...last, end: Math.max(last.end, end) } : undefined;
    if (stretch !== undefined && stretch.end - stretch.start <= WIDEST)
      passages[passages.length - 1] = stretch;
    else passages.push({ report, start, end });
  }
  return passages;
}
