import type { Sector } from "../../ontology/plover/codes.ts";
import type { AgentReading } from "./agent-at.ts";
import { type CountryReading, originFields } from "./country-of.ts";
import { startsWithBody } from "./describe-organisations.ts";
import type { Described } from "./described.ts";
import { identity, nameOf } from "./identity.ts";
import { kindOf } from "./kind-of.ts";
import { officeOf } from "./office-of.ts";
import type { Phrase } from "./phrases.ts";
import { isHelper, type Reading } from "./reading.ts";

/** A noun phrase that is headed by an agent noun: "the German police", "foreign mercenaries". */
export function describeNominal(
  found: AgentReading,
  head: number,
  phrase: Phrase,
  plural: boolean,
  named: CountryReading,
  reading: Reading,
): Described {
  const { agent } = found;
  const stated = withoutOwner(agent.noun, named);
  const office = plural ? undefined : officeOf(found, phrase, reading);
  const isInternational = belongsToBody(head, phrase, stated, reading);
  const origin: CountryReading = isInternational ? { unknown: "not-stated" } : stated;
  const by = found.by === undefined ? undefined : reading.tokens[found.by];
  const sectorToken = by ?? reading.tokens[head]!;
  const key = identity(found, origin.country, head, reading);
  const organisation = organisationOf(found, head, phrase, reading);
  const country =
    origin.country === undefined && organisation?.country !== undefined && origin.unknown === undefined
      ? { country: organisation.country, countryBasis: "knowledge" as const }
      : originFields(origin);
  return {
    ...(key === undefined ? {} : { key }),
    ...nameOf(found, origin.country, head, reading),
    ...country,
    sector: isInternational ? "IGO" : sectorOf(found, origin),
    sectorBasis: "normalised",
    sectorSpan: { start: sectorToken.start, end: sectorToken.end },
    kind: found.isPlace === true ? "population" : kindOf(found, plural),
    ...(agent.class === "office" && !plural ? { role: agent.noun } : {}),
    ...(office === undefined || isInternational ? {} : { office }),
    isPrivate: false,
    agent: found,
    mayInfer:
      origin.unknown === undefined &&
      origin.region === undefined &&
      organisation === undefined &&
      !isInternational &&
      (agent.class !== "state" || isThisState(found, head, plural, reading)) &&
      // Where gunmen struck says nothing of whose they are, and the seas are nobody's.
      agent.class !== "unnamed" &&
      agent.noun !== "pirate" &&
      !["IGO", "MNC", "NGO", "REF", "UNK"].includes(found.sector),
    aliases: [],
    knowledge: `agents.tsv ${agent.noun}`,
  };
}

/** The body whose people they are: "Hamas fighters", "militants of the group". */
function organisationOf({ by }: AgentReading, head: number, { first }: Phrase, { names, tree }: Reading) {
  const words = by === undefined ? tree.dependents(head, "compound").filter((at) => at >= first) : [by];
  return words.map((at) => names.at(at)?.organisations[0]).find((one) => one !== undefined);
}

/** "the country", not narrowed by a clause: the one that the report is about, if nothing nearer is meant. */
function isThisState(
  { agent }: AgentReading,
  head: number,
  plural: boolean,
  { tokens, tree }: Reading,
): boolean {
  if (plural || !/^(?:country|nation|state|republic)$/.test(agent.noun)) return false;
  const hasArticle = tree.dependents(head, "det").some((child) => /^the$/i.test(tokens[child]!.text));
  return hasArticle && tree.dependents(head, "acl", "amod", "nmod", "compound").length === 0;
}

/** "the British side" is a state's, "both sides" may be anybody's. */
function sectorOf({ agent, sector }: AgentReading, origin: CountryReading): Sector {
  return sector === "UNK" && agent.noun === "side" && origin.country !== undefined ? "GOV" : sector;
}

/** "the UN mission in Chad" is the UN's, "Chad's UN ambassador" is Chad's. */
function belongsToBody(head: number, phrase: Phrase, origin: CountryReading, reading: Reading): boolean {
  const { names, tokens } = reading;
  if (origin.possessor !== undefined || (origin.span && origin.span.start < tokens[head]!.start))
    return false;
  for (let index = phrase.first; index < head; index += 1) {
    const name = isHelper(index, reading) ? undefined : names.at(index);
    if (name?.organisations.some(({ kind }) => kind === "igo" || kind === "mission")) return true;
    if (name !== undefined && startsWithBody(name, reading)) return true;
  }
  return false;
}

/** "its allies" are of any country but its own. */
function withoutOwner(noun: string, origin: CountryReading): CountryReading {
  const isOther = /^(?:ally|partner|enemy|neighbou?r|rival|counterpart|opponent|adversary|foe|donor)$/.test(
    noun,
  );
  return isOther && (origin.possessor !== undefined || origin.isOwned === true)
    ? { unknown: "not-stated" }
    : origin;
}
