import { relation } from "../../language/tree.ts";
import { agentAt } from "./agent-at.ts";
import { originAt } from "./country-of.ts";
import { describeState } from "./describe-places.ts";
import type { Described } from "./described.ts";
import { isModifier } from "./plural.ts";
import { placeAt, type Reading } from "./reading.ts";
import { sharedState } from "./shared-states.ts";

/** "the French", "Malians": the whole nation as a party, or people called by where they are from. */
export function demonymPeople(head: number, reading: Reading): Described | undefined {
  const { tokens, knowledge } = reading;
  const token = tokens[head]!;
  const demonym = /^\p{Lu}/u.test(token.text) ? knowledge.countries.demonym(token.text) : undefined;
  if (demonym === undefined || isModifier(head, reading)) return undefined;
  if (["amod", "compound", "flat"].includes(relation(token))) return undefined;
  const hasArticle = /^the$/i.test(tokens[head - 1]?.text ?? "");
  const isPlural = demonym.plural || token.xpos === "NNPS" || token.xpos === "NNS";
  if (!isPlural && !hasArticle) return undefined;
  if (demonym.country === undefined && placeAt(reading, head) !== undefined) return undefined;
  const shared = sharedState(token.text, head, reading);
  const country = withinState(head, reading) ?? (shared === undefined ? demonym.country : shared.country);
  const nation = hasArticle && token.xpos !== "NN" ? country : undefined;
  return {
    key: nation === undefined ? `people:${demonym.word}` : `state:${nation}`,
    ...(nation === undefined ? {} : { name: knowledge.countries.name(nation) }),
    ...(country === undefined
      ? { countryUnknown: "not-stated" as const }
      : {
          country,
          countryBasis: "normalised" as const,
          countrySpan: { start: token.start, end: token.end },
        }),
    sector: nation === undefined ? "CVL" : "GOV",
    sectorBasis: "inferred",
    kind: nation === undefined ? "population" : "state",
    isPrivate: false,
    mayInfer: false,
    aliases: [],
    knowledge: `demonyms.tsv ${demonym.word}`,
  };
}

/** "Iraqi Kurds", "Turkey's Kurds", "Bosnian Serbs": the state that they live in stands before them. */
function withinState(head: number, reading: Reading): string | undefined {
  const before = reading.tree
    .children(head)
    .filter(
      (child) => child < head && ["amod", "compound", "nmod"].includes(relation(reading.tokens[child]!)),
    );
  return before.map((child) => originAt(child, reading)?.country).find((country) => country !== undefined);
}

/** "Turkish shelling": the adjective says who, where the noun says what. */
export function demonymModifier(head: number, reading: Reading): Described | undefined {
  const { tokens, knowledge } = reading;
  const token = tokens[head]!;
  if (!isModifier(head, reading) || !/^\p{Lu}/u.test(token.text)) return undefined;
  const shared = sharedState(token.text, head, reading);
  const country = shared === undefined ? knowledge.countries.demonym(token.text)?.country : shared.country;
  if (country === undefined || agentAt(token.head, head, reading) !== undefined) return undefined;
  // "a Somali pirate attack": whose pirates they are.
  const hasNext = head + 1 < tokens.length && isModifier(head + 1, reading);
  if (hasNext && agentAt(head + 1, head + 1, reading) !== undefined) return undefined;
  if (reading.names.at(token.head) !== undefined) return undefined;
  return describeState(country, undefined, reading, head);
}
