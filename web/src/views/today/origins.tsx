import type { StorySummary } from "../../../../src/record/story-summary.ts";
import { useWords } from "../../catalogue/words.tsx";

/** How a report is named whose outlet nobody knows. */
const UNNAMED = "report:";

/** Whose reports these are in the end: five papers with one wire's text are one origin. */
export function Origins({ summary: { origins } }: { readonly summary: StorySummary }) {
  const t = useWords();
  if (origins.length === 0) return null;
  const reports = origins.reduce((sum, origin) => sum + origin.reports, 0);
  return (
    <p className="origins meta">
      {t("claims.origins", { count: origins.length })} · {t("reports.count", { count: reports })}:{" "}
      {origins.map(({ name, copies, outlets }, index) => (
        <span key={name} title={outlets.join(", ")}>
          {index > 0 && ", "}
          {name.startsWith(UNNAMED) ? <i>{t("reader.no-outlet")}</i> : <b dir="auto">{name}</b>}
          {copies > 0 && ` (${t("today.copies", { count: copies })})`}
        </span>
      ))}
    </p>
  );
}
