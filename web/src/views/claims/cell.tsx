import type { ClaimCell } from "../../../../src/record/side-by-side.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatDay } from "../../parts/dates.ts";
import { rangeWords, valueWords } from "./value-words.ts";

/** What one speaker says of one field: value, words, and what it said before; or that it says nothing. */
export function CellContent({ field, cell }: { readonly field: string; readonly cell: ClaimCell | null }) {
  const t = useWords();
  const language = useLanguage();
  if (cell === null) return t("claims.says-nothing");
  const { value, figure, stance, quotes, first, also, outlier } = cell;
  const words = (said: string) => valueWords(field, said, language, t);
  const [quote] = quotes;
  return (
    <>
      <span className={figure ? "figure" : undefined} dir="auto">
        {stance === "denies" && <b>{t("claims.denies")} </b>}
        {stance !== "denies" && stance !== "asserts" && <i>{t(`stance.${stance}`)} </i>}
        {figure ? rangeWords(figure, t) : words(value)}
      </span>
      {outlier && <span className="hidden">{t("claims.outlier")}</span>}
      {quote ? <q dir="auto">“{quote.text}”</q> : <div className="unknown">{t("evidence.none")}</div>}
      {first && (
        <div className="meta">
          {t("claims.first-said", {
            value: words(first.value),
            when: first.published ? formatDay(first.published, language) : "?",
          })}
        </div>
      )}
      {also.map((one) => (
        <div key={`${one.report} ${one.value}`} className="meta" dir="auto">
          {t("claims.also", { value: words(one.value) })}
        </div>
      ))}
    </>
  );
}
