import { relation } from "../../language/tree.ts";
import type { Basis, UnknownReason } from "../../record/cell.ts";
import type { Span } from "../../text/span.ts";
import type { Draft } from "./draft.ts";
import type { Phrase } from "./phrases.ts";
import { isHelper, placeAt, type Reading } from "./reading.ts";
import { sharedState } from "./shared-states.ts";

/** What a noun phrase itself says of the country. */
export interface CountryReading {
  readonly country?: string;
  readonly basis?: Basis;
  readonly span?: Span;
  readonly unknown?: UnknownReason;
  /** Where it is ambiguous: the states that remain. */
  readonly rivals?: readonly string[];
  /** Token of a possessor whose own country is not known yet. */
  readonly possessor?: number;
  /** The country is the owner's: "Syria's allies". */
  readonly isOwned?: boolean;
  /** A word of origin that names no single country: "Western", "West African". */
  readonly region?: string;
}

const WITHHELD = new Set(["unnamed", "unidentified", "undisclosed", "unspecified", "anonymous", "certain"]);
const ELSEWHERE = new Set(["foreign", "international", "neighbouring", "neighboring"]);
const OTHER = new Set(["regional", "other", "another", "various", "several"]);
/** "foreign minister": the adjective is part of the office. */
const OFFICE = /^(?:minist(?:er|ry)|office|secretary|affairs|policy|legion|relations)$/i;
const AWAY = new Set(["to", "against", "with", "over", "on", "about"]);

/** Country of a phrase by its own words: possessor, adjective or name before the head, complement after it. */
export function countryOf(
  head: number,
  phrase: Phrase,
  reading: Reading,
  isOrganised = false,
): CountryReading {
  const { tokens } = reading;
  const words = tokens
    .slice(phrase.first, head)
    .filter((_, index) => !OFFICE.test(tokens[phrase.first + index + 1]?.text ?? ""))
    .map(({ text }) => text.toLowerCase());
  const withheld = words.some((word) => WITHHELD.has(word));
  const isAway = (word: string): boolean =>
    ELSEWHERE.has(word) || /-nation$/.test(word) || (isOrganised && OTHER.has(word));
  const isBloc =
    words.includes("regional") && /^(?:force|army|mission|troop)$/.test(tokens[head]?.lemma ?? "");
  const away = withheld || isBloc || words.some(isAway);
  const possessor = possessorOf(head, phrase, reading);
  if (possessor !== undefined && !away) {
    const origin = originOf(possessor, phrase, reading);
    return origin === undefined ? { possessor } : { ...origin, isOwned: true };
  }
  let region: string | undefined;
  for (let index = phrase.first; index < head; index += 1) {
    const wide = regionAt(index, reading);
    if (wide !== undefined) {
      region ??= wide;
      index += wide.includes(" ") ? 1 : 0;
      continue;
    }
    const found = index === possessor ? undefined : originAt(index, reading);
    if (found !== undefined) return found;
  }
  if (away) return { unknown: withheld ? "withheld-by-report" : "not-stated", ...(region ? { region } : {}) };
  const after = complementOrigin(head, phrase, reading);
  if (after !== undefined) return after;
  return region === undefined ? {} : { region };
}

function complementOrigin(head: number, phrase: Phrase, reading: Reading): CountryReading | undefined {
  const { tokens, tree } = reading;
  for (const child of tree.children(head)) {
    if (child < head || child >= phrase.last || relation(tokens[child]!) !== "nmod") continue;
    const cases = tree.dependents(child, "case").map((index) => tokens[index]!.text.toLowerCase());
    if (cases.some((word) => AWAY.has(word))) continue;
    // "chiefs of the Community of West African States": of none of them.
    if (cases.includes("of") && isStateless(child, reading)) return { unknown: "not-stated" };
    for (const index of tree.subtree(child)) {
      if (index >= phrase.last) break;
      const found = originAt(index, reading);
      if (found !== undefined) return found;
    }
    if (cases.includes("of") && isDefinite(child, reading)) return { possessor: child };
    // "members of his cabinet"
    const owner = cases.includes("of") ? tree.dependents(child, "nmod:poss")[0] : undefined;
    if (owner !== undefined && tokens[owner]!.upos === "PRON") return { possessor: owner };
  }
  return undefined;
}

function isStateless(index: number, { names }: Reading): boolean {
  const [body] = names.at(index)?.organisations ?? [];
  return body !== undefined && body.country === undefined && body.kind === "igo";
}

function isDefinite(index: number, { tree, tokens }: Reading): boolean {
  return tree.dependents(index, "det").some((child) => /^(?:the|this|that)$/i.test(tokens[child]!.text));
}

/** Token of the owner: in the tree, or right before the possessive ending. */
function possessorOf(head: number, phrase: Phrase, { tokens, tree }: Reading): number | undefined {
  const own = tree
    .children(head)
    .find((child) => child < head && child >= phrase.first && tokens[child]!.deprel === "nmod:poss");
  if (own !== undefined) return own;
  for (let index = phrase.first + 1; index < head; index += 1) {
    if (tokens[index]!.xpos === "POS") return index - 1;
  }
  return undefined;
}

/** The country that the possessor stands for: its name, its place, or the adjective before it. */
function originOf(possessor: number, phrase: Phrase, reading: Reading): CountryReading | undefined {
  for (let index = phrase.first; index <= possessor; index += 1) {
    const found = originAt(index, reading);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a draft keeps of it. */
export function originFields(
  origin: CountryReading,
): Pick<
  Draft,
  "country" | "countryBasis" | "countrySpan" | "countryUnknown" | "countryRivals" | "possessor" | "region"
> {
  return {
    ...(origin.country ? { country: origin.country } : {}),
    ...(origin.basis ? { countryBasis: origin.basis } : {}),
    ...(origin.span ? { countrySpan: origin.span } : {}),
    ...(origin.unknown ? { countryUnknown: origin.unknown } : {}),
    ...(origin.rivals ? { countryRivals: origin.rivals } : {}),
    ...(origin.possessor === undefined ? {} : { possessor: origin.possessor }),
    ...(origin.region ? { region: origin.region } : {}),
  };
}

/** The country that one word gives: a name, a demonym, a town, an organisation of one country. */
export function originAt(index: number, reading: Reading): CountryReading | undefined {
  const { tokens, names, knowledge } = reading;
  const token = tokens[index]!;
  if (!/^\p{Lu}/u.test(token.text) || isHelper(index, reading)) return undefined;
  const next = tokens[index + 1];
  const two = next === undefined ? undefined : knowledge.countries.demonym(`${token.text} ${next.text}`);
  const span = { start: token.start, end: (two === undefined ? token : next!).end };
  const demonym = two ?? knowledge.countries.demonym(token.text);
  const shared = two === undefined ? sharedOrigin(index, reading) : undefined;
  if (shared !== undefined) return shared;
  if (demonym?.country !== undefined) return { country: demonym.country, basis: "normalised", span };
  const name = names.at(index);
  const words = name?.words ?? token.text;
  const named = {
    start: tokens[name?.first ?? index]!.start,
    end: tokens[(name?.last ?? index + 1) - 1]!.end,
  };
  const state = knowledge.countries.byName(words) ?? knowledge.countries.byName(token.text);
  const place = placeAt(reading, index);
  // "Georgia's governor": the state of the union, if that is what the report is about.
  const isNamesake = place !== undefined && place.kind === "admin1" && place.country !== state;
  if (state !== undefined && !isNamesake) return { country: state, basis: "normalised", span: named };
  if (place?.country !== undefined) {
    const basis = place.kind === "country" ? "normalised" : "knowledge";
    return { country: place.country, basis, span: { start: place.start, end: place.end } };
  }
  const organisation = name?.organisations.find(({ source }) => source === "hand");
  if (organisation?.country !== undefined) {
    return { country: organisation.country, basis: "knowledge", span: named };
  }
  const person = name?.persons[0];
  return person?.country === undefined
    ? undefined
    : { country: person.country, basis: "knowledge", span: named };
}

/** "Congo's army", "Korean officials": a word that two states share. */
function sharedOrigin(index: number, reading: Reading): CountryReading | undefined {
  const { start, end, text } = reading.tokens[index]!;
  const shared = sharedState(reading.names.at(index)?.words ?? text, index, reading);
  if (shared === undefined) return undefined;
  return shared.country === undefined
    ? shared
    : { country: shared.country, basis: "normalised", span: { start, end } };
}

function regionAt(index: number, { tokens, knowledge }: Reading): string | undefined {
  const token = tokens[index]!;
  if (!/^\p{Lu}/u.test(token.text) || knowledge.countries.sharedBy(token.text).length > 0) return undefined;
  const two = tokens[index + 1] === undefined ? "" : `${token.text} ${tokens[index + 1]!.text}`;
  const demonym = knowledge.countries.demonym(two) ?? knowledge.countries.demonym(token.text);
  return demonym !== undefined && demonym.country === undefined ? demonym.word : undefined;
}
