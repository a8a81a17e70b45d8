import { Link } from "@tanstack/react-router";
import type { ReportHeader } from "../../../../src/store/types.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatDay } from "../../parts/dates.ts";
import { RowTable } from "../../parts/row-table.tsx";

interface StoryReportsProps {
  readonly reports: readonly ReportHeader[];
  /** Keys of those that came since the last visit. */
  readonly news: readonly string[];
  /** Undefined: this account may not say which story a report tells. */
  readonly onLeave: ((report: string) => void) | undefined;
}

/** The reports of a story, copies under what they repeat; each can be said to tell another story. */
export function StoryReports({ reports, news, onLeave }: StoryReportsProps) {
  const t = useWords();
  const language = useLanguage();
  return (
    <RowTable heads={[t("view.reports"), t("events.outlet"), t("import.published"), t("story.origin"), ""]}>
      {inOrder(reports).map(({ key, title, outlet, published, originator, copyOf }) => (
        <tr key={key} data-report={key}>
          <th scope="row" className={copyOf ? "copy" : undefined}>
            <Link to="/reports/$key" params={{ key }} data-row dir="auto">
              {title ?? t("reader.untitled")}
            </Link>{" "}
            {news.includes(key) && <span className="flag new">{t("today.new")}</span>}
          </th>
          <td dir="auto">{outlet ?? <span className="unknown">{t("reader.no-outlet")}</span>}</td>
          <td>{published ? formatDay(published, language) : t("reader.no-date")}</td>
          <td>
            <bdi>{originator}</bdi> {copyOf && <span className="meta">{t("reader.copy-of")}</span>}
          </td>
          <td className="no-print">
            {onLeave && reports.length > 1 && (
              <button type="button" className="pill" onClick={() => onLeave(key)}>
                {t("story.leave")}
                <span className="hidden"> {title}</span>
              </button>
            )}
          </td>
        </tr>
      ))}
    </RowTable>
  );
}

/** By the day of what a report repeats, or its own; what is repeated first, its copies after it. */
function inOrder(reports: readonly ReportHeader[]): readonly ReportHeader[] {
  const days = new Map(reports.map(({ key, published }) => [key, published ?? ""]));
  const place = ({ key, copyOf = key }: ReportHeader) => `${days.get(copyOf) ?? ""} ${copyOf}`;
  return [...reports].sort(
    (a, b) =>
      place(a).localeCompare(place(b)) || Number(a.copyOf !== undefined) - Number(b.copyOf !== undefined),
  );
}
