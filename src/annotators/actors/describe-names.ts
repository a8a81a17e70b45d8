import { foldName } from "../../knowledge/gazetteer-fold.ts";
import { type Organisation, officeOn, type Person } from "../../knowledge/registry.ts";
import type { Sector } from "../../ontology/plover/codes.ts";
import type { ParticipantKind } from "../../record/participant.ts";
import { agentAt } from "./agent-at.ts";
import { countryOf, originAt } from "./country-of.ts";
import type { Described } from "./described.ts";
import type { Draft } from "./draft.ts";
import type { Name } from "./names.ts";
import type { Phrase } from "./phrases.ts";
import { placeAt, type Reading } from "./reading.ts";
import { titleNoun } from "./titles.ts";

/** A state called by its name or its capital. */
export function describeState(iso3: string, name: Name | undefined, reading: Reading, at: number): Described {
  const { tokens, knowledge } = reading;
  const span = { start: tokens[name?.first ?? at]!.start, end: tokens[(name?.last ?? at + 1) - 1]!.end };
  return {
    key: `state:${iso3}`,
    name: knowledge.countries.name(iso3),
    country: iso3,
    countryBasis: "normalised",
    countrySpan: span,
    sector: "GOV",
    sectorBasis: "inferred",
    kind: "state",
    isPrivate: false,
    mayInfer: false,
    aliases: [],
    knowledge: `countries.tsv ${iso3}`,
  };
}

const KINDS: Readonly<Record<Organisation["kind"], ParticipantKind>> = {
  igo: "organisation",
  mission: "organisation",
  ngo: "organisation",
  company: "organisation",
  pmc: "armed-group",
  union: "organisation",
  party: "organisation",
  organ: "organ",
  "armed-group": "armed-group",
  outlet: "organisation",
};

/** Of several organisations of one name the one of a country that the report names; the first if none is. */
export function choose(
  organisations: readonly Organisation[],
  named: ReadonlySet<string>,
): Organisation | undefined {
  return organisations.find(({ country }) => country !== undefined && named.has(country)) ?? organisations[0];
}

export function describeOrganisation(organisation: Organisation): Described {
  return {
    key: `organisation:${organisation.id}`,
    name: organisation.name,
    actorId: organisation.id,
    ...(organisation.country
      ? { country: organisation.country, countryBasis: "knowledge" as const }
      : { countryUnknown: "not-stated" as const }),
    sector: organisation.sector,
    sectorBasis: "knowledge",
    kind: KINDS[organisation.kind],
    isPrivate: false,
    mayInfer: false,
    aliases: [organisation.name, ...organisation.aliases],
    knowledge: `${organisation.source === "hand" ? "registry" : organisation.source} ${organisation.id}`,
  };
}

const INSTITUTION = /^(?:university|college|school|hospital|clinic|church|mosque|synod|diocese|community)$/;

/** An organisation that no registry has: what its name says of it ("Ministry of Justice", "Riverside University"). */
export function describeUnknownOrganisation(
  name: Name,
  head: number,
  phrase: Phrase,
  reading: Reading,
): Described {
  const { tokens } = reading;
  let sector: Sector | undefined;
  let kind: ParticipantKind = "organisation";
  for (let index = name.last - 1; index >= name.first && sector === undefined; index -= 1) {
    if (!/^\p{L}/u.test(tokens[index]!.text)) continue;
    const found = agentAt(index, name.first, reading);
    if (found === undefined || (found.agent.class === "people" && !INSTITUTION.test(found.agent.noun)))
      continue;
    sector = found.sector;
    if (found.agent.class === "organ" || found.agent.class === "force") kind = "organ";
    if (found.agent.class === "armed") kind = "armed-group";
  }
  let country = countryOf(head, phrase, reading);
  for (let index = name.first; index < name.last && country.country === undefined; index += 1) {
    country = originAt(index, reading) ?? country;
  }
  return {
    key: `name:${foldName(name.words)}`,
    name: name.words,
    ...originFields(country),
    sector: sector ?? "UNK",
    sectorBasis: sector === undefined ? "inferred" : "normalised",
    kind,
    isPrivate: false,
    mayInfer: true,
    aliases: [name.words, initials(name.words)],
  };
}

/** A person: office by the words before the name, by the registry on the day of the report, or none. */
export function describePerson(
  words: string,
  person: Person | undefined,
  title: Phrase | undefined,
  head: number,
  phrase: Phrase,
  reading: Reading,
): Described {
  const role = title === undefined ? membership(head, reading) : roleIn(title, reading);
  const tenure = person === undefined ? undefined : officeOn(person, reading.day);
  const country =
    title === undefined ? {} : countryOf(title.last, { ...title, last: title.last + 1 }, reading);
  const own = { ...countryOf(head, phrase, reading), ...country };
  const known = person?.country ?? tenure?.country;
  const office =
    person === undefined
      ? undefined
      : (person.sector ?? reading.knowledge.agents.office(tenure?.position ?? ""));
  const sector = role !== undefined && role.sector !== "UNK" ? role.sector : office;
  const roleName = role?.words ?? tenure?.position.toLowerCase();
  return {
    key: person === undefined ? `person:${foldName(words)}` : `person:${person.id}`,
    name: person?.name ?? words,
    ...(person === undefined ? {} : { actorId: person.id, knowledge: `registry ${person.id}` }),
    ...(person?.wikidata ? { wikidata: person.wikidata } : {}),
    ...(own.country === undefined && known !== undefined
      ? { country: known, countryBasis: "knowledge" as const }
      : originFields(own)),
    sector: sector ?? "CVL",
    sectorBasis: role !== undefined ? "normalised" : office !== undefined ? "knowledge" : "inferred",
    kind: "person",
    ...(roleName ? { role: roleName } : {}),
    isPrivate: person === undefined && !isPublic(sector),
    mayInfer: person === undefined || known !== undefined,
    aliases: [words, ...(person?.aliases ?? [])],
  };
}

/** "Ann Example of the Green Party": the sector of what the person belongs to. */
function membership(
  head: number,
  reading: Reading,
): { readonly words?: string; readonly sector: Sector } | undefined {
  const { tree, tokens, names } = reading;
  for (const child of tree.dependents(head, "nmod")) {
    const isOf = tree.dependents(child, "case").some((at) => /^(?:of|from)$/i.test(tokens[at]!.text));
    if (!isOf || child < head) continue;
    const sector =
      names.at(child)?.organisations.find(({ source }) => source === "hand")?.sector ??
      agentAt(child, head + 1, reading)?.sector;
    if (sector !== undefined && sector !== "UNK") return { sector };
  }
  return undefined;
}

const PUBLIC: ReadonlySet<string> = new Set([
  "GOV",
  "MIL",
  "LEG",
  "JUD",
  "PTY",
  "OPP",
  "REB",
  "COP",
  "SPY",
  "IGO",
]);

export function isPublic(sector: Sector | undefined): boolean {
  return sector !== undefined && PUBLIC.has(sector);
}

/** The office or trade that the words before a name give: "Interior Minister", "Colonel", "journalist". */
export function roleIn(
  title: Phrase,
  reading: Reading,
): { readonly words: string; readonly sector: Sector } | undefined {
  for (let index = title.last - 1; index >= title.first; index -= 1) {
    const token = reading.tokens[index]!;
    if (token.upos === "PUNCT") continue;
    const found = agentAt(index, title.first, reading) ?? abbreviated(token.text, reading);
    if (found === undefined) continue;
    return { words: found.agent.noun, sector: found.sector };
  }
  return undefined;
}

function abbreviated(text: string, reading: Reading): ReturnType<typeof agentAt> {
  const agent = reading.knowledge.agents.agent(titleNoun(text) ?? "");
  return agent === undefined ? undefined : { agent, first: 0, last: 0, sector: agent.sector };
}

export function originFields(
  origin: ReturnType<typeof countryOf>,
): Pick<Draft, "country" | "countryBasis" | "countrySpan" | "countryUnknown" | "possessor" | "region"> {
  return {
    ...(origin.country ? { country: origin.country } : {}),
    ...(origin.basis ? { countryBasis: origin.basis } : {}),
    ...(origin.span ? { countrySpan: origin.span } : {}),
    ...(origin.unknown ? { countryUnknown: origin.unknown } : {}),
    ...(origin.possessor === undefined ? {} : { possessor: origin.possessor }),
    ...(origin.region ? { region: origin.region } : {}),
  };
}

/** "National Prosecuting Authority": NPA. */
export function initials(words: string): string {
  return words
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join("");
}

/** Verbs that make those who live in a place the target. */
export function isAttack(lemma: string | undefined): boolean {
  return /^(?:shell|bomb|bombard|attack|hit|strike|target|raid|besiege|pound|storm|loot|seize|overrun|fire)/.test(
    lemma ?? "",
  );
}

/** Whether a place here is those who live or govern there; undefined if it is only a place. */
export function describePlace(head: number, reading: Reading): Described | undefined {
  const place = placeAt(reading, head);
  const token = reading.tokens[head]!;
  if (place?.country === undefined) return undefined;
  if (place.metonym) {
    return {
      ...describeState(place.country, reading.names.at(head), reading, head),
      sectorBasis: "inferred",
    };
  }
  const isTarget =
    ["obj", "nsubj:pass"].includes(token.deprel) &&
    ["town", "site"].includes(place.kind) &&
    isAttack(reading.tokens[token.head]?.lemma);
  if (!isTarget) return undefined;
  return {
    key: `place:${place.name}`,
    name: place.name,
    country: place.country,
    countryBasis: "knowledge",
    countrySpan: { start: place.start, end: place.end },
    sector: "CVL",
    sectorBasis: "inferred",
    kind: "population",
    isPrivate: false,
    mayInfer: false,
    aliases: [],
  };
}
