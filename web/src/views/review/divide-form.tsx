import { useState } from "react";
import type { Event } from "../../../../src/record/event.ts";
import { codesOf } from "../../catalogue/codes.ts";
import { useWords } from "../../catalogue/words.tsx";
import { partyWords } from "../../parts/event-words.ts";
import { figureWords } from "../../parts/figures.ts";
import type { FormProps } from "./dialogs.tsx";
import { choiceOf, DIVIDED_FIELDS, type DividedField, divisionOf, SIDES, type Side } from "./divide.ts";
import { FormButtons, wordsIn } from "./form-parts.tsx";

/** Two events were read as one: of what type the second is, and which parties and figures belong to which. */
export function DivideForm({ item, queue, close }: FormProps) {
  const t = useWords();
  const { id, event } = item;
  const [isSame, setSame] = useState(false);
  return (
    <form
      onSubmit={(submitted) => {
        submitted.preventDefault();
        const words = (name: string) => wordsIn(submitted.currentTarget, name);
        const sideOf = (choice: string) => words(choice) as Side;
        const division = divisionOf(event, words("type") as Event["type"], sideOf);
        if (division === undefined) return setSame(true);
        close();
        queue.decide(
          { event: id, verdict: "divide", ...division, reason: words("why") },
          t("review.done.divide"),
          false,
        );
      }}
    >
      <h2>{t("review.divide.title")}</h2>
      <p className="meta">{t("review.divide.about")}</p>
      <p className="fields">
        <label>
          {t("review.divide.type")}{" "}
          <select name="type" defaultValue={event.type}>
            {codesOf("type").map((one) => (
              <option key={one} value={one}>
                {t(`type.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </p>
      <Sides event={event} />
      <p className="fields">
        <label>
          {t("review.merge.why")} <input name="why" required dir="auto" />
        </label>
      </p>
      {isSame && <p role="alert">{t("review.divide.same")}</p>}
      <FormButtons close={close} />
    </form>
  );
}

function Sides({ event }: { readonly event: Event }) {
  const t = useWords();
  return (
    <div className="divide">
      {DIVIDED_FIELDS.flatMap((field) =>
        namesIn(event, field, t).map((name, index) => (
          <fieldset key={choiceOf(field, index)}>
            <legend>
              {t(`field.${field}`)}: <bdi>{name}</bdi>
            </legend>
            {SIDES.map((side) => (
              <label key={side}>
                <input
                  type="radio"
                  name={choiceOf(field, index)}
                  value={side}
                  defaultChecked={side === "both"}
                />{" "}
                {t(`review.divide.${side}`)}
              </label>
            ))}
          </fieldset>
        )),
      )}
    </div>
  );
}

function namesIn(event: Event, field: DividedField, t: ReturnType<typeof useWords>): readonly string[] {
  return field === "quantities"
    ? event.quantities.map((one) => `${t(`quantity.${one.kind}`)} ${figureWords(one, t)}`)
    : event[field].map(partyWords);
}
