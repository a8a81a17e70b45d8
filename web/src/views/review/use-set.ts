import { useWords } from "../../catalogue/words.tsx";
import type { FormProps } from "./dialogs.tsx";
import type { WordField } from "./edits.ts";
import type { Verdict } from "./outbox.ts";

/** Closes the form and keeps what was set; the event stays on the screen. */
export function useSet({ queue, close }: FormProps, field: WordField) {
  const t = useWords();
  return (verdict: Verdict, words: string) => {
    close();
    queue.decide(verdict, t("review.set", { field: t(`field.${field}`), words }), false);
  };
}
