import { Link } from "@tanstack/react-router";
import type { Dyad } from "../../../../src/store/types.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { matrixOf, shadeOf } from "./matrix.ts";

/** Parties on a side: more columns than this cannot be read. */
const MOST = 30;

/** Rows act, columns receive; a cell leads to the events behind its number. */
export function MatrixTable({ dyads }: { readonly dyads: readonly Dyad[] }) {
  const t = useWords();
  const language = useLanguage();
  const { rows, columns, counts, most, left } = matrixOf(dyads, MOST);
  return (
    <div className="wide">
      <table className="matrix">
        <caption className="meta">
          {t("actors.matrix")} {left > 0 && t("actors.left", { count: left })}
        </caption>
        <thead>
          <tr>
            <td />
            {columns.map((name) => (
              <th key={name} scope="col">
                <span dir="auto">{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((name, row) => (
            <tr key={name}>
              <th scope="row" dir="auto">
                {name}
              </th>
              {columns.map((other, column) => {
                const count = counts[row]![column]!;
                return (
                  <td key={other} className={`shade${shadeOf(count, most)}`}>
                    {count > 0 && (
                      <Link
                        to="/events"
                        search={{ actors: name, recipients: other }}
                        aria-label={t("actors.pair", { actor: name, recipient: other, count })}
                      >
                        {count.toLocaleString(language)}
                      </Link>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
