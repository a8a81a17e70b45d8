import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatTime } from "../../parts/dates.ts";
import { useSearchState } from "../../parts/use-search-state.ts";
import { barOf, type Days, isoOf } from "./intervals.ts";
import type { Band } from "./rows.ts";
import { share } from "./share.ts";

/** How many events, by how sharp their date is. Clicking narrows; the same is said and done by the table and the dates. */
export function BandOfBars({ band, axis }: { readonly band: Band; readonly axis: Days }) {
  const t = useWords();
  const language = useLanguage();
  const [, change] = useSearchState();
  return (
    <div className="timeline-band">
      <span className="timeline-label meta">{t(`timeline.${band.sharpness}`)}</span>
      <div className="timeline-track" aria-hidden="true">
        {band.bars.map(({ events, precision, ...days }) => {
          const bar = barOf(days, axis);
          const [from, to] = [isoOf(days.from), isoOf(days.to - 1)];
          return (
            bar && (
              <button
                key={`${from} ${to} ${precision}`}
                type="button"
                tabIndex={-1}
                className={`count-bar ${band.sharpness}`}
                style={{ ...share(bar), "--height": events / band.most } as React.CSSProperties}
                title={t("timeline.bar", {
                  when: formatTime({ from, to, precision }, language),
                  count: events,
                })}
                onClick={() => change({ from, to })}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
