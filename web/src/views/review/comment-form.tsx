import { useWords } from "../../catalogue/words.tsx";
import type { FormProps } from "./dialogs.tsx";
import { FormButtons, wordsIn } from "./form-parts.tsx";

export function CommentForm({ item, queue, close }: FormProps) {
  const t = useWords();
  return (
    <form
      onSubmit={(submitted) => {
        submitted.preventDefault();
        const reason = wordsIn(submitted.currentTarget, "comment");
        close();
        if (reason !== "")
          queue.decide({ event: item.id, verdict: "comment", reason }, t("review.done.comment"), false);
      }}
    >
      <h2>{t("review.form.comment")}</h2>
      <textarea
        name="comment"
        rows={4}
        dir="auto"
        aria-label={t("review.form.comment")}
        onKeyDown={(stroke) => {
          // As the button says; Shift+Enter is a new line.
          if (stroke.key !== "Enter" || stroke.shiftKey || stroke.nativeEvent.isComposing) return;
          stroke.preventDefault();
          stroke.currentTarget.form?.requestSubmit();
        }}
      />
      <FormButtons close={close} />
    </form>
  );
}
