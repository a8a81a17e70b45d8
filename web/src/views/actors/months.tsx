import type { CSSProperties } from "react";
import type { ActorPage } from "../../../../src/store/types.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatTime } from "../../parts/dates.ts";
import { groupBy } from "../../parts/group.ts";

/** Events by month and role: a table whose numbers have a bar beside them. */
export function Months({ months }: Pick<ActorPage, "months">) {
  const t = useWords();
  const language = useLanguage();
  if (months.length === 0) return <p className="unknown">{t("timeline.all-undated")}</p>;
  const most = Math.max(...months.map(({ events }) => events));
  const roles = ["actor", "recipient", "source"] as const;
  return (
    <table className="months">
      <thead>
        <tr>
          <th scope="col">{t("precision.month")}</th>
          {roles.map((role) => (
            <th key={role} scope="col">
              {t(`actors.role.${role}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...groupBy(months, ({ month }) => month)].map(([month, counts]) => (
          <tr key={month}>
            <th scope="row">{formatTime({ from: month, to: month, precision: "month" }, language)}</th>
            {roles.map((role) => {
              const events = counts.find((one) => one.role === role)?.events ?? 0;
              return (
                <td key={role}>
                  {events > 0 && (
                    <>
                      <i
                        className={`month-bar ${role}`}
                        style={{ "--width": events / most } as CSSProperties}
                      />
                      {events.toLocaleString(language)}
                    </>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
