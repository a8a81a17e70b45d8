import { codesOf } from "../../catalogue/codes.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatTime } from "../../parts/dates.ts";
import type { FormProps } from "./dialogs.tsx";
import { type PlaceDraft, setNothing, setPlace, setTime, type TimeDraft } from "./edits.ts";
import { FormButtons, Receipt, wordsIn } from "./form-parts.tsx";
import { useSet } from "./use-set.ts";

export function TimeForm(props: FormProps) {
  const { item, quote, close } = props;
  const t = useWords();
  const language = useLanguage();
  const set = useSet(props, "time");
  const { time } = item.event;
  const known = time.status === "known" ? time : undefined;
  return (
    <form
      onSubmit={(submitted) => {
        submitted.preventDefault();
        const words = (name: string) => wordsIn(submitted.currentTarget, name);
        const draft = { from: words("from"), to: words("to"), precision: words("precision") } as TimeDraft;
        const until = draft.to === "" ? draft.from : draft.to;
        set(setTime(item.id, draft, quote), formatTime({ ...draft, to: until }, language));
      }}
    >
      <h2>{t("field.time")}</h2>
      <Receipt quote={quote} />
      <p className="fields">
        <label>
          {t("timeline.from")}{" "}
          <input type="date" name="from" required defaultValue={known?.from.slice(0, 10)} />
        </label>
        <label>
          {t("timeline.to")} <input type="date" name="to" defaultValue={known?.to.slice(0, 10)} />
        </label>
        <label>
          {t("review.form.precision")}{" "}
          <select name="precision" defaultValue={known?.precision ?? "day"}>
            {codesOf("precision").map((one) => (
              <option key={one} value={one}>
                {t(`precision.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </p>
      <FormButtons
        close={close}
        onNothing={() => set(setNothing(item.id, "time"), t("review.form.nothing"))}
      />
    </form>
  );
}

export function PlaceForm(props: FormProps) {
  const { item, quote, close } = props;
  const t = useWords();
  const set = useSet(props, "place");
  const { place } = item.event;
  const known = place.status === "known" ? place : undefined;
  return (
    <form
      onSubmit={(submitted) => {
        submitted.preventDefault();
        const words = (name: string) => wordsIn(submitted.currentTarget, name);
        const draft = {
          name: words("name"),
          kind: words("kind"),
          country: words("country").toUpperCase(),
        } as PlaceDraft;
        set(setPlace(item.id, draft, quote), draft.name);
      }}
    >
      <h2>{t("field.place")}</h2>
      <Receipt quote={quote} />
      <p className="fields">
        <label>
          {t("review.form.name")}{" "}
          <input name="name" required dir="auto" defaultValue={quote?.text ?? known?.name} />
        </label>
        <label>
          {t("review.form.kind")}{" "}
          <select name="kind" defaultValue={known?.kind ?? "town"}>
            {codesOf("place-kind").map((one) => (
              <option key={one} value={one}>
                {t(`place-kind.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t("review.form.country")}{" "}
          <input name="country" pattern="[A-Za-z]{3}" size={4} defaultValue={known?.country} />
        </label>
      </p>
      <FormButtons
        close={close}
        onNothing={() => set(setNothing(item.id, "place"), t("review.form.nothing"))}
      />
    </form>
  );
}
