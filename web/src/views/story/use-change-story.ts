import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { changeStory, type StoryChange, takeBack } from "../../api/story-decisions.ts";
import { useWords } from "../../catalogue/words.tsx";
import { didUndoably, tell } from "../../shell/undo.ts";
import { useReviewer } from "../review/reviewer.ts";

/** Says which story reports tell; it can be taken back. What the server will not take is shown, and nothing is lost. */
export function useChangeStory(close: () => void) {
  const t = useWords();
  const queries = useQueryClient();
  const { reviewer } = useReviewer();
  const [refused, refuse] = useState<unknown>();
  const run = async (change: StoryChange, words: string): Promise<void> => {
    try {
      const written = await changeStory({ ...change, ...(reviewer === undefined ? {} : { reviewer }) });
      close();
      await queries.invalidateQueries();
      didUndoably({
        words,
        undo: async () => {
          const isBack = await takeBack(written, reviewer);
          if (isBack) await queries.invalidateQueries();
          else tell(t("story.undo-blocked"));
          return isBack;
        },
      });
    } catch (error) {
      refuse(error);
    }
  };
  return { run, refused };
}
