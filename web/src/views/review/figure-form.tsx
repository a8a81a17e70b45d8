import { codesOf } from "../../catalogue/codes.ts";
import { useWords } from "../../catalogue/words.tsx";
import { figureWords } from "../../parts/figures.ts";
import type { FormProps } from "./dialogs.tsx";
import { digitsIn, type FigureDraft, setFigure, setNothing } from "./edits.ts";
import { FormButtons, Receipt, wordsIn } from "./form-parts.tsx";
import { useSet } from "./use-set.ts";

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
            {codesOf("quantity").map((one) => (
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
