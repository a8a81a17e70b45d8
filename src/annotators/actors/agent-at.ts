import type { Organisation } from "../../knowledge/registry.ts";
import type { Agent } from "../../knowledge/roles.ts";
import { relation } from "../../language/tree.ts";
import type { Sector } from "../../ontology/plover/codes.ts";
import { originAt } from "./country-of.ts";
import { isHelper, placeAt, type Reading } from "./reading.ts";

/** An agent noun in the text: the lexicon entry, the words it covers and the sector they give together. */
export interface AgentReading {
  readonly agent: Agent;
  readonly first: number;
  readonly last: number;
  readonly sector: Sector;
  /** Token of the modifier that gave the sector, if one did. */
  readonly by?: number;
  /** A place that stands for those who live there. */
  readonly isPlace?: boolean;
}

type Found = Pick<AgentReading, "agent" | "first" | "last">;

/** Those whose supporters are of their own camp, and no officials by that. */
const WITH_FOLLOWERS: ReadonlySet<Sector> = new Set(["PTY", "OPP", "REB", "UAF", "PRM", "REL", "LAB", "SOC"]);
const ARMED: ReadonlySet<Sector> = new Set(["MIL", "COP", "REB", "PRM", "UAF", "CRM", "OPP", "IGO", "SPY"]);

/** The longest entry of the lexicon whose last (or, with `of`, first) word is the token; none before `from`. */
export function agentAt(index: number, from: number, reading: Reading): AgentReading | undefined {
  const token = reading.tokens[index]!;
  if (token.upos !== "NOUN" && token.upos !== "PROPN" && token.upos !== "ADJ") return undefined;
  const forms = formsOf(index, reading);
  const found = withComplement(index, forms, reading) ?? withModifiers(index, from, forms, reading);
  return found === undefined || found.agent.class === "thing"
    ? undefined
    : withSector(found, index, from, reading);
}

/** Rows taken over from elsewhere have names that are common words; only those written by hand give a sector. */
function isOurs({ source }: Organisation): boolean {
  return source === "hand";
}

/** Lemma and word, lower case: "media" and "people" are entries as they stand. */
function formsOf(index: number, { tokens }: Reading): readonly string[] {
  const { text, lemma } = tokens[index]!;
  const word = text.toLowerCase();
  const base = lemma.toLowerCase();
  const plural = word.endsWith("s")
    ? [word.slice(0, -1), word.replace(/ies$/, "y")]
    : word.endsWith("men")
      ? [word.replace(/men$/, "man")]
      : [];
  return [...new Set([base, word, ...plural])];
}

/** "head of state", "member of parliament". */
function withComplement(index: number, forms: readonly string[], reading: Reading): Found | undefined {
  const { tokens, knowledge } = reading;
  if (tokens[index + 1]?.text !== "of") return undefined;
  for (const length of [4, 3, 2]) {
    const rest = tokens.slice(index + 1, index + 1 + length).map(({ text }) => text.toLowerCase());
    for (const form of forms) {
      const agent = knowledge.agents.agent([form, ...rest].join(" "));
      if (agent !== undefined) return { agent, first: index, last: index + 1 + length };
    }
  }
  return undefined;
}

function withModifiers(
  index: number,
  from: number,
  forms: readonly string[],
  { tokens, knowledge }: Reading,
): Found | undefined {
  for (let first = Math.max(from, index - 4); first <= index; first += 1) {
    const before = tokens.slice(first, index).map(({ text }) => text.toLowerCase());
    for (const form of forms) {
      const agent = knowledge.agents.agent([...before, form].join(" ").replaceAll(" - ", "-"));
      if (agent !== undefined) return { agent, first, last: index + 1 };
    }
  }
  return undefined;
}

/** "rebel leader", "leader of the rebels", "spokesman for the army": the nearest word that gives a sector. */
function withSector(found: Found, index: number, from: number, reading: Reading): AgentReading {
  const { agent } = found;
  const own = { ...found, sector: agent.sector };
  if (presidesElsewhere(found, index, reading)) return { ...own, sector: "UNK" };
  if (agent.follows === undefined) return own;
  for (let at = found.first - 1; at >= from; at -= 1) {
    const sector = sectorOfModifier(at, reading);
    if (sector !== undefined && isShared(agent.follows, sector)) return { ...own, sector, by: at };
  }
  if (agent.follows === "armed") return own;
  const complement = reading.tree
    .children(index)
    .find((child) => child > index && isComplement(child, reading));
  if (complement === undefined) return own;
  const organisation = reading.names.at(complement)?.organisations.find(isOurs);
  const inner = organisation?.sector ?? agentAt(complement, index + 1, reading)?.sector;
  const isOwn = inner === undefined || inner === "UNK" || !isShared(agent.follows, inner);
  return isOwn ? own : { ...own, sector: inner, by: complement };
}

/** Whether somebody is of the sector of whom he is named after. */
function isShared(follows: "weak" | "armed" | "cause", sector: Sector): boolean {
  if (follows === "weak") return true;
  return follows === "armed" ? ARMED.has(sector) : WITH_FOLLOWERS.has(sector);
}

/** "the president of the Upland Farm Bureau", "vice president of sales": of something that is no state and none of its bodies. */
function presidesElsewhere({ agent }: Found, index: number, reading: Reading): boolean {
  if (!/^(?:vice )?president$/.test(agent.noun)) return false;
  const { tokens, tree, names } = reading;
  const of = tree
    .children(index)
    .find((child) => child > index && relation(tokens[child]!) === "nmod" && hasCase(child, ["of"], reading));
  if (of === undefined) return false;
  const name = names.at(of);
  if (name?.organisations.some(isOurs)) return false;
  const body = agentAt(of, index + 1, reading)?.agent;
  // Bureaus of states have directors.
  if (body?.class === "state" || (body?.class === "organ" && body.noun !== "bureau")) return false;
  // "the American Farm Bureau" is no state's for its first word.
  if (name?.type === "ORG") return true;
  const within = tree.subtree(of).filter((at) => at > index);
  return within.every((at) => originAt(at, reading) === undefined && placeAt(reading, at) === undefined);
}

function sectorOfModifier(index: number, reading: Reading): Sector | undefined {
  if (isHelper(index, reading)) return undefined;
  const organisation = reading.names.at(index)?.organisations.find(isOurs);
  if (organisation !== undefined) return organisation.sector;
  const { text, lemma } = reading.tokens[index]!;
  const { agents } = reading.knowledge;
  return agents.modifier(text.toLowerCase()) ?? agents.modifier(lemma.toLowerCase());
}

function isComplement(child: number, reading: Reading): boolean {
  return (
    relation(reading.tokens[child]!) === "nmod" && hasCase(child, ["of", "for", "from", "with"], reading)
  );
}

function hasCase(child: number, words: readonly string[], { tokens, tree }: Reading): boolean {
  return tree.dependents(child, "case").some((at) => words.includes(tokens[at]!.text));
}
