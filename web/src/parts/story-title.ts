import type { StorySummary } from "../../../src/record/story-summary.ts";

interface Titled {
  readonly id: string;
  /** Headline of its first report. */
  readonly title?: string | undefined;
  readonly summary?: Pick<StorySummary, "title" | "timeline"> | undefined;
}

/** What a story is called: by the headline of its first report; without one, by the words of what it tells first. */
export function storyTitle({ id, title, summary }: Titled): string {
  const words = summary?.timeline[0]?.words;
  return summary?.title ?? title ?? (words === undefined ? id : `“${words}”`);
}
