import type { EventType } from "../../../../src/ontology/plover/codes.ts";
import { type CodeOf, codesOf } from "../../catalogue/codes.ts";
import { useWords } from "../../catalogue/words.tsx";
import type { FormProps } from "./dialogs.tsx";
import { setNothing, setType, type WordField } from "./edits.ts";

interface FieldChoiceProps extends FormProps {
  readonly onForm: (field: WordField) => void;
}

/** Corrections that need no words of the text: the type, the certainty, a field that should be empty. */
export function FieldChoice({ item, queue, close, onForm }: FieldChoiceProps) {
  const t = useWords();
  const { id, event } = item;
  const decide = (field: string, value: unknown, words: string) => {
    close();
    const label = t(`field.${field}` as "field.type");
    queue.decide({ event: id, verdict: "edit", field, value }, `${label}: ${words}`, false);
  };
  return (
    <>
      <h2>{t("review.edit.title")}</h2>
      <p className="fields">
        <label>
          {t("field.type")}{" "}
          <select
            value={event.type}
            onChange={({ target }) => {
              close();
              const type = target.value as EventType;
              queue.decide(setType(id, type), `${t("field.type")}: ${t(`type.${type}`)}`, false);
            }}
          >
            {codesOf("type").map((one) => (
              <option key={one} value={one}>
                {t(`type.${one}`)} · {one}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t("field.factuality")}{" "}
          <select
            value={event.factuality.value}
            onChange={({ target }) => {
              const value = target.value as CodeOf<"factuality">;
              decide("factuality", value, t(`factuality.${value}`));
            }}
          >
            {codesOf("factuality").map((one) => (
              <option key={one} value={one}>
                {t(`factuality.${one}`)} · {one}
              </option>
            ))}
          </select>
        </label>
      </p>
      <div className="bar">
        {(["time", "place", "quantities"] as const).map((field) => (
          <button key={field} type="button" className="pill" onClick={() => onForm(field)}>
            {t(`field.${field}`)}…
          </button>
        ))}
        {(["actors", "recipients", "attributions"] as const).map((field) => (
          <button
            key={field}
            type="button"
            className="pill"
            onClick={() => {
              close();
              const words = `${t(`field.${field}`)}: ${t("review.form.nothing")}`;
              queue.decide(setNothing(id, field), words, false);
            }}
          >
            {t(`field.${field}`)}: {t("review.form.nothing")}
          </button>
        ))}
      </div>
      <p className="foot">{t("review.select-first")}</p>
    </>
  );
}
