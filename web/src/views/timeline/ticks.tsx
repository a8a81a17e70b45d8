import { useLanguage } from "../../catalogue/words.tsx";
import { barOf, type Days, isoOf, ticksOf } from "./intervals.ts";
import { share } from "./share.ts";

export function Ticks({ axis }: { readonly axis: Days }) {
  const language = useLanguage();
  const write = { day: "day", week: "day", month: "month", year: "year" } as const;
  return (
    <div className="timeline-ticks" aria-hidden="true">
      <span className="timeline-label" />
      <div className="timeline-track">
        {ticksOf(axis).map(({ day, unit }) => {
          const from = isoOf(day);
          const bar = barOf({ from: day, to: day }, axis);
          return (
            bar && (
              <span key={day} style={share(bar)}>
                {tickWords(from, write[unit], language)}
              </span>
            )
          );
        })}
      </div>
    </div>
  );
}

function tickWords(from: string, unit: "day" | "month" | "year", language: string): string {
  const options = {
    day: { day: "numeric", month: "short" },
    month: { month: "short", year: "2-digit" },
    year: { year: "numeric" },
  } as const;
  return new Intl.DateTimeFormat(language, { ...options[unit], timeZone: "UTC" }).format(new Date(from));
}
