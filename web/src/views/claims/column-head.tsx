import { Link } from "@tanstack/react-router";
import type { ClaimColumn } from "../../../../src/record/side-by-side.ts";
import type { ReportHeader } from "../../../../src/store/types.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatDay } from "../../parts/dates.ts";

interface ColumnHeadProps {
  readonly column: ClaimColumn;
  readonly reports: readonly ReportHeader[];
}

/** Who speaks, as what, and in how many articles; the articles unfold, copies last. */
export function ColumnHead({ column, reports }: ColumnHeadProps) {
  const t = useWords();
  const { words, group, articles, origins, copies, ownAffair, country, sector } = column;
  return (
    <>
      <bdi>{words}</bdi>
      <small>
        {t(`group.${group}`)}
        {(country || sector) && ` · ${[country, sector].filter(Boolean).join(" ")}`}
      </small>
      {ownAffair && <small className="own-affair">{t("claims.own-affair")}</small>}
      <details>
        <summary>
          {t("claims.articles", { count: articles })}, {t("claims.origins", { count: origins.length })}
          {copies.length > 0 && ` (${t("claims.copies", { count: copies.length })})`}
        </summary>
        <Articles column={column} reports={reports} />
      </details>
    </>
  );
}

function Articles({ column: { reports: keys, copies }, reports }: ColumnHeadProps) {
  const t = useWords();
  const language = useLanguage();
  const headers = reports.filter(({ key }) => keys.includes(key));
  const isCopy = ({ key }: ReportHeader): boolean => copies.includes(key);
  return (
    <ul className="articles">
      {[...headers]
        .sort((a, b) => Number(isCopy(a)) - Number(isCopy(b)))
        .map((report) => (
          <li key={report.key}>
            <Link to="/reports/$key" params={{ key: report.key }} dir="auto">
              {report.outlet ?? report.title ?? t("reader.untitled")}
            </Link>
            {report.published && ` · ${formatDay(report.published, language)}`}
            {isCopy(report) && <span className="meta"> · {t("claims.copy")}</span>}
          </li>
        ))}
    </ul>
  );
}
