import type { ReportHeader } from "./reports.ts";

export interface Story {
  readonly id: string;
  /** What was asked for, if that story has been merged into this one. */
  readonly askedFor?: string;
  readonly reports: readonly ReportHeader[];
  readonly from?: string;
  readonly to?: string;
  readonly events: number;
}

/** A story as a list shows it. */
export interface StoryHead {
  readonly id: string;
  /** Of its first report. */
  readonly title?: string;
  readonly reports: number;
  /** Reports that repeat no other one of the store. */
  readonly originals: number;
  /** First days of publication. */
  readonly oldest?: string;
  readonly newest?: string;
  /** Days of its events. */
  readonly from?: string;
  readonly to?: string;
  readonly events: number;
}

/** Which stories a list holds; an empty filter is all of them. */
export interface StoryFilter {
  /** A report of the story has these words, as in `EventFilter`; the last may be only begun, as while it is typed. */
  readonly text?: string | undefined;
  /** A report of the story was published on this day or later: an ISO day. */
  readonly since?: string | undefined;
  /** A report of the story came into the store at this instant or later. */
  readonly came?: string | undefined;
}

export interface ReportLink {
  readonly report: string;
  readonly story: string;
  readonly copyOf?: { readonly report: string; readonly containment: number };
  /** Happening by event id. */
  readonly happenings: Readonly<Record<string, string>>;
}

/** One hand-made change of links. */
export interface Relink {
  readonly verdict: "merge" | "split";
  readonly events: readonly string[];
  /** For a merge: the happening that they tell. A split makes a new one. */
  readonly to?: string | undefined;
  readonly reviewer: string;
  readonly reason: string;
}

/** Reports that belong to another story than the links say. */
export interface Restory {
  /** `join`: they tell the story `to`; `leave`: they tell a story of their own. */
  readonly verdict: "join" | "leave";
  /** Keys of reports; instead of them `story`, whose reports are meant all of them. */
  readonly reports?: readonly string[] | undefined;
  readonly story?: string | undefined;
  readonly to?: string | undefined;
  readonly reviewer: string;
  readonly reason: string;
}
