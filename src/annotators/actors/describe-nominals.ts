import type { Sector } from "../../ontology/plover/codes.ts";
import type { ParticipantKind } from "../../record/participant.ts";
import type { AgentReading } from "./agent-at.ts";
import { type CountryReading, countryOf } from "./country-of.ts";
import { originFields } from "./describe-names.ts";
import type { Described } from "./described.ts";
import type { Draft } from "./draft.ts";
import type { Phrase } from "./phrases.ts";
import type { Reading } from "./reading.ts";

/** A noun phrase that is headed by an agent noun: "the German police", "foreign mercenaries". */
export function describeNominal(
  found: AgentReading,
  head: number,
  phrase: Phrase,
  plural: boolean,
  reading: Reading,
): Described {
  const { agent } = found;
  const isOrganised = ["state", "organ", "organisation"].includes(agent.class);
  const origin = withoutOwner(agent.noun, countryOf(head, phrase, reading, isOrganised));
  const by = found.by === undefined ? undefined : reading.tokens[found.by];
  const sectorToken = by ?? reading.tokens[head]!;
  const key = identity(found, origin.country, head, reading);
  const organisation = found.by === undefined ? undefined : reading.names.at(found.by)?.organisations[0];
  const country =
    origin.country === undefined && organisation?.country !== undefined && origin.unknown === undefined
      ? { country: organisation.country, countryBasis: "knowledge" as const }
      : originFields(origin);
  return {
    ...(key === undefined ? {} : { key }),
    ...nameOf(found, origin.country, head, reading),
    ...country,
    // "the British side" is a state's, "both sides" may be anybody's.
    sector:
      found.sector === "UNK" && agent.noun === "side" && origin.country !== undefined ? "GOV" : found.sector,
    sectorBasis: "normalised",
    sectorSpan: { start: sectorToken.start, end: sectorToken.end },
    kind: kindOf(found, plural),
    ...(agent.class === "office" && !plural ? { role: agent.noun } : {}),
    isPrivate: false,
    agent: found,
    mayInfer:
      origin.unknown === undefined &&
      origin.region === undefined &&
      organisation === undefined &&
      (agent.class !== "state" || isThisState(found, head, plural, reading)) &&
      (agent.class !== "unnamed" || found.sector === "UAF") &&
      !["IGO", "MNC", "NGO", "REF", "UNK"].includes(found.sector),
    aliases: [],
    knowledge: `agents.tsv ${agent.noun}`,
  };
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

/** "its allies" are of any country but its own. */
function withoutOwner(noun: string, origin: CountryReading): CountryReading {
  const isOther = /^(?:ally|partner|enemy|neighbou?r|rival|counterpart|opponent|adversary|foe|donor)$/.test(
    noun,
  );
  return isOther && (origin.possessor !== undefined || origin.isOwned === true)
    ? { unknown: "not-stated" }
    : origin;
}

/** Words of forces for single persons. */
const PERSONAL =
  /(?:officer|commander|man|woman|men|chief|leader|ruler|general|colonel|captain|lieutenant|sergeant|corporal|admiral|marshal|soldier|spokesman|official|keeper|trooper|agent|guard|sniper|pilot|sailor|conscript|recruit|cadet|reservist|marine|commando|mutineer|putschist|constable|detective|sheriff|cop|jailer|enforcer|member|plotter|commissioner|expert|ranger)$/;

function kindOf({ agent, sector }: AgentReading, plural: boolean): ParticipantKind {
  switch (agent.class) {
    case "organ":
      return /^(?:judge|justice|magistrate|.*prosecutor|lawmaker|.*senator|speaker|juror)$/.test(agent.noun)
        ? "role"
        : "organ";
    case "state":
      return "state";
    case "force":
      if (/source$/.test(agent.noun)) return "unnamed";
      return PERSONAL.test(agent.noun) ? (plural ? "population" : "role") : "organ";
    case "armed":
      return plural || /group|militia|army|movement|force|front|wing|cell/.test(agent.noun)
        ? "armed-group"
        : "role";
    case "organisation":
      return /(?:er|or|ist|man|woman|executive|ceo|oligarch|tycoon)$/.test(agent.noun) &&
        !plural &&
        sector !== "JRN"
        ? "role"
        : "organisation";
    case "people":
      if (
        /(?:^opposition|party|group|movement|coalition|alliance|university|hospital|church|school|college)$/.test(
          agent.noun,
        )
      ) {
        return "organisation";
      }
      return plural ? "population" : "role";
    case "unnamed":
      return "unnamed";
    default:
      return "role";
  }
}

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

function nameOf(
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
