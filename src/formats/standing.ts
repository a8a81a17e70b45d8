import type { Event } from "../record/event.ts";

export const STANDINGS = [
  "asserted",
  "claimed",
  "denied",
  "not-happened",
  "planned",
  "hypothetical",
  "unclear",
] as const;
/**
 * How an event stands, for formats that have no field for it. `asserted` by the report itself; `claimed` by a source
 * that it cites; `denied`: only denials are told; `not-happened`: the report says that it did not; `planned`: still to
 * come; `hypothetical`: supposed, possible, feared or asked for; `unclear`: nobody says whether.
 */
export type Standing = (typeof STANDINGS)[number];

export function standingOf(event: Event): Standing {
  const { value, polarity, certainty } = event.factuality;
  if (event.phase === "hypothetical" || certainty === "possible") return "hypothetical";
  if (polarity === "-") return "not-happened";
  if (event.phase === "future") return "planned";
  if (value === "CT+" || value === "PR+") return "asserted";
  const views = event.attributions.filter(({ stance }) => stance === "asserts" || stance === "denies");
  const affirmed = views.filter((one) => one.stance === "asserts" && !one.factuality.endsWith("-"));
  if (affirmed.some((one) => !one.factuality.startsWith("PS"))) return "claimed";
  if (affirmed.length > 0) return "hypothetical";
  return views.length > 0 ? "denied" : "unclear";
}

/** Why an event that did not take place, or of which nobody says so, stays out of such formats. */
export const NOT_ASSERTED = {
  denied: "told only by who denies it",
  "not-happened": "the report says that it did not happen",
  planned: "still to come",
  hypothetical: "only supposed, possible, feared or asked for",
  unclear: "nobody says whether it happened",
  attempt: "an attempt that failed or was foiled",
} as const satisfies Readonly<Record<Exclude<Standing, "asserted" | "claimed"> | "attempt", string>>;

/**
 * For formats whose rows say "this happened": only what a report asserts or a source claims goes in; the rest is
 * counted as withheld, never turned into an event that took place.
 */
export function notAsserted({ event }: { readonly event: Event }): string | undefined {
  const standing = standingOf(event);
  if (standing !== "asserted" && standing !== "claimed") return NOT_ASSERTED[standing];
  return event.attempt && (event.outcome === "foiled" || event.outcome === "failed")
    ? NOT_ASSERTED.attempt
    : undefined;
}
