import type { StorySummary } from "../../../../src/record/story-summary.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatDay, formatTime } from "../../parts/dates.ts";
import { axisOf, barOf, dayOf, daysOf, sharpnessOf } from "../timeline/intervals.ts";
import { share } from "../timeline/share.ts";

/** When it happened and when it was reported, small; the words below say the same. */
export function SmallTimeline({ summary }: { readonly summary: StorySummary }) {
  const t = useWords();
  const language = useLanguage();
  const dated = summary.timeline.flatMap(({ id, from, to, precision, type, words }) => {
    const days = from && to && precision ? daysOf({ from, to }) : undefined;
    return days && from && to && precision ? [{ id, days, from, to, precision, type, words }] : [];
  });
  const reported = [...new Set(summary.timeline.flatMap(({ reported }) => reported ?? []))];
  const reportDays = reported.flatMap((iso) => dayOf(iso) ?? []);
  const axis = axisOf([
    ...dated.map(({ days }) => days),
    ...reportDays.map((day) => ({ from: day, to: day + 1 })),
  ]);
  const { oldest, newest } = summary;
  return (
    <div>
      {axis && (
        <div className="small-timeline" aria-hidden="true">
          {dated.map(({ id, days, from, to, precision, type, words }) => {
            const bar = barOf(days, axis);
            return (
              bar && (
                <i
                  key={id}
                  className={`interval ${sharpnessOf(precision)}`}
                  style={share(bar)}
                  title={`${t(`type.${type}`)} “${words}” · ${formatTime({ from, to, precision }, language)}`}
                />
              )
            );
          })}
          {reportDays.map((day) => {
            const bar = barOf({ from: day, to: day }, axis);
            return bar && <i key={day} className="reported" style={share(bar)} />;
          })}
        </div>
      )}
      {oldest && newest && (
        <span className="meta">
          {t("timeline.reported")} {formatDay(oldest, language)}
          {newest !== oldest && ` – ${formatDay(newest, language)}`}
        </span>
      )}
    </div>
  );
}
