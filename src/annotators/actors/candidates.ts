import { relation } from "../../language/tree.ts";
import { agentAt } from "./agent-at.ts";
import {
  choose,
  describeOrganisation,
  describePerson,
  describePlace,
  describeState,
  describeUnknownOrganisation,
} from "./describe-names.ts";
import { describeNominal } from "./describe-nominals.ts";
import type { Draft } from "./draft.ts";
import type { Name } from "./names.ts";
import { type Phrase, phraseOf } from "./phrases.ts";
import { describePronoun } from "./pronouns.ts";
import { placeAt, type Reading } from "./reading.ts";

type Described = Omit<Draft, "start" | "end" | "first" | "last" | "head" | "form" | "plural" | "definite">;

/** All mentions of possible actors in reading order, each seen by itself. */
export function findDrafts(reading: Reading): readonly Draft[] {
  const named = countriesNamed(reading);
  const drafts: Draft[] = [];
  for (let head = 0; head < reading.tokens.length; head += 1) {
    const draft = draftAt(head, named, reading);
    if (draft !== undefined) drafts.push(draft);
  }
  return drafts;
}

function draftAt(head: number, named: ReadonlySet<string>, reading: Reading): Draft | undefined {
  const { tokens, tree, names } = reading;
  const token = tokens[head]!;
  switch (token.upos) {
    case "PRON":
    case "DET": {
      const pronoun = describePronoun(head, reading);
      return pronoun && finish(pronoun, "pronoun", head, { first: head, last: head + 1 }, reading);
    }
    case "NOUN":
    case "PROPN":
    case "ADJ":
    case "X":
    case "NUM":
      break;
    default:
      if (names.at(head) === undefined) return undefined;
  }
  const name = names.at(head);
  if (name !== undefined && tree.headOf(name.first, name.last) !== head) return undefined;
  if (isPartOfName(head, reading)) return undefined;
  if (name !== undefined || token.upos === "PROPN") {
    const described = describeNamed(head, name, named, reading);
    if (described !== undefined) return finish(described.of, "name", head, described.phrase, reading);
  }
  return nominalAt(head, named, reading);
}

/** Inside a flat name or a title, the phrase belongs to another head. */
function isPartOfName(head: number, { tokens, names, tree }: Reading): boolean {
  const token = tokens[head]!;
  if (token.head < 0) return false;
  const kind = relation(token);
  if (kind === "flat" || token.deprel === "nmod:desc") return true;
  // "Interior Minister" before a name whose head is the name.
  const own = names.at(head);
  const above = names.at(token.head);
  if (kind !== "compound" || own !== undefined || above?.type !== "PER") return false;
  return tree.headOf(above.first, above.last) === token.head && head < above.first;
}

function describeNamed(
  head: number,
  name: Name | undefined,
  named: ReadonlySet<string>,
  reading: Reading,
): { readonly of: Described; readonly phrase: Phrase } | undefined {
  const { tokens, knowledge, names, tree } = reading;
  const phrase = phraseOf(head, reading);
  const inner = name?.type === "PER" ? name : personIn(head, phrase, reading);
  if (inner !== undefined) {
    const title = inner.first > phrase.first ? { first: phrase.first, last: inner.first } : undefined;
    const person =
      inner.persons.find(({ country }) => country !== undefined && named.has(country)) ?? inner.persons[0];
    return { of: describePerson(inner.words, person, title, head, phrase, reading), phrase };
  }
  const words = name?.words ?? tokens[head]!.text;
  const modifies = isModifier(head, reading);
  const state = knowledge.countries.byName(words);
  const place = placeAt(reading, head);
  if (state !== undefined && name?.organisations.length !== 1) {
    if (place !== undefined && !place.metonym && !canStandFor(head, reading)) return undefined;
    return { of: describeState(state, name, reading, head), phrase: modifies ? exact(name, head) : phrase };
  }
  if (name !== undefined && name.organisations.length > 0) {
    const organisation = choose(name.organisations, named)!;
    if (needsCountry(organisation.source, words) && !named.has(organisation.country ?? "")) return undefined;
    return { of: describeOrganisation(organisation), phrase: modifies ? exact(name, head) : phrase };
  }
  const found = describePlace(head, reading);
  if (found !== undefined) return { of: found, phrase: found.kind === "state" ? exact(name, head) : phrase };
  if (place !== undefined || name?.type === "LOC") return undefined;
  if (name?.type === "ORG") {
    return { of: describeUnknownOrganisation(name, head, phrase, reading), phrase };
  }
  if (name === undefined && tokens[head]!.upos === "PROPN" && names.at(head) === undefined) {
    const people = demonymPeople(head, reading);
    if (people !== undefined) return { of: people, phrase };
    if (agentAt(head, phrase.first, reading) !== undefined) return undefined;
    const isSubject = /^nsubj(?!.*outer)/.test(tokens[head]!.deprel) && tree.children(head).length < 6;
    if (!isSubject || knowledge.countries.demonym(tokens[head]!.text) !== undefined) return undefined;
    const unknown: Name = {
      first: phrase.first,
      last: phrase.last,
      type: "PER",
      words,
      organisations: [],
      persons: [],
    };
    return { of: describePerson(unknown.words, undefined, undefined, head, phrase, reading), phrase };
  }
  const people = demonymPeople(head, reading);
  return people === undefined ? undefined : { of: people, phrase };
}

/** The person named in a phrase that a title heads: "President Ann Example" with the title as head. */
function personIn(head: number, phrase: Phrase, { names, tokens }: Reading): Name | undefined {
  for (let index = head + 1; index < phrase.last; index += 1) {
    const name = names.at(index);
    if (name === undefined) continue;
    const top = tokens[index]!;
    const isFlat = relation(top) === "flat" || top.head === head;
    return name.type === "PER" && isFlat && top.deprel !== "nmod" ? name : undefined;
  }
  return undefined;
}

function nominalAt(head: number, named: ReadonlySet<string>, reading: Reading): Draft | undefined {
  const { tokens, names } = reading;
  const token = tokens[head]!;
  const phrase = phraseOf(head, reading);
  const people = demonymPeople(head, reading);
  if (people !== undefined) return finish(people, "name", head, phrase, reading);
  const adjective = demonymModifier(head, reading);
  if (adjective !== undefined)
    return finish(adjective, "name", head, { first: head, last: head + 1 }, reading);
  if (token.upos === "ADJ" && !isNominalised(head, reading)) return undefined;
  const found = agentAt(head, phrase.first, reading);
  if (found === undefined) return undefined;
  const inner = personIn(head, phrase, reading);
  if (inner !== undefined) {
    const title = { first: phrase.first, last: inner.first };
    const person =
      inner.persons.find(({ country }) => country !== undefined && named.has(country)) ?? inner.persons[0];
    return finish(
      describePerson(inner.words, person, title, head, phrase, reading),
      "name",
      head,
      phrase,
      reading,
    );
  }
  if (isModifier(head, reading)) {
    const acts = ["organ", "force", "armed"].includes(found.agent.class) || found.agent.noun === "opposition";
    if (
      !acts ||
      found.agent.follows === "weak" ||
      found.agent.noun === "state" ||
      names.at(head) !== undefined
    )
      return undefined;
    const own = { first: Math.max(found.first, phrase.first), last: head + 1 };
    return finish(describeNominal(found, head, own, true, reading), "nominal", head, own, reading);
  }
  if (!isReferring(found, head, reading)) return undefined;
  return finish(
    describeNominal(found, head, phrase, isPlural(head, reading), reading),
    "nominal",
    head,
    phrase,
    reading,
  );
}

/** "the wounded", "others": an adjective that stands for people. */
function isNominalised(head: number, { tokens, tree }: Reading): boolean {
  const token = tokens[head]!;
  if (/^others$/i.test(token.text)) return true;
  return ["nsubj", "nsubj:pass", "obj"].includes(token.deprel) && tree.dependents(head, "det").length > 0;
}

/** Words that name a force, a power, a house only if something makes them one. */
const ABSTRACT =
  /^(?:force|power|state|authority|house|leadership|command|patrol|resistance|business|industry|opposition|community|body|front|unit|side|market|mission|palace|guard|major|general|justice|executive|campaign|administration|majority|party|movement|delegation|wing|press|radio|television|school|union|association|institution|supporter|campaign|head|side|channel|foundation|network|bench)$/;

function isReferring(
  { agent }: ReturnType<typeof agentAt> & object,
  head: number,
  reading: Reading,
): boolean {
  const { tokens, tree } = reading;
  const token = tokens[head]!;
  if (token.upos === "ADJ" || /^(?:advmod|obl:tmod|vocative|discourse)$/.test(token.deprel))
    return /^others$/i.test(token.text);
  if (agent.noun === "other" && !/^others$/i.test(token.text)) return false;
  if (!ABSTRACT.test(agent.noun) || isPlural(head, reading)) return true;
  return (
    tree.dependents(head, "det", "nmod:poss", "compound", "amod").length > 0 ||
    token.deprel.startsWith("nsubj")
  );
}

/** A modifier before a noun: "police sweep", "US tariffs". */
function isModifier(head: number, { tokens }: Reading): boolean {
  const token = tokens[head]!;
  return (token.deprel === "compound" || token.deprel === "amod") && token.head > head;
}

/** "the French", "Malians": people called by where they are from; what they do makes them people or a state. */
function demonymPeople(head: number, reading: Reading): Described | undefined {
  const { tokens, tree, knowledge } = reading;
  const token = tokens[head]!;
  const demonym = /^\p{Lu}/u.test(token.text) ? knowledge.countries.demonym(token.text) : undefined;
  if (demonym === undefined || isModifier(head, reading)) return undefined;
  const isHead = !["amod", "compound", "flat"].includes(relation(token));
  const hasArticle = tree.dependents(head, "det").length > 0;
  if (!isHead || (!demonym.plural && !hasArticle && token.xpos !== "NNPS" && token.xpos !== "NNS"))
    return undefined;
  const collective = !demonym.plural && token.xpos !== "NN" && demonym.country !== undefined;
  return {
    ...(demonym.country && collective
      ? { key: `state:${demonym.country}` }
      : { key: `people:${demonym.word}` }),
    ...(collective && demonym.country ? { name: knowledge.countries.name(demonym.country) } : {}),
    ...(demonym.country
      ? {
          country: demonym.country,
          countryBasis: "normalised" as const,
          countrySpan: { start: token.start, end: token.end },
        }
      : { countryUnknown: "not-stated" as const }),
    sector: collective ? "GOV" : "CVL",
    sectorBasis: "inferred",
    kind: collective ? "state" : "population",
    isPrivate: false,
    mayInfer: false,
    aliases: [],
    knowledge: `demonyms.tsv ${demonym.word}`,
  };
}

/** "Turkish shelling": the adjective says who, where the noun says what. */
function demonymModifier(head: number, reading: Reading): Described | undefined {
  const { tokens, knowledge } = reading;
  const token = tokens[head]!;
  if (token.deprel !== "amod" || !/^\p{Lu}/u.test(token.text)) return undefined;
  const country = knowledge.countries.demonym(token.text)?.country;
  if (country === undefined || agentAt(token.head, head, reading) !== undefined) return undefined;
  if (reading.names.at(token.head) !== undefined) return undefined;
  return describeState(country, undefined, reading, head);
}

/** Where a country that the places layer takes for a place may still be a party: as subject, object, possessor. */
function canStandFor(head: number, { tokens }: Reading): boolean {
  return /^(?:nsubj|nsubj:pass|obj|iobj|obl:agent|root|compound|nmod:poss|appos)$/.test(tokens[head]!.deprel);
}

function needsCountry(source: string, words: string): boolean {
  return source !== "hand" && words.length <= 6;
}

function exact(name: Name | undefined, head: number): Phrase {
  return { first: name?.first ?? head, last: name?.last ?? head + 1 };
}

function isPlural(head: number, { tokens, tree }: Reading): boolean {
  const { xpos, lemma, text } = tokens[head]!;
  if (/^(?:people|police|troops|forces|others|media|personnel)$/i.test(text)) return true;
  if (xpos === "NNS" || xpos === "NNPS") return true;
  if (xpos !== "") return false;
  return text.toLowerCase() !== lemma.toLowerCase() || tree.dependents(head, "nummod").length > 0;
}

function finish(
  described: Described,
  form: Draft["form"],
  head: number,
  phrase: Phrase,
  reading: Reading,
): Draft {
  const { tokens, tree } = reading;
  const text = (index: number): string => tokens[index]!.text.toLowerCase();
  const det = tree.dependents(head, "det").map(text);
  const definite = det.includes("the")
    ? "the"
    : det.some((word) => /^(?:this|these|that|those|both)$/.test(word))
      ? "this"
      : tree.dependents(head, "nmod:poss").length > 0
        ? "possessed"
        : det.some((word) => /^(?:an?|another|some|several|many)$/.test(word))
          ? "a"
          : "bare";
  return {
    ...described,
    form,
    head,
    first: phrase.first,
    last: phrase.last,
    start: tokens[phrase.first]!.start,
    end: tokens[phrase.last - 1]!.end,
    plural:
      form === "pronoun"
        ? /^(?:they|them|their|we|us|our|those|these)/i.test(text(head))
        : isPlural(head, reading),
    definite,
  };
}

/** States that the report names in any way: they choose between organisations of one name. */
function countriesNamed(reading: Reading): ReadonlySet<string> {
  const found = new Set<string>();
  for (const place of reading.places) if (place.country) found.add(place.country);
  for (const token of reading.tokens) {
    if (!/^\p{Lu}/u.test(token.text)) continue;
    const country = reading.knowledge.countries.byDemonym(token.text);
    if (country !== undefined) found.add(country);
  }
  return found;
}
