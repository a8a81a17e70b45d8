import type { StoryHappening } from "../../../../src/record/story-summary.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatTime } from "../../parts/dates.ts";
import { useSearchState } from "../../parts/use-search-state.ts";
import { useKeys } from "../../shell/use-keys.ts";

interface HappeningsProps {
  readonly happenings: readonly StoryHappening[];
  readonly current: string;
}

/** Which happening of the story is shown; j and k go through them. */
export function Happenings({ happenings, current }: HappeningsProps) {
  const t = useWords();
  const language = useLanguage();
  const [, change] = useSearchState();
  const at = happenings.findIndex(({ id }) => id === current);
  const go = (to: number) => {
    const next = happenings[to];
    if (next) change({ happening: next.id }, "replace");
  };
  useKeys({ next: () => go(at + 1), previous: () => go(at - 1) });
  if (happenings.length < 2) return null;
  return (
    <div className="bar">
      <label className="happening-choice">
        {t("claims.happening")}{" "}
        <select value={current} onChange={({ target }) => change({ happening: target.value })}>
          {happenings.map((one) => (
            <option key={one.id} value={one.id}>
              {t(`type.${one.type}`)} “{one.words}”
              {one.from &&
                one.to &&
                one.precision &&
                ` · ${formatTime({ from: one.from, to: one.to, precision: one.precision }, language)}`}
              {` · ${t("claims.speakers", { count: one.speakers })}`}
              {one.contested.length > 0 && ` · ${t("today.contested")}`}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className="pill"
        disabled={at <= 0}
        onClick={() => go(at - 1)}
        title={t("claims.happening.previous")}
      >
        <kbd>k</kbd> {t("key.previous")}
      </button>
      <button
        type="button"
        className="pill"
        disabled={at >= happenings.length - 1}
        onClick={() => go(at + 1)}
        title={t("claims.happening.next")}
      >
        <kbd>j</kbd> {t("key.next")}
      </button>
      <span className="meta">{t("review.at", { at: at + 1, count: happenings.length })}</span>
    </div>
  );
}
