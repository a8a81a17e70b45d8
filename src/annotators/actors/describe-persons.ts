import { foldName } from "../../knowledge/gazetteer-fold.ts";
import { officeOn, type Person } from "../../knowledge/registry.ts";
import type { Sector } from "../../ontology/plover/codes.ts";
import { agentAt } from "./agent-at.ts";
import { countryOf, originFields } from "./country-of.ts";
import type { Described } from "./described.ts";
import type { Phrase } from "./phrases.ts";
import type { Reading } from "./reading.ts";
import { titleNoun } from "./titles.ts";

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
