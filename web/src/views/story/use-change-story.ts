import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { changeStory, type StoryChange } from "../../api/story-decisions.ts";
import { didUndoably } from "../../shell/undo.ts";
import { useReviewer } from "../review/reviewer.ts";

/** Says which story reports tell; it can be taken back. What the server will not take is shown, and nothing is lost. */
export function useChangeStory(close: () => void) {
  const queries = useQueryClient();
  const { reviewer } = useReviewer();
  const [refused, refuse] = useState<unknown>();
  const run = async (change: StoryChange, words: string): Promise<void> => {
    try {
      const written = await changeStory({ ...change, ...(reviewer === undefined ? {} : { reviewer }) });
      close();
      await queries.invalidateQueries();
      const last = written.reviews.at(-1);
      if (last !== undefined) didUndoably({ words, kind: "story", what: { last, reviewer } });
    } catch (error) {
      refuse(error);
    }
  };
  return { run, refused };
}
