import type { Dispatch } from "react";
import { useWords } from "../../catalogue/words.tsx";
import type { DraftAction, Sentence } from "./draft.ts";

interface SentenceEditorProps {
  readonly sentence: Sentence;
  readonly references: readonly string[];
  readonly onStep: Dispatch<DraftAction>;
}

/** One sentence: its words, the numbers of what it rests on, and its place. One that rests on nothing says so. */
export function SentenceEditor({ sentence, references, onStep }: SentenceEditorProps) {
  const t = useWords();
  const { key, text, events, heading = false } = sentence;
  const isLoose = !heading && text.trim() !== "" && events.length === 0;
  return (
    <div className={`brief-sentence${heading ? " heading" : ""}${isLoose ? " loose" : ""}`}>
      <textarea
        value={text}
        rows={heading ? 1 : Math.max(2, Math.ceil(text.length / 80))}
        dir="auto"
        aria-label={heading ? t("brief.add.heading") : t("brief.add.sentence")}
        aria-invalid={isLoose}
        onChange={({ target }) => onStep({ kind: "worded", key, text: target.value })}
      />
      <p className="brief-print" dir="auto">
        {text} {events.map((event) => `[${references.indexOf(event) + 1}]`).join("")}
      </p>
      <div className="brief-tools no-print">
        {events.map((event) => (
          <button
            key={event}
            type="button"
            className="chip"
            title={t("brief.loosen")}
            onClick={() => onStep({ kind: "loosened", key, event })}
          >
            [{references.indexOf(event) + 1}] ×<span className="hidden">{t("brief.loosen")}</span>
          </button>
        ))}
        {isLoose && (
          <>
            <span className="loose-words">{t("brief.no-anchor")}</span>
            {references.map((event, index) => (
              <button
                key={event}
                type="button"
                className="chip"
                onClick={() => onStep({ kind: "anchored", key, event })}
              >
                + [{index + 1}]
              </button>
            ))}
          </>
        )}
        <span className="push-end">
          <button
            type="button"
            className="chip"
            aria-label={t("brief.up")}
            onClick={() => onStep({ kind: "moved", key, by: -1 })}
          >
            ↑
          </button>{" "}
          <button
            type="button"
            className="chip"
            aria-label={t("brief.down")}
            onClick={() => onStep({ kind: "moved", key, by: 1 })}
          >
            ↓
          </button>{" "}
          <button
            type="button"
            className="chip"
            aria-label={t("brief.remove")}
            onClick={() => onStep({ kind: "removed", key })}
          >
            ×
          </button>
        </span>
      </div>
    </div>
  );
}
