import { queryOptions } from "@tanstack/react-query";
import type { Paged, Review } from "../../../src/store/types.ts";
import { get, send } from "./client.ts";

/** Who put reports into a story or out of it, the oldest first; what was taken back is undone by a later one. */
export const decisionsQuery = (story: string) =>
  queryOptions({
    queryKey: ["stories", "decisions", story],
    queryFn: ({ signal }) =>
      get<{ readonly reviews: readonly Review[] }>(`stories/${encodeURIComponent(story)}/decisions`, {
        signal,
      }),
  });

interface Signed {
  readonly reason: string;
  /** Undefined: the server knows who it is. */
  readonly reviewer?: string | undefined;
}
export type StoryChange =
  | ({ readonly verdict: "join"; readonly story: string; readonly to: string } & Signed)
  | ({ readonly verdict: "join"; readonly reports: readonly string[]; readonly to: string } & Signed)
  | ({ readonly verdict: "leave"; readonly reports: readonly string[] } & Signed);

interface Written {
  readonly reviews: readonly Review[];
}

/** Sent twice under the same name it is done once. */
const once = () => ({ "idempotency-key": crypto.randomUUID() });

export const changeStory = (change: StoryChange): Promise<Written> =>
  send("POST", "reviews/stories", change, once());

/**
 * Takes back the reviewer's newest decision if it is this one; false if something else was decided since, which must be
 * taken back first.
 */
export async function takeBack(written: Written, reviewer: string | undefined): Promise<boolean> {
  const last = written.reviews.at(-1);
  const { items } = await get<Paged<Review>>("reviews/mine", { parameters: { reviewer, size: "100" } });
  const undone = new Set(items.map(({ undoes }) => undoes));
  const newest = items.find(({ id, undoes }) => undoes === undefined && !undone.has(id));
  if (last === undefined || newest?.id !== last.id) return false;
  await send("POST", "reviews/undo", { reviewer }, once());
  return true;
}
