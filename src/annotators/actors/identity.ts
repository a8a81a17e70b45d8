import type { Sector } from "../../ontology/plover/codes.ts";
import type { AgentReading } from "./agent-at.ts";
import type { Draft } from "./draft.ts";
import type { Reading } from "./reading.ts";

/** Nouns for the government as such; local and party governments are others. */
const GOVERNMENT =
  /^(?:(?:military|civilian|central|federal|caretaker|interim|transitional|unity|coalition) )?government$|^(?:authority|regime|junta|military junta|administration)$/;
const LOCAL =
  /^(?:local|regional|provincial|state|municipal|city|district|shadow|self-proclaimed|rebel|ousted|former|previous|new|next|future)$/i;

export function isGovernment(found: AgentReading): boolean {
  return GOVERNMENT.test(found.agent.noun) && found.sector === "GOV";
}

/** What makes two nominals mean the same: the government of a state is the state; organs are one of a kind. */
export function identity(
  found: AgentReading,
  country: string | undefined,
  head: number,
  reading: Reading,
): string | undefined {
  if (country === undefined) return undefined;
  const modifiers = reading.tree
    .children(head)
    .filter((child) => child < head && ["amod", "compound"].includes(reading.tokens[child]!.deprel))
    .map((child) => reading.tokens[child]!.text.toLowerCase());
  if (modifiers.some((word) => LOCAL.test(word))) return undefined;
  if (isGovernment(found) || found.agent.class === "state") return `state:${country}`;
  return isUnique(found.agent.noun, found.sector) ? `${unified(found.agent.noun)}:${country}` : undefined;
}

function isUnique(noun: string, sector: Sector): boolean {
  return (
    /^(?:.*ministry|.*police|army|military|armed forces|armed force|navy|air force|parliament|senate|supreme court|constitutional court|opposition|security forces?|.*presidency|cabinet|police|troop|government forces?|state department|central bank|judiciary)$/.test(
      noun,
    ) && sector !== "UNK"
  );
}

function unified(noun: string): string {
  if (/^(?:military|armed forces?|army|troop)$/.test(noun)) return "military";
  return noun;
}

/** The name of a government follows from its country; other organs have names of their own. */
export function nameOf(
  found: AgentReading,
  country: string | undefined,
  head: number,
  reading: Reading,
): Pick<Draft, "name"> {
  if (country === undefined) return {};
  const modified = reading.tree
    .children(head)
    .some((child) => child < head && LOCAL.test(reading.tokens[child]!.text));
  return isGovernment(found) && !modified
    ? { name: `Government of ${reading.knowledge.countries.name(country)}` }
    : {};
}
