import type { Agent } from "../../knowledge/roles.ts";
import { relation } from "../../language/tree.ts";
import { type CountryReading, originAt } from "./country-of.ts";
import type { Phrase } from "./phrases.ts";
import type { Reading } from "./reading.ts";

/** Words that may stand between the countries of a list. */
const JOINER = /^(?:,|and|or|&|-|–|\/)$/i;
/** A sea, a border, a deal between two countries is one thing; those who act are of the one or of the other. */
const ONE_BODY: ReadonlySet<Agent["class"]> = new Set(["unnamed", "thing"]);

/**
 * The countries of "French and British officials", "a U.S.-Israeli raid", "the ministers of Egypt, Sudan and
 * Ethiopia": two or more, in reading order; empty if the phrase names fewer.
 */
export function severalCountries(
  head: number,
  phrase: Phrase,
  agent: Agent,
  plural: boolean,
  reading: Reading,
): readonly CountryReading[] {
  if (ONE_BODY.has(agent.class)) return [];
  const before = listBefore(head, phrase, reading);
  if (before.length > 1) return before;
  return plural ? listAfter(head, reading) : [];
}

function listBefore(head: number, phrase: Phrase, reading: Reading): readonly CountryReading[] {
  for (let index = phrase.first; index < head; index += 1) {
    const list = listFrom(index, head, reading);
    if (list.length > 1) return list;
  }
  return [];
}

/** Countries from a token on with nothing but joiners between them. */
function listFrom(start: number, end: number, reading: Reading): readonly CountryReading[] {
  const found: CountryReading[] = [];
  for (let index = start; index < end; ) {
    const origin = originAt(index, reading);
    if (origin?.country === undefined || origin.span === undefined) {
      if (found.length === 0 || !JOINER.test(reading.tokens[index]!.text)) break;
      index += 1;
      continue;
    }
    if (!found.some(({ country }) => country === origin.country)) found.push(origin);
    while (index < end && reading.tokens[index]!.start < origin.span.end) index += 1;
  }
  return found;
}

function listAfter(head: number, reading: Reading): readonly CountryReading[] {
  const { tokens, tree } = reading;
  for (const child of tree.children(head)) {
    if (child < head || relation(tokens[child]!) !== "nmod") continue;
    const isOf = tree.dependents(child, "case").some((at) => /^(?:of|from)$/i.test(tokens[at]!.text));
    const list = isOf ? [child, ...tree.dependents(child, "conj")].map((at) => originAt(at, reading)) : [];
    const countries = list.filter((one) => one?.country !== undefined) as readonly CountryReading[];
    if (list.length > 1 && countries.length === list.length) return countries;
  }
  return [];
}
