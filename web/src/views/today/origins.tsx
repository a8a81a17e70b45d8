import type { StorySummary } from "../../../../src/record/story-summary.ts";
import { useWords } from "../../catalogue/words.tsx";

/** Whose reports these are in the end: five papers with one wire's text are one origin. */
export function Origins({ summary: { origins } }: { readonly summary: StorySummary }) {
  const t = useWords();
  if (origins.length === 0) return null;
  const reports = origins.reduce((sum, origin) => sum + origin.reports, 0);
  return (
    <p className="origins meta">
      {t("today.origins", { count: origins.length, reports })}:{" "}
      {origins.map(({ name, copies, outlets }, index) => (
        <span key={name} title={outlets.join(", ")}>
          {index > 0 && ", "}
          <b dir="auto">{name}</b>
          {copies > 0 && ` (${t("today.copies", { count: copies })})`}
        </span>
      ))}
    </p>
  );
}
