import { foldName } from "../../knowledge/gazetteer-fold.ts";
import type { Organisation } from "../../knowledge/registry.ts";
import type { Sector } from "../../ontology/plover/codes.ts";
import type { ParticipantKind } from "../../record/participant.ts";
import { agentAt } from "./agent-at.ts";
import { countryOf, originAt, originFields } from "./country-of.ts";
import type { Described } from "./described.ts";
import type { Name } from "./names.ts";
import type { Phrase } from "./phrases.ts";
import type { Reading } from "./reading.ts";

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

/** Of several organisations of one name the one of a country that the report names; the first of its time if none is. */
export function choose(
  all: readonly Organisation[],
  named: ReadonlySet<string>,
  day: string | undefined,
): Organisation | undefined {
  const year = day?.slice(0, 4);
  const organisations = withoutEnemies(all);
  const existing = organisations.filter(
    ({ from, to }) => year === undefined || ((from ?? year) <= year && year <= (to ?? year)),
  );
  const ofNamed = (list: readonly Organisation[]): Organisation | undefined =>
    [...named].flatMap((country) => list.filter((one) => one.country === country))[0];
  const candidates = organisations.length < 2 ? [] : [existing, organisations];
  return candidates.map(ofNamed).find((one) => one !== undefined) ?? existing[0] ?? organisations[0];
}

/** UCDP files a group under the state that it fights: where our own table has the group, it is of the country given there. */
function withoutEnemies(all: readonly Organisation[]): readonly Organisation[] {
  const isOurs = all.some(({ kind, source }) => kind === "armed-group" && source === "hand");
  return isOurs ? all.filter(({ kind, source }) => kind !== "armed-group" || source === "hand") : all;
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
    // "Justice for Peru": what it stands for, not what it is.
    if (/^for$/i.test(tokens[index + 1]?.text ?? "") && index === name.first) continue;
    sector = found.sector;
    if (found.agent.class === "organ" || found.agent.class === "force") kind = "organ";
    if (found.agent.class === "armed") kind = "armed-group";
  }
  let country = countryOf(head, phrase, reading);
  for (let index = name.first; index < name.last && country.country === undefined; index += 1) {
    country = originAt(index, reading) ?? country;
  }
  const isInternational = startsWithBody(name, reading);
  return {
    key: `name:${foldName(name.words)}`,
    name: name.words,
    ...originFields(isInternational ? { unknown: "not-stated" } : country),
    sector: isInternational ? "IGO" : (sector ?? "UNK"),
    sectorBasis: sector === undefined ? "inferred" : "normalised",
    kind,
    isPrivate: false,
    mayInfer: !isInternational,
    aliases: [name.words, initials(name.words)],
  };
}

/** "United Nations mission in Chad": the body's, not the country's. */
export function startsWithBody(name: Name, { text, tokens, knowledge }: Reading): boolean {
  for (let last = name.first + 1; last < name.last; last += 1) {
    const words = text.slice(tokens[name.first]!.start, tokens[last - 1]!.end);
    if (knowledge.registry.organisation(words).some(({ kind }) => kind === "igo")) return true;
  }
  return false;
}

/** "National Prosecuting Authority": NPA. */
export function initials(words: string): string {
  return words
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join("");
}
