import type { Quote } from "../../../../src/text/span.ts";
import { useWords } from "../../catalogue/words.tsx";

/** A field of a form, trimmed; empty if it is not there. */
export function wordsIn(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === "string" ? value.trim() : "";
}

interface FormButtonsProps {
  readonly close: () => void;
  /** Sets the field to nothing: the report does not say. */
  readonly onNothing?: () => void;
}

export function FormButtons({ close, onNothing }: FormButtonsProps) {
  const t = useWords();
  return (
    <div className="bar">
      <button type="submit" className="pill on">
        <kbd>Enter</kbd> {t("review.form.set")}
      </button>
      {onNothing && (
        <button type="button" className="pill" onClick={onNothing}>
          {t("review.form.nothing")}
        </button>
      )}
      <button type="button" className="pill" onClick={close}>
        <kbd>Esc</kbd> {t("review.form.cancel")}
      </button>
    </div>
  );
}

/** The words that the value will rest on, or that there are none. */
export function Receipt({ quote }: { readonly quote: Quote | undefined }) {
  const t = useWords();
  if (!quote) return <p className="unknown">{t("review.form.no-words")}</p>;
  return (
    <p>
      {t("review.form.words")}: <q dir="auto">“{quote.text}”</q>
    </p>
  );
}
