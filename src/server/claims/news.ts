import type { IsNews } from "../../linking/index.ts";
import type { Store } from "../../store/index.ts";

/** What a reader has not seen yet: published on a day or later, or come into the store at an instant or later. */
export interface Since {
  readonly since?: string | undefined;
  readonly came?: string | undefined;
}

/** Which reports of these stories are news; undefined if the reader does not say since when. */
export async function newsIn(
  store: Store,
  stories: readonly string[],
  { since, came }: Since = {},
): Promise<IsNews | undefined> {
  if (since === undefined && came === undefined) return undefined;
  const arrived = came === undefined ? new Set() : await store.cameToStories(stories, came);
  return (report, day) => arrived.has(report) || (since !== undefined && (day ?? "") >= since);
}
