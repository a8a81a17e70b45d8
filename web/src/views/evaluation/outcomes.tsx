import type { CSSProperties } from "react";
import type { Evaluation, Share } from "../../api/agreement.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { comparableWords } from "../agreement/comparable-words.ts";
import { valueWords } from "../claims/value-words.ts";
import { shareWords } from "./share-words.ts";

/** How often each field was left, corrected and rejected, in a group or in all. */
export function Outcomes({ outcomes }: Pick<Evaluation, "outcomes">) {
  const t = useWords();
  const language = useLanguage();
  const two = new Intl.NumberFormat(language, { maximumFractionDigits: 2, minimumFractionDigits: 2 });
  const isGrouped = outcomes.some(({ group }) => group !== "");
  return (
    <div className="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">{t("agreement.field")}</th>
            {isGrouped && <th scope="col">{t("evaluation.group")}</th>}
            <td />
            <th scope="col">{t("evaluation.accepted")}</th>
            <th scope="col">{t("evaluation.corrected")}</th>
            <th scope="col">{t("evaluation.rejected")}</th>
            <th scope="col">{t("evaluation.expected")}</th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map(({ field, by, group, accepted, corrected, rejected, expected }) => (
            <tr key={`${field} ${group}`}>
              <th scope="row">{comparableWords(field, t)}</th>
              {isGrouped && (
                <td dir="auto">
                  {by === "type" ? valueWords("type", group, language, t) : group || t("unknown.not-stated")}
                </td>
              )}
              <td>
                <span className="shares" aria-hidden="true">
                  <Part name="accepted" share={accepted} />
                  <Part name="corrected" share={corrected} />
                  <Part name="rejected" share={rejected} />
                </span>
              </td>
              <td>{shareWords(accepted, language, t)}</td>
              <td>{shareWords(corrected, language, t)}</td>
              <td>{shareWords(rejected, language, t)}</td>
              <td className="count">{expected === undefined ? "–" : two.format(expected)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Part({ name, share }: { readonly name: string; readonly share: Share }) {
  return <i className={name} style={{ "--width": share.count } as CSSProperties} />;
}
