import { type AgentReading, agentAt } from "./agent-at.ts";
import { countryOf, originAt } from "./country-of.ts";
import { describeNominal } from "./describe-nominals.ts";
import { isAttack } from "./describe-places.ts";
import type { Found } from "./described.ts";
import { type Phrase, phraseOf } from "./phrases.ts";
import { isModifier, isPlural } from "./plural.ts";
import type { Reading } from "./reading.ts";
import { severalCountries } from "./several.ts";

/** Whoever is called by a common noun that can act: one mention, or one for each country that the phrase names. */
export function findNominal(head: number, reading: Reading): readonly Found[] {
  const { tokens, names } = reading;
  const token = tokens[head]!;
  if (token.upos === "ADJ" && !/^others$/i.test(token.text)) return [];
  const phrase = phraseOf(head, reading);
  const part = partitive(head, reading);
  const from = /^(?:both|all)$/i.test(tokens[phrase.first - 1]?.text ?? "") ? phrase.first - 1 : phrase.first;
  const found = part ?? agentAt(head, from, reading) ?? attackedPlace(head, reading);
  if (found === undefined) return [];
  // "Oaxaca State" is a place, and no state of the world.
  if (found.agent.class === "state" && names.at(head)?.type === "LOC") return [];
  if (isModifier(head, reading)) {
    if (!actsAsModifier(found, head, reading) || names.at(head) !== undefined) return [];
    const first = Math.max(found.first, phrase.first);
    const hasOrigin =
      first > 0 && originAt(first - 1, reading) !== undefined && tokens[first - 1]!.head === token.head;
    const own = { first: hasOrigin ? first - 1 : first, last: head + 1 };
    return describeAll(found, head, own, true, reading);
  }
  if (part === undefined && !isReferring(found, head, reading)) return [];
  const plural = part !== undefined || isPlural(head, reading);
  return describeAll(found, head, phrase, plural, reading);
}

function describeAll(
  found: AgentReading,
  head: number,
  phrase: Phrase,
  plural: boolean,
  reading: Reading,
): readonly Found[] {
  const several = severalCountries(head, phrase, found.agent, plural, reading);
  const isOrganised =
    ["state", "organ", "organisation"].includes(found.agent.class) &&
    !/(?:ist|er|man|woman)$/.test(found.agent.noun);
  const origins = several.length > 0 ? several : [countryOf(head, phrase, reading, isOrganised)];
  return origins.map((origin) => ({
    of: describeNominal(found, head, phrase, plural, origin, reading),
    form: "nominal",
    ...(several.length > 0 && isSingleSeat(found.agent.noun) ? { plural: false } : {}),
    ...phrase,
  }));
}

/** A country has one of each. */
function isSingleSeat(noun: string): boolean {
  return /(?:president|minister|premier|leader|chancellor|king|queen|monarch|emir|ruler|government|parliament|secretary of state)$/.test(
    noun,
  );
}

const PARTS =
  /^(?:group|number|majority|handful|crowd|dozen|hundred|thousand|million|score|couple|lot|most|rest|team|band|hundreds|thousands|dozens|scores|tens)$/i;

/** "thousands of people", "a small group of officers": who they are stands after "of". */
function partitive(head: number, reading: Reading): AgentReading | undefined {
  const { tokens } = reading;
  const token = tokens[head]!;
  // "an assembly of students": those who assemble, and no parliament.
  const isPart = PARTS.test(token.lemma) || PARTS.test(token.text) || token.text === "assembly";
  if (!isPart) return undefined;
  if (tokens[head + 1]?.text.toLowerCase() !== "of") return undefined;
  for (let whole = head + 2; whole < Math.min(head + 7, tokens.length); whole += 1) {
    const { upos, sentence } = tokens[whole]!;
    if (sentence !== token.sentence || upos === "PUNCT" || upos === "ADP") return undefined;
    const isInner = ["compound", "amod"].includes(tokens[whole]!.deprel) && tokens[whole]!.head > whole;
    if (upos === "NOUN" && !isInner) {
      return isPlural(whole, reading) ? agentAt(whole, head + 2, reading) : undefined;
    }
  }
  return undefined;
}

const SETTLEMENT =
  /^(?:town|city|village|neighbou?rhood|district|suburb|camp|settlement|enclave|hamlet|quarter|marketplace|area)$/;

/** "shelled a town": those who live there are the target. */
function attackedPlace(head: number, reading: Reading): AgentReading | undefined {
  const { deprel, lemma, head: verb } = reading.tokens[head]!;
  if (!["obj", "nsubj:pass"].includes(deprel) || !SETTLEMENT.test(lemma)) return undefined;
  const resident = reading.knowledge.agents.agent("resident");
  if (resident === undefined || !isAttack(reading.tokens[verb]?.lemma)) return undefined;
  return { agent: resident, first: head, last: head + 1, sector: resident.sector, isPlace: true };
}

/** "police sweep", "army offensive": the modifier acts, unless the noun after it is itself an actor. */
function actsAsModifier({ agent }: AgentReading, head: number, reading: Reading): boolean {
  if (agent.follows === "weak" || /^(?:state|authority|staff|pilot)$/.test(agent.noun)) return false;
  if (MACHINE.test(agent.noun)) return false;
  const isActor =
    ["organ", "force", "armed"].includes(agent.class) || /^(?:opposition|pirate)$/.test(agent.noun);
  const above = reading.tokens[head]!.head;
  return isActor && agentAt(above, above, reading) === undefined;
}

/** Words that name a force, a power, a house only if something makes them one. */
const ABSTRACT =
  /^(?:force|power|state|authority|house|leadership|command|patrol|resistance|business|industry|opposition|community|body|front|unit|side|market|mission|palace|guard|major|general|justice|executive|campaign|administration|majority|party|movement|delegation|wing|press|radio|television|school|union|association|institution|supporter|head|channel|foundation|network|bench|source|department|commission|driver|issue)$/;

/** Machines act, but are no party when they are used, bought or shot down. */
const MACHINE =
  /^(?:drone|warplane|jet|fighter jet|helicopter|gunship|tank|artillery|warship|frigate|destroyer|submarine|aircraft carrier|fleet|air defen[cs]e)$/;

/** "an unnamed power", "a European power"; not "legal power". */
const POWERS = /^(?:unnamed|unidentified|hostile|friendly|enemy|neighbou?ring|rival|external|\p{Lu}.*)$/u;

function isReferring({ agent }: AgentReading, head: number, reading: Reading): boolean {
  const { tokens, tree } = reading;
  const token = tokens[head]!;
  if (MACHINE.test(agent.noun)) return /^(?:nsubj|obl:agent|conj)/.test(token.deprel);
  if (agent.noun === "opposition") {
    return tree
      .dependents(head, "det", "nmod:poss", "compound")
      .some((at) => !/^an?$/i.test(tokens[at]!.text));
  }
  if (agent.noun === "power") {
    const kinds = tree.dependents(head, "amod").map((at) => tokens[at]!.text);
    return isPlural(head, reading) || kinds.some((word) => POWERS.test(word));
  }
  if (agent.noun === "other" && !/^others$/i.test(token.text)) return false;
  if (tree.dependents(head, "det").some((at) => /^no$/i.test(tokens[at]!.text)) && agent.class === "state")
    return false;
  if (/^(?:advmod|obl:tmod|obl:unmarked|vocative|discourse)$/.test(token.deprel)) return false;
  if (!ABSTRACT.test(agent.noun) || isPlural(head, reading)) return true;
  const isNarrowed = tree.dependents(head, "det", "nmod:poss", "compound", "amod").length > 0;
  return isNarrowed || token.deprel.startsWith("nsubj");
}
