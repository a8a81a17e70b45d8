import type { Span } from "../../text/span.ts";
import type { TimeMention } from "./layer.ts";

/** A time expression as TIMEX3 marks it. */
export type Timex = Span &
  Pick<TimeMention, "type" | "value" | "mod" | "quant" | "freq" | "anchor" | "from" | "to">;

/** The layer in TIMEX3's terms, which knows no stretches: "May 3 to 5" is two expressions. */
export function timexesOf(times: readonly TimeMention[]): readonly Timex[] {
  return times.flatMap((time) => time.parts ?? [time]);
}
