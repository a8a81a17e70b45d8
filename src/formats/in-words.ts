import type { Attribution } from "../record/attribution.ts";
import type { Event } from "../record/event.ts";

/** Longest name of a source that is shown whole. */
const WIDEST = 48;

/** What the stances do, as a reader says it. */
const SAID: Readonly<Record<Attribution["stance"], string>> = {
  asserts: "claimed by",
  denies: "denied by",
  doubts: "doubted by",
  expects: "expected by",
  hopes: "hoped for by",
  threatens: "threatened by",
  promises: "promised by",
  asks: "asked for by",
};

/** How the report itself stands to a happening, by FactBank's value; "" for what only others say. */
const REPORTED: Readonly<Record<Event["factuality"]["value"], string>> = {
  "CT+": "the report states it as a fact",
  "PR+": "probable, in the report's own words",
  "PS+": "possible, in the report's own words",
  "CT-": "the report says that it did not happen",
  "PR-": "the report says that it probably did not happen",
  "PS-": "the report says that it may not have happened",
  CTu: "the report knows whether, but does not say",
  Uu: "",
};

/**
 * Who says so and how sure, in the words of a newsroom: "claimed by the army, denied by the rebels; the report itself
 * does not say". It says again what the cells say; the receipts stand there.
 */
export function inWords(event: Event): string {
  const { value } = event.factuality;
  const sources = saidBy(event.attributions);
  const own = REPORTED[value];
  if (own !== "") return [own, ...tense(event), ...(sources === "" ? [] : [sources])].join("; ");
  const parts = [...(sources === "" ? [] : [sources]), ...tense(event)];
  return [...parts, "the report itself does not say that it happened"].join("; ");
}

/** "claimed by A and B, denied by C", the sources of one stance together, in the order of the report. */
function saidBy(attributions: readonly Attribution[]): string {
  const groups = new Map<string, string[]>();
  for (const one of attributions) {
    const verb = verbOf(one);
    groups.set(verb, [...(groups.get(verb) ?? []), nameOf(one)]);
  }
  return [...groups].map(([verb, names]) => `${verb} ${listed(names)}`).join(", ");
}

/** A claim that its own source hedges or turns round is no plain claim. */
function verbOf({ stance, factuality }: Attribution): string {
  if (stance !== "asserts") return SAID[stance];
  if (factuality.endsWith("-")) return factuality === "CT-" ? "ruled out by" : "thought unlikely by";
  if (factuality === "PR+") return "thought probable by";
  return factuality === "PS+" ? "thought possible by" : SAID.asserts;
}

/** The source with what it is, and who reports its words. */
function nameOf({ source, kind, cue, chain }: Attribution): string {
  const kinds = {
    named: "",
    unnamed: " (not named)",
    document: " (a document)",
    "other-outlet": " (another outlet)",
  };
  const outer = chain.map((one) => short(one.source.quote.text)).reverse();
  const told = outer.length === 0 ? "" : `, as told by ${outer.join(", as told by ")}`;
  // "are accused of": the only words for who says so are those that say it.
  if (source.quote.start === cue?.start) return `somebody the report does not name${told}`;
  return `${short(source.quote.text)}${kinds[kind]}${told}`;
}

/** What has not happened yet, or only under a condition, or was tried. */
function tense({ phase, attempt, outcome }: Event): readonly string[] {
  const tried = attempt ? [outcome === "unknown" ? "an attempt" : `an attempt, ${outcome}`] : [];
  if (phase === "future") return [...tried, "still to come"];
  if (phase === "hypothetical") return [...tried, "only supposed, feared or asked for"];
  return phase === "ongoing" ? [...tried, "still going on"] : tried;
}

function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function short(words: string): string {
  const flat = words.replace(/\s+/g, " ").trim();
  return flat.length <= WIDEST ? flat : `${flat.slice(0, WIDEST - 1)}…`;
}
