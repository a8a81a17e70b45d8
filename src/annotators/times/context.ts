import type { Day, Meaning } from "./interval.ts";

/** What an expression may count from, at its place in the report. */
export interface TimeContext {
  /** Publication day. */
  readonly published: Day | undefined;
  /** The last time of the narrative before this expression. */
  readonly mentioned: Meaning | undefined;
  /** The last of them that fixes a day: "a day earlier" counts from a day, not from a year. */
  readonly mentionedDay: Meaning | undefined;
  /** The time whose year a day or month without one shares; undefined: the publication date decides. */
  readonly carried: Meaning | undefined;
  /** The year written just after this expression ("3 May and 7 June 2021"). */
  readonly yearAhead: number | undefined;
  /** The sentence before and after the expression. */
  readonly before: string;
  readonly after: string;
  /** Whether the text tells history: "the summer" is that of its last date, not of the publication. */
  readonly isHistory: boolean;
  /** Direction in which an underspecified day or month lies, from the governing verb. */
  readonly tense: "past" | "future";
}

/** Where nothing is known but the words. */
export const NO_CONTEXT: TimeContext = {
  published: undefined,
  mentioned: undefined,
  mentionedDay: undefined,
  carried: undefined,
  yearAhead: undefined,
  before: "",
  after: "",
  isHistory: false,
  tense: "past",
};
