import { relation } from "../../language/tree.ts";
import { agentAt } from "./agent-at.ts";
import { isCue } from "./cues.ts";
import { choose, describeOrganisation, describeUnknownOrganisation } from "./describe-organisations.ts";
import { describePerson } from "./describe-persons.ts";
import { describePlace, describeState } from "./describe-places.ts";
import type { Described, Found } from "./described.ts";
import type { Name } from "./names.ts";
import { demonymModifier, demonymPeople } from "./peoples.ts";
import { type Phrase, phraseOf } from "./phrases.ts";
import { isModifier } from "./plural.ts";
import { isMaker, placeAt, type Reading } from "./reading.ts";
import { sharedState } from "./shared-states.ts";

/** Whoever is called by name: a person, a state, an organisation, a people. */
export function findNamed(
  head: number,
  name: Name | undefined,
  named: ReadonlySet<string>,
  reading: Reading,
): Found | undefined {
  const token = reading.tokens[head]!;
  if (isMaker(name === undefined ? head : name.last - 1, reading)) return undefined;
  const adjective = demonymModifier(head, reading);
  if (adjective !== undefined) return { of: adjective, form: "name", first: head, last: head + 1 };
  const people = demonymPeople(head, reading);
  if (people !== undefined) return { of: people, form: "name", ...phraseOf(head, reading) };
  // A name that ends in a common noun ("West African nation") is one only if the registry says so.
  if (name !== undefined && isHeadlinePerson(head, name, reading)) return undefined;
  if (name === undefined || (/^\p{Ll}/u.test(token.text) && !isKnown(name, named))) return undefined;
  const phrase = phraseOf(head, reading);
  const of = describe(head, name, phrase, named, reading);
  if (of === undefined) return undefined;
  const isBare = of.kind === "state" || isModifier(head, reading);
  return { of, form: "name", ...(isBare && of.kind !== "person" ? exact(name, phrase, reading) : phrase) };
}

/** "Police Shoot Brooklyn Teen": where every word has a capital, a common noun with one is no name. */
function isHeadlinePerson(head: number, name: Name, reading: Reading): boolean {
  const { tokens, sentences } = reading;
  if (name.type === "PER" || name.organisations.length > 0 || name.persons.length > 0) return false;
  if (agentAt(head, name.first, reading)?.agent.class !== "people") return false;
  const { first, last } = sentences[tokens[head]!.sentence]!;
  const words = tokens
    .slice(first, last)
    .filter(({ upos }) => ["NOUN", "VERB", "ADJ", "PROPN"].includes(upos));
  return words.length > 2 && words.every(({ text }) => /^[\p{Lu}\p{N}]/u.test(text));
}

const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|april|june|july|august|september|october|november|december)$/i;

function describe(
  head: number,
  name: Name,
  phrase: Phrase,
  named: ReadonlySet<string>,
  reading: Reading,
): Described | undefined {
  const { countries } = reading.knowledge;
  const isPlace =
    name.last - name.first === 1 && name.persons.length === 0 && placeAt(reading, head) !== undefined;
  if (name.type === "PER" && !isPlace) {
    if (CALENDAR.test(name.words)) return undefined;
    const title = name.first > phrase.first ? { first: phrase.first, last: name.first } : undefined;
    const person = name.persons.find(({ country }) => country && named.has(country)) ?? name.persons[0];
    return describePerson(name.words, person, title, head, phrase, reading);
  }
  const organisation = choose(name.organisations, named, reading.day);
  const state = countries.byName(name.words);
  const isUnit = placeAt(reading, head)?.kind === "admin1";
  if (organisation === undefined && isScene(head, reading)) return undefined;
  if (state !== undefined && organisation === undefined && !isUnit) {
    return isLocative(head, reading) ? undefined : stateBy(state, name, head, reading);
  }
  if (organisation !== undefined) {
    return isKnown(name, named)
      ? inOpposition(describeOrganisation(organisation), phrase, name, reading)
      : describeUnknownOrganisation(name, head, phrase, reading);
  }
  if (countries.demonym(name.words) !== undefined) return undefined;
  const place = describePlace(head, reading) ?? capital(head, name, reading);
  if (place !== undefined || placeAt(reading, head) !== undefined || name.type === "LOC") return place;
  if (name.type !== "ORG") return undefined;
  const unknown = describeUnknownOrganisation(name, head, phrase, reading);
  return unknown.sector === "UNK" && isModifier(head, reading) ? undefined : unknown;
}

/** "Congo": whichever of its name the report is about, or a state that it leaves open. */
function stateBy(usual: string, name: Name, head: number, reading: Reading): Described {
  const shared = sharedState(name.words, head, reading);
  const described = describeState(shared?.country ?? usual, name, reading, head);
  if (shared === undefined || shared.country !== undefined) return described;
  const { country: _country, countryBasis: _basis, countrySpan: _span, ...open } = described;
  return {
    ...open,
    key: `state:${name.words}`,
    name: name.words,
    countryUnknown: "ambiguous",
    ...(shared.rivals === undefined ? {} : { countryRivals: shared.rivals }),
  };
}

/** "the main opposition Example Party" is what the report says it is, whatever it was when the registry was written. */
function inOpposition(of: Described, phrase: Phrase, name: Name, { tokens }: Reading): Described {
  const word = of.sector === "PTY" ? tokens.slice(phrase.first, name.first) : [];
  const said = word.find(({ lemma }) => lemma === "opposition");
  if (said === undefined) return of;
  const sectorSpan = { start: said.start, end: said.end };
  return { ...of, sector: "OPP", sectorBasis: "normalised", sectorSpan };
}

/** Rows taken over from elsewhere count only in a report that names their country. */
function isKnown(name: Name, named: ReadonlySet<string>): boolean {
  return name.organisations.some(({ source, country }) => source === "hand" || named.has(country ?? ""));
}

/** A capital that the places layer did not see, as a subject. */
function capital(head: number, name: Name, reading: Reading): Described | undefined {
  const country = reading.knowledge.countries.byCapital(name.words);
  const isSubject = reading.tokens[head]!.deprel === "nsubj";
  if (country === undefined || !isSubject || placeAt(reading, head) !== undefined) return undefined;
  return describeState(country, name, reading, head);
}

/** "in Mali", "across France", "bordering Chad": a place and no party. */
function isLocative(head: number, reading: Reading): boolean {
  const { tokens, tree } = reading;
  const { deprel, head: governor } = tokens[head]!;
  const first = reading.names.at(head)?.first ?? head;
  if (/^bordering$/i.test(tokens[first - 1]?.text ?? "")) return true;
  const place = placeAt(reading, head);
  // "northern Mali" is a part of the country, and governs nothing.
  if (place?.core !== undefined && place.metonym !== true && relation(tokens[head]!) !== "nsubj") return true;
  if (deprel === "obj" && tokens[governor]?.lemma === "border") return true;
  if (placeAt(reading, head)?.metonym === true) return false;
  return tree
    .dependents(head, "case")
    .some((child) =>
      /^(?:in|at|inside|across|near|throughout|within|into|around|outside|through)$/i.test(
        tokens[child]!.text,
      ),
    );
}

/**
 * "Sudan clashes", "Haiti's unrest", "Geneva talks": where they are, not who; "Israel-Lebanon clashes" has two sides.
 * "US talks" are those of a state, so of occasions only towns are the place.
 */
function isScene(head: number, reading: Reading): boolean {
  const { tokens } = reading;
  const { deprel, head: noun } = tokens[head]!;
  if (!/^(?:compound|nmod:poss)$/.test(deprel)) return false;
  if ([tokens[head - 1], tokens[head + 1]].some((beside) => /^[-–]$/.test(beside?.text ?? ""))) return false;
  const { lemma } = tokens[noun]!;
  const isTown = placeAt(reading, head)?.kind === "town" && deprel === "compound";
  return isCue(lemma, "unrest-noun") || (isTown && isCue(lemma, "occasion-noun"));
}

/** The name itself, with the title before it. */
function exact(name: Name, phrase: Phrase, { tokens }: Reading): Phrase {
  const hasTitle =
    phrase.first < name.first && !tokens.slice(phrase.first, name.first).some(({ xpos }) => xpos === "POS");
  return { first: hasTitle ? phrase.first : name.first, last: name.last };
}
