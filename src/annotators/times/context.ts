import type { Day, Meaning } from "./interval.ts";

/** What an expression may count from, at its place in the report. */
export interface TimeContext {
  /** Publication day. */
  readonly published: Day | undefined;
  /** The last time of the narrative before this expression. */
  readonly mentioned: Meaning | undefined;
  /** The last of them that fixes a day: "a day earlier" counts from a day, not from a year. */
  readonly mentionedDay: Meaning | undefined;
  /** Direction in which an underspecified day or month lies, from the governing verb. */
  readonly tense: "past" | "future";
}
