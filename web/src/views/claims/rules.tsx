import type { RollUpRule } from "../../../../src/record/happening.ts";
import type { SideBySide } from "../../../../src/record/side-by-side.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { useSearchState } from "../../parts/use-search-state.ts";
import { rowLabel, valueWords } from "./value-words.ts";

const RULES = [
  "conservative",
  "informative",
  "representative",
  "latest",
  "source",
] as const satisfies readonly RollUpRule[];

export function isRule(value: string | undefined): value is RollUpRule {
  return RULES.some((rule) => rule === value);
}

/** How one value is chosen of several: a switch that says what it would change before it is pressed. */
export function Rules({ rule, table }: { readonly rule: RollUpRule; readonly table: SideBySide }) {
  const t = useWords();
  const language = useLanguage();
  const [, change] = useSearchState();
  const words = (field: string, value: string | undefined) =>
    value === undefined ? t("claims.nothing") : valueWords(field, value, language, t);
  const others = RULES.flatMap((other) => {
    const changes = table.changes[other] ?? [];
    return other === rule || changes.length === 0 ? [] : [{ other, changes }];
  });
  return (
    <>
      <div className="bar">
        <fieldset className="choice">
          <legend>{t("claims.one-value")}</legend>
          {RULES.map((one) => (
            <button
              key={one}
              type="button"
              className="pill"
              aria-pressed={one === rule}
              onClick={() =>
                change(
                  {
                    rule: one,
                    source: one === "source" ? (table.source ?? table.columns[0]?.words) : undefined,
                  },
                  "replace",
                )
              }
            >
              {t(`rule.${one}`)}
            </button>
          ))}
        </fieldset>
        {rule === "source" && (
          <label>
            {t("claims.source")}{" "}
            <select
              value={table.source ?? ""}
              onChange={({ target }) => change({ source: target.value }, "replace")}
            >
              {table.columns.map(({ key, words: name }) => (
                <option key={key} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <details className="changes">
        <summary>
          {others.length === 0
            ? t("claims.no-changes")
            : others
                .map(({ other, changes }) =>
                  t("claims.changes", { rule: t(`rule.${other}`), count: changes.length }),
                )
                .join(" · ")}
        </summary>
        {others.map(({ other, changes }) => (
          <div key={other}>
            <b>{t(`rule.${other}`)}</b>
            <ul>
              {changes.map(({ field, from, to }) => (
                <li key={field} dir="auto">
                  {t("claims.from-to", {
                    field: rowLabel(field, t),
                    from: words(field, from),
                    to: words(field, to),
                  })}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </details>
    </>
  );
}
