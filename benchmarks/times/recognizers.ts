import recognizers from "@microsoft/recognizers-text-date-time";
import { latestPast, type Peer } from "./peers.ts";

interface Reading {
  readonly timex?: string;
  readonly type: string;
  readonly value?: string;
  readonly start?: string;
  readonly end?: string;
}

interface Recognized {
  readonly start: number;
  /** Last character, inclusive. */
  readonly end: number;
  readonly typeName: string;
  readonly resolution: { readonly values: readonly Reading[] } | null;
}

const recognize = (
  recognizers as unknown as {
    readonly recognizeDateTime: (
      text: string,
      culture: string,
      options: number,
      reference: Date,
      fallback: boolean,
    ) => readonly Recognized[];
  }
).recognizeDateTime;

/** Microsoft's recognizers-text: of its candidates the latest that is not after the day of writing. */
export const recognizersText: Peer = (paragraph, published) =>
  recognize(paragraph, "en-us", 0, new Date(`${published}T12:00:00Z`), false).flatMap((found) => {
    // Expressions that it finds and cannot resolve ("recently") keep their span.
    const reading = latestPast(
      found.resolution?.values ?? [],
      (one) => one.value ?? one.start ?? one.end,
      published,
    );
    const value = reading === undefined ? "" : timexValue(reading);
    return [{ start: found.start, end: found.end + 1, type: typeOf(found.typeName), value }];
  });

function typeOf(name: string): string {
  if (name.endsWith("duration")) return "DURATION";
  if (name.endsWith("set")) return "SET";
  return /\.(?:date|daterange)$/.test(name) ? "DATE" : "TIME";
}

/** Its own timex where that is complete; else the resolved dates, as coarse as its timex is. */
function timexValue({ timex = "", value, start, type }: Reading): string {
  const first = timex.startsWith("(") ? timex.slice(1).split(",")[0]! : timex;
  if (!first.includes("X") || type === "set" || type === "duration") return first;
  const date = value ?? start;
  if (date === undefined) return first;
  if (/^XXXX-\d{2}$/.test(first)) return date.slice(0, 7);
  const clock = /T.*$/.exec(first)?.[0] ?? "";
  return date.slice(0, 10) + clock;
}
