import type { UnknownReason } from "../../record/cell.ts";
import type { Anchor, Precision } from "../../record/time.ts";
import { type Layer, layer } from "../../text/document.ts";
import type { Span } from "../../text/span.ts";

/** A time expression in the sense of TIMEX3, with the interval it means. */
export interface TimeMention extends Span {
  readonly first: number;
  readonly last: number;
  readonly type: "DATE" | "TIME" | "DURATION" | "SET";
  /** TIMEX3 value: `2022-05-16`, `2022-W19`, `P9Y`, `PRESENT_REF`, … */
  readonly value: string;
  /** TIMEX3 modifier: START, MID, END, APPROX, BEFORE, … */
  readonly mod?: string;
  /** Of a SET: EVERY or EACH, and how often in each ("2X"). */
  readonly quant?: string;
  readonly freq?: string;
  readonly anchor: Anchor;
  readonly anchorSpan?: Span;
  /** Inclusive ISO dates of the interval meant; absent when the value fixes none. */
  readonly from?: string;
  readonly to?: string;
  /** Where "since" makes it last until the report: the last day of the date itself. */
  readonly ownTo?: string;
  readonly precision?: Precision;
  readonly approximate: boolean;
  /** Why there is no interval: `relative-to-unknown-date`, `ambiguous`, … */
  readonly unknown?: UnknownReason;
  /** The expressions that TIMEX3 marks, where this is a stretch written as two: "May 3 to 5", "between Friday and Sunday". */
  readonly parts?: readonly TimePart[];
  /** The word whose time it is, where that is not the one it hangs on: "on Thursday, a week after police arrested him". */
  readonly datesToken?: number;
  /** What the expression does in its sentence; only `when` and `since` may date an event; a `stamp` says when something was written or counted. */
  readonly use: "when" | "since" | "deadline" | "ahead" | "length" | "repeated" | "modifier" | "stamp";
}

/** One end of a stretch. */
export type TimePart = Span & Pick<TimeMention, "type" | "value" | "mod" | "anchor" | "from" | "to">;

export const TIMES: Layer<readonly TimeMention[]> = layer("times");
