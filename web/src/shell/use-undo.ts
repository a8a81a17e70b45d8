import { useQueryClient } from "@tanstack/react-query";
import { problemOf } from "../api/problem.ts";
import { useWords } from "../catalogue/words.tsx";
import { problemWords } from "../parts/problem-words.ts";
import { newestStep, putStepBack, tell, tellTakenBack } from "./undo.ts";

/** Takes the newest step back, and says so, or why not. */
export function useUndo(): () => Promise<void> {
  const t = useWords();
  const queries = useQueryClient();
  return async () => {
    const step = newestStep();
    if (step === undefined) return tell(t("undo.nothing"));
    try {
      // How things are taken back is part of no first view.
      const { undo } = await import("./doings.ts");
      const blocked = await undo(step);
      if (blocked !== undefined) return tell(t(blocked));
      await queries.invalidateQueries();
      tellTakenBack(t("undo.done", { what: step.words }));
    } catch (error) {
      putStepBack(step);
      const problem = problemOf(error);
      const words = problem && problemWords(problem, t);
      tell(words?.happened ?? problem?.detail ?? t("state.failed.offline"));
    }
  };
}
