import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatDay } from "../../parts/dates.ts";
import { useSearchState } from "../../parts/use-search-state.ts";
import { first } from "../../search.ts";
import { dayAt, movedBy, type Stretch, stretchOf } from "./brush.ts";
import type { Bucket } from "./buckets.ts";
import { barOf, type Days, dayOf, daysOf, isoOf } from "./intervals.ts";
import { share } from "./share.ts";
import { useDrag } from "./use-drag.ts";
import "./brush.css";

interface BrushProps {
  readonly axis: Days;
  readonly bucket: Bucket;
  /** What is brushed over. */
  readonly children: ReactNode;
}

/**
 * A stretch of time is chosen by dragging over the bars, or by moving its two ends with the arrow keys. It is the filter's
 * from and to, and stands in the address.
 */
export function Brush({ axis, bucket, children }: BrushProps) {
  const t = useWords();
  const [search, change] = useSearchState();
  const track = useRef<HTMLDivElement>(null);
  const { drag, handlers } = useDrag(track, ({ from, to }) =>
    change({ ...stretchOf(dayAt(from, axis), dayAt(to, axis)) }),
  );
  const chosen = chosenIn(first(search.from), first(search.to), axis);
  const shown = drag ? stretchOf(dayAt(drag.from, axis), dayAt(drag.to, axis)) : chosen;
  const bar = barOf(daysOf(shown) ?? axis, axis);
  const isWhole = !drag && search.from === undefined && search.to === undefined;
  return (
    <div className={`timeline-brushed${drag ? " dragging" : ""}`} {...handlers}>
      {children}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot lie over the bars as a grid does */}
      <div className="timeline-brush" role="group" aria-label={t("timeline.brush")}>
        <span className="timeline-label" />
        <div className="timeline-track" ref={track}>
          {bar && (
            <div className={`brush${isWhole ? " whole" : ""}`} style={share(bar)}>
              <End which="from" stretch={shown} axis={axis} bucket={bucket} onMove={change} />
              <End which="to" stretch={shown} axis={axis} bucket={bucket} onMove={change} />
            </div>
          )}
        </div>
      </div>
    </div>
  );
}

/** What is chosen now: the whole axis where the filter leaves an end open. */
function chosenIn(from: string | undefined, to: string | undefined, axis: Days): Stretch {
  const whole = { from: isoOf(axis.from), to: isoOf(axis.to - 1) };
  const chosen = { from: from ?? whole.from, to: to ?? whole.to };
  return chosen.from <= chosen.to ? chosen : whole;
}

interface EndProps {
  readonly which: "from" | "to";
  readonly stretch: Stretch;
  readonly axis: Days;
  readonly bucket: Bucket;
  readonly onMove: (stretch: { readonly from?: string; readonly to?: string }, keep: "replace") => void;
}

function End({ which, stretch, axis, bucket, onMove }: EndProps) {
  const t = useWords();
  const language = useLanguage();
  const day = dayOf(stretch[which])!;
  const [least, most] =
    which === "from" ? [axis.from, dayOf(stretch.to)!] : [dayOf(stretch.from)!, axis.to - 1];
  const other = which === "from" ? most : least;
  const onKeyDown = (event: KeyboardEvent) => {
    const isRtl = getComputedStyle(event.currentTarget).direction === "rtl";
    // With Shift by single days, however long the bars are.
    const moved = movedBy(event.key, day, { bucket: event.shiftKey ? "day" : bucket, axis, isRtl });
    if (moved === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onMove({ [which]: isoOf(Math.min(Math.max(moved, least), most)) }, "replace");
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      data-anchor={(other + 0.5 - axis.from) / (axis.to - axis.from)}
      className={`brush-end ${which}`}
      aria-label={t(`timeline.${which}`)}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={day}
      aria-valuetext={formatDay(stretch[which], language)}
      onKeyDown={onKeyDown}
    />
  );
}
