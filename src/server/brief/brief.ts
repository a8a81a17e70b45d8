import { fail } from "../../text/errors.ts";
import type { Quote } from "../../text/span.ts";

/** The passage of a stored report that a sentence rests on; offsets in UTF-16 units. */
export interface BriefAnchor extends Quote {
  readonly report: string;
}
/** A sentence as it is to stand in the brief; `kind` says whose words they are. A heading needs no anchor. */
export interface BriefSentence {
  readonly text: string;
  readonly anchors: readonly BriefAnchor[];
  readonly kind: "heading" | "written" | "event" | "claim";
}
/** What a reference says of a report. */
export interface BriefReport {
  readonly key: string;
  readonly text: string;
  readonly title?: string | undefined;
  readonly outlet?: string | undefined;
  readonly originator?: string | undefined;
  readonly url?: string | undefined;
  readonly published?: string | undefined;
  readonly sha256: string;
  /** When it came into the store. */
  readonly storedAt: string;
}

export interface Brief {
  readonly title: string;
  /** As it was asked for: TLP or the like. */
  readonly marking?: string;
  readonly made: string;
  readonly sentences: readonly {
    readonly text: string;
    readonly kind: BriefSentence["kind"];
    /** Numbers of references. */
    readonly references: readonly number[];
  }[];
  readonly references: readonly (Omit<BriefReport, "text"> & {
    readonly number: number;
    readonly quote: BriefAnchor;
  })[];
  readonly method: string;
  readonly limits: readonly string[];
}

export const METHOD =
  "Sentences marked as read by machine were made from events that Khaldun coded in the reports named; " +
  "each number leads to the words they rest on. To read a report rightly is not to know that it is true.";

/**
 * Numbers every passage once, in the order of the sentences. Throws K160 for a sentence without an anchor, K161 for
 * one whose words do not stand there; `K141` is thrown for a report that is not among those given.
 */
export function briefOf(
  head: { readonly title: string; readonly marking?: string | undefined; readonly made: string },
  sentences: readonly BriefSentence[],
  reports: ReadonlyMap<string, BriefReport>,
  untold: { readonly unreviewed: number; readonly leftOut: number },
): Brief {
  const references = new Map<string, Brief["references"][number]>();
  const numbered = sentences.map(({ text, anchors, kind }, index) => {
    if (anchors.length === 0 && kind !== "heading")
      throw fail("K160", { number: index + 1, sentence: JSON.stringify(text) });
    const numbers = anchors.map((anchor) => {
      const name = `${anchor.report} ${anchor.start} ${anchor.end}`;
      const known = references.get(name) ?? reference(references.size + 1, anchor, reports);
      references.set(name, known);
      return known.number;
    });
    return { text, kind, references: [...new Set(numbers)] };
  });
  return {
    title: head.title,
    ...(head.marking === undefined ? {} : { marking: head.marking }),
    made: head.made,
    sentences: numbered,
    references: [...references.values()],
    method: METHOD,
    limits: limitsOf(untold),
  };
}

function reference(
  number: number,
  quote: BriefAnchor,
  reports: ReadonlyMap<string, BriefReport>,
): Brief["references"][number] {
  const report = reports.get(quote.report);
  if (report === undefined) throw fail("K141", { what: "report", id: quote.report });
  const { text, ...header } = report;
  const { start, end } = quote;
  if (end <= start || text.slice(start, end) !== quote.text)
    throw fail("K161", { words: JSON.stringify(quote.text), start, end, report: quote.report });
  return { ...header, number, quote };
}

/** A brief without limits does not exist. */
function limitsOf({ unreviewed, leftOut }: Parameters<typeof briefOf>[3]): readonly string[] {
  const read =
    unreviewed === 0
      ? "Every event in it was looked at by a person."
      : `${unreviewed} of its events were read by machine and looked at by nobody.`;
  const without =
    leftOut === 0 ? [] : [`${leftOut} values that rest on no passage of a report were left out.`];
  return [read, ...without, "It holds what was collected: what no report in the store says is not in it."];
}
