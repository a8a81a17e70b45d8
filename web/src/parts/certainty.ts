import type { Attribution, FactualityValue } from "../../../src/record/attribution.ts";
import type { Event } from "../../../src/record/event.ts";
import type { Span } from "../../../src/text/span.ts";

/** How sure the report is of what stands at some words; the line under them is drawn by it. */
export type Certainty = "stated" | "claimed" | "possible" | "denied";

const BY_OUTLET: Readonly<Record<FactualityValue, Certainty>> = {
  "CT+": "stated",
  "PR+": "possible",
  "PS+": "possible",
  "CT-": "denied",
  "PR-": "denied",
  "PS-": "denied",
  CTu: "claimed",
  Uu: "claimed",
};

/** Of the whole event, in the report's own voice. */
export function certaintyOf(event: Event): Certainty {
  const own = BY_OUTLET[event.factuality.value];
  const ahead = event.phase === "future" || event.phase === "hypothetical";
  return ahead && own !== "denied" ? "possible" : own;
}

/**
 * At one place of the text: words inside what a source denies are denied there, though another source asserts the
 * same event elsewhere.
 */
export function certaintyAt(event: Event, span: Span): Certainty {
  const speaker = event.attributions
    .filter(({ content }) => content.some((quote) => quote.start <= span.start && span.end <= quote.end))
    .at(-1);
  return speaker ? bySpeaker(event, speaker) : certaintyOf(event);
}

function bySpeaker(event: Event, { stance, factuality }: Attribution): Certainty {
  if (stance === "denies" || factuality.endsWith("-")) return "denied";
  const unsure = factuality.startsWith("P") || stance !== "asserts" || certaintyOf(event) === "possible";
  return unsure ? "possible" : "claimed";
}

/** Who stands behind an event, as a card says it. Sources are counted as the report names them. */
export type Standing =
  | "outlet"
  | "outlet-unsure"
  | "outlet-denies"
  | "contested"
  | "denied"
  | "claimed"
  | "unsaid";

export function standingOf(event: Event): Standing {
  const value = event.factuality.value;
  const denying = event.attributions.some(({ stance }) => stance === "denies");
  const asserting = event.attributions.some(({ stance }) => stance === "asserts");
  if (denying) return asserting || value === "CT+" ? "contested" : "denied";
  if (value === "CT+") return "outlet";
  if (value === "PR+" || value === "PS+") return "outlet-unsure";
  if (value.endsWith("-")) return "outlet-denies";
  return event.attributions.length > 0 ? "claimed" : "unsaid";
}
