import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatTime } from "../../parts/dates.ts";
import { figureWords } from "../../parts/figures.ts";
import type { FormProps } from "./dialogs.tsx";
import {
  digitsIn,
  type FigureDraft,
  type PlaceDraft,
  setFigure,
  setNothing,
  setPlace,
  setTime,
  type TimeDraft,
  type WordField,
} from "./edits.ts";
import { FormButtons, Receipt, wordsIn } from "./form-parts.tsx";
import { PLACE_KINDS, PRECISIONS, QUANTITY_KINDS } from "./kinds.ts";
import type { Verdict } from "./outbox.ts";

/** Closes the form and keeps what was set; the event stays on the screen. */
function useSet({ queue, close }: FormProps, field: WordField) {
  const t = useWords();
  return (verdict: Verdict, words: string) => {
    close();
    queue.decide(verdict, t("review.set", { field: t(`field.${field}`), words }), false);
  };
}

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
            {PRECISIONS.map((one) => (
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
            {PLACE_KINDS.map((one) => (
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

export function FigureForm(props: FormProps) {
  const { item, close } = props;
  const t = useWords();
  const set = useSet(props, "quantities");
  const [known] = item.event.quantities;
  const quote = props.quote ?? known?.quote;
  return (
    <form
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (!quote) return;
        const words = (name: string) => wordsIn(submitted.currentTarget, name);
        const draft = {
          kind: words("kind"),
          min: Number(words("min")),
          max: words("max") === "" ? null : Number(words("max")),
        } as FigureDraft;
        const said = `${t(`quantity.${draft.kind}`)} ${figureWords({ ...draft, approximate: false }, t)}`;
        set(setFigure(item.id, item.event, draft, quote), said);
      }}
    >
      <h2>{t("field.quantities")}</h2>
      {quote ? <Receipt quote={quote} /> : <p className="unknown">{t("review.select-first")}</p>}
      <p className="fields">
        <label>
          {t("review.form.kind")}{" "}
          <select name="kind" defaultValue={known?.kind ?? "dead"}>
            {QUANTITY_KINDS.map((one) => (
              <option key={one} value={one}>
                {t(`quantity.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t("review.form.least")}{" "}
          <input
            type="number"
            name="min"
            min={0}
            required
            defaultValue={digitsIn(quote?.text ?? "") ?? known?.min}
          />
        </label>
        <label>
          {t("review.form.most")} <input type="number" name="max" min={0} defaultValue={known?.max ?? ""} />
        </label>
      </p>
      <FormButtons
        close={close}
        onNothing={() => set(setNothing(item.id, "quantities"), t("review.form.nothing"))}
      />
    </form>
  );
}
