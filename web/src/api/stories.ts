import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { RollUpRule } from "../../../src/record/happening.ts";
import type { SideBySide } from "../../../src/record/side-by-side.ts";
import type { StoryHappening, StorySummary } from "../../../src/record/story-summary.ts";
import type { Freshness, Paged, ReportHeader, StoredEvent, Story } from "../../../src/store/types.ts";
import { get } from "./client.ts";

/** A story in a list: without its reports, with what a reader sees before opening it. */
export interface StoryItem extends Omit<Story, "reports"> {
  readonly title?: string;
  readonly reports?: number;
  readonly originals?: number;
  readonly newest?: string;
  readonly oldest?: string;
  readonly summary?: StorySummary;
}
export interface StoryAnswer extends Story {
  readonly summary: StorySummary;
}
/** One happening of a story, as everybody tells it, and which others the story has. */
export interface ClaimsAnswer {
  readonly story: string;
  readonly happenings: readonly StoryHappening[];
  /** Absent for a story that tells no happening. */
  readonly table?: SideBySide;
  readonly reports: readonly ReportHeader[];
}

export interface StoriesPage extends Paged<StoryItem> {
  readonly asOf: Freshness;
}

/** A page of stories with what a reader sees of them; the server chooses, `show` and `text` among all stories. */
export const storiesQuery = (asked: {
  readonly after?: string | undefined;
  readonly since?: string | undefined;
  readonly came?: string | undefined;
  readonly show?: string | undefined;
}) => {
  const parameters = { size: "20", summaries: "true", ...asked };
  return queryOptions({
    queryKey: ["stories", parameters],
    queryFn: ({ signal }) => get<StoriesPage>("stories", { parameters, signal }),
  });
};

/** Stories to choose one from: a report of them has the words, of which the last may be only begun. */
export const storyChoicesQuery = (words: string) => {
  const parameters = { size: "20", text: words === "" ? undefined : words };
  return queryOptions({
    queryKey: ["stories", "choices", parameters],
    queryFn: ({ signal }) => get<Paged<StoryItem>>("stories", { parameters, signal }),
    placeholderData: keepPreviousData,
  });
};

/** `came`: the instant since which its reports are new to who asks. */
export const storyQuery = (id: string, came?: string) =>
  queryOptions({
    queryKey: ["stories", "one", id, came ?? ""],
    queryFn: ({ signal }) =>
      get<StoryAnswer>(`stories/${encodeURIComponent(id)}`, { parameters: { came }, signal }),
  });

export const claimsQuery = (
  story: string,
  rule: RollUpRule,
  happening: string | undefined,
  source: string | undefined,
) =>
  queryOptions({
    queryKey: ["stories", "claims", story, rule, happening ?? "", source ?? ""],
    queryFn: ({ signal }) =>
      get<ClaimsAnswer>(`stories/${encodeURIComponent(story)}/claims`, {
        parameters: { rule, happening, source },
        signal,
      }),
    placeholderData: (before) => (before?.story === story ? before : undefined),
  });

/** Every claim of a story, as events. */
export const claimsOfStoryQuery = (story: string) =>
  queryOptions({
    queryKey: ["events", "of story", story],
    queryFn: ({ signal }) =>
      get<Paged<StoredEvent>>("events", { parameters: { stories: story, size: "500" }, signal }),
  });
