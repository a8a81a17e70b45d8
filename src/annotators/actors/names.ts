import type { Countries } from "../../knowledge/countries.ts";
import { foldName } from "../../knowledge/gazetteer-fold.ts";
import { holdsOn, type Organisation, type Person, type Registry } from "../../knowledge/registry.ts";
import type { Agents } from "../../knowledge/roles.ts";
import type { Entity, EntityType, Token } from "../../language/layers.ts";
import { honorific } from "./titles.ts";

/** A name in the text, with what the registry knows of it. `first`, `last`: half-open token range. */
export interface Name {
  readonly first: number;
  readonly last: number;
  readonly type: EntityType;
  readonly words: string;
  readonly organisations: readonly Organisation[];
  readonly persons: readonly Person[];
}

export interface NameKnowledge {
  readonly registry: Registry;
  readonly countries: Countries;
  readonly agents: Agents;
}

export interface Names {
  readonly all: readonly Name[];
  /** The name that covers a token. */
  readonly at: (index: number) => Name | undefined;
}

/** Names that the model found, and names of the registry that it missed or cut short. They do not overlap. */
export function findNames(
  text: string,
  tokens: readonly Token[],
  entities: readonly Entity[],
  { registry, countries, agents }: NameKnowledge,
  day?: string,
): Names {
  const covering = new Map<number, Name>();
  const all: Name[] = [];
  const put = (name: Name): void => {
    for (let index = name.first; index < name.last; index += 1) if (covering.has(index)) return;
    all.push(name);
    for (let index = name.first; index < name.last; index += 1) covering.set(index, name);
  };
  const entityAt = new Map<number, Entity>();
  const own = entities.flatMap((entity) => trimmed(entity, text, tokens, { registry, countries, agents }));
  for (const entity of own) {
    for (let index = entity.first; index < entity.last; index += 1) entityAt.set(index, entity);
  }
  for (let index = 0; index < tokens.length; ) {
    const name =
      hyphenatedState(index, text, tokens, countries) ??
      stateInTitle(index, text, tokens, entityAt.get(index), countries) ??
      registered(index, text, tokens, entityAt, registry);
    if (name !== undefined) put(name);
    index = name?.last ?? index + 1;
  }
  const full = own.filter(({ type, first, last }) => type === "PER" && last - first > 1);
  const introduced = introducedBy(
    full.map(({ first, last }) => wordsOf(first, last, text, tokens)),
    registry,
  );
  const leader = (words: string): Person | undefined =>
    introduced.has(foldName(words)) ? introduced.get(foldName(words)) : registry.leader(words, day);
  for (const { first, last, type: found } of own) {
    const words = wordsOf(first, last, text, tokens);
    const isLeader = !words.includes(" ") && leader(words) !== undefined;
    const type = correctedType(found, words, tokens[last - 1]!, isLeader, { registry, countries, agents });
    const organisations = type === "PER" ? [] : registry.organisation(words);
    const persons = type === "PER" ? personsOf(words, leader(words), registry, day) : [];
    put({ first, last, type, words, organisations, persons });
  }
  all.sort((a, b) => a.first - b.first);
  return { all, at: (index) => covering.get(index) };
}

/** "Guinea-Bissau", "Congo-Brazzaville": three words for the model, one name for its readers. */
function hyphenatedState(
  first: number,
  text: string,
  tokens: readonly Token[],
  countries: Countries,
): Name | undefined {
  const last = first + 3;
  if (tokens[first + 1]?.text !== "-" || tokens[last - 1] === undefined) return undefined;
  const words = text.slice(tokens[first]!.start, tokens[last - 1]!.end);
  if (/\s/.test(words) || countries.byName(words) === undefined) return undefined;
  return { first, last, type: "LOC", words, organisations: [], persons: [] };
}

/** "Papua New Guinea Prime Minister": the state that the model takes for a part of somebody's title or name. */
function stateInTitle(
  first: number,
  text: string,
  tokens: readonly Token[],
  entity: Entity | undefined,
  countries: Countries,
): Name | undefined {
  const { text: word } = tokens[first]!;
  if (!/^\p{Lu}/u.test(word) || isArticle(tokens[first]) || (entity !== undefined && entity.type !== "PER"))
    return undefined;
  for (const last of [first + 4, first + 3, first + 2]) {
    if (last >= tokens.length || tokens[last - 1]!.sentence !== tokens[first]!.sentence) continue;
    const words = text.slice(tokens[first]!.start, tokens[last - 1]!.end);
    if (countries.byName(words) === undefined || entity?.last === last) continue;
    return { first, last, type: "LOC", words, organisations: [], persons: [] };
  }
  return undefined;
}

/** Whom the surnames mean whose bearers the report calls by their full names: nobody of the registry, if it has none. */
function introducedBy(names: readonly string[], registry: Registry): ReadonlyMap<string, Person | undefined> {
  const found = new Map<string, Person | undefined>();
  for (const words of names) {
    const surname = foldName(words).split(" ").at(-1)!;
    const person = registry.person(words)[0] ?? registry.leader(words);
    if (!found.has(surname) || person !== undefined) found.set(surname, person);
  }
  return found;
}

/** By the surname alone, by the full name, or by the full name without what stands in its middle. */
function personsOf(
  words: string,
  leader: Person | undefined,
  registry: Registry,
  day: string | undefined,
): readonly Person[] {
  if (!words.includes(" ")) return leader === undefined ? registry.person(words) : [leader];
  const persons = registry.person(words);
  if (persons.length === 0) return [registry.leader(words, day) ?? []].flat();
  const inOffice = (person: Person): boolean =>
    day !== undefined && person.tenures.some((tenure) => holdsOn(tenure, day));
  return [...persons].sort((a, b) => Number(inOffice(b)) - Number(inOffice(a)));
}

/** A name without the articles, titles and adjectives of origin that the model took into it; nothing if that is all. */
function trimmed(
  entity: Entity,
  text: string,
  tokens: readonly Token[],
  { registry, countries, agents }: NameKnowledge,
): readonly Entity[] {
  let { first } = entity;
  const { last, type } = entity;
  while (first < last - 1 && isArticle(tokens[first])) first += 1;
  if (type !== "PER" || registry.person(wordsOf(first, last, text, tokens)).length > 0) {
    return [{ ...entity, first, start: tokens[first]!.start }];
  }
  // "Xi Jinping of China": of whom he is the president is no part of his name.
  const of = lastOf(first, last, text, tokens, countries);
  if (of !== undefined) {
    const end = tokens[of - 1]!.end;
    return trimmed({ ...entity, last: of, end }, text, tokens, { registry, countries, agents });
  }
  const isTitle = (index: number): boolean => {
    const word = tokens[index]!.text;
    const isOrigin = index < last - 1 && countries.demonym(word) !== undefined;
    return honorific(word) || isOrigin || agents.agent(word.toLowerCase()) !== undefined;
  };
  if (isTitle(last - 1) && agents.agent(tokens[last - 1]!.text.toLowerCase())?.class === "office") return [];
  for (let index = last - 2; index >= first; index -= 1) {
    if (!isTitle(index)) continue;
    first = index + 1;
    break;
  }
  // "king of Jordan": an office and whose it is, no person's name.
  if (/^(?:of|for|in)$/i.test(tokens[first]!.text)) {
    const at = { first: first + 1, start: tokens[Math.min(first + 1, last - 1)]!.start };
    return first + 1 < last ? [{ ...entity, ...at, type: "LOC" }] : [];
  }
  return [{ ...entity, first, start: tokens[first]!.start }];
}

/** Where "of China" begins at the end of a name; undefined if it does not end so. */
function lastOf(
  first: number,
  last: number,
  text: string,
  tokens: readonly Token[],
  countries: Countries,
): number | undefined {
  for (let at = first + 2; at < last - 1; at += 1) {
    if (tokens[at]!.text !== "of") continue;
    return countries.byName(wordsOf(at + 1, last, text, tokens)) === undefined ? undefined : at;
  }
  return undefined;
}

function wordsOf(first: number, last: number, text: string, tokens: readonly Token[]): string {
  return text.slice(tokens[first]!.start, tokens[last - 1]!.end).replace(/['’]s$|(?<=\p{L}{2})\.$/u, "");
}

/** States, organs and registered organisations are no persons, whatever the model says. */
function correctedType(
  type: EntityType,
  words: string,
  last: Token,
  isLeader: boolean,
  { registry, countries, agents }: NameKnowledge,
): EntityType {
  if (type !== "PER") {
    const isOther = registry.organisation(words).length > 0 || countries.demonym(words) !== undefined;
    return type !== "LOC" && isLeader && !isOther ? "PER" : type;
  }
  if (countries.byName(words) !== undefined || countries.byCapital(words) !== undefined) return "LOC";
  if (countries.demonym(words) !== undefined) return "MISC";
  const agent = agents.agent(last.text.toLowerCase());
  if (agent !== undefined && ["organ", "force", "organisation"].includes(agent.class)) return "ORG";
  return registry.person(words).length === 0 && registry.organisation(words).length > 0 ? "ORG" : type;
}

/** The longest registered name that begins at a token, unless the model says that it is part of another name. */
function registered(
  first: number,
  text: string,
  tokens: readonly Token[],
  entityAt: ReadonlyMap<number, Entity>,
  registry: Registry,
): Name | undefined {
  const token = tokens[first]!;
  if (!/[\p{L}\p{N}]/u.test(token.text) || isArticle(token)) return undefined;
  const reach = registry.reach(foldName(token.text).split(" ")[0] ?? "");
  if (reach === 0) return undefined;
  const entity = entityAt.get(first);
  if (entity !== undefined && entity.first < first && !isArticle(tokens[entity.first])) return undefined;
  for (let last = Math.min(first + reach + 3, tokens.length); last > first; last -= 1) {
    const end = tokens[last - 1]!;
    if (end.sentence !== token.sentence || !/[\p{L}\p{N}]/u.test(end.text)) continue;
    const words = text.slice(token.start, end.end);
    const organisations = registry.organisation(
      /\p{L}{2}\.$/u.test(words.slice(-5)) ? words.slice(0, -1) : words,
    );
    if (organisations.length === 0) continue;
    const cut =
      last < tokens.length &&
      entityAt.get(last) !== undefined &&
      entityAt.get(last) === entityAt.get(last - 1);
    if (cut || !isNameLike(first, last, tokens, entity)) continue;
    return { first, last, type: "ORG", words, organisations, persons: [] };
  }
  return undefined;
}

/** One plain word is a name only if the model thinks so; an acronym or several words speak for themselves. */
function isNameLike(
  first: number,
  last: number,
  tokens: readonly Token[],
  entity: Entity | undefined,
): boolean {
  if (entity?.type === "PER") return entity.first === first && entity.last === last;
  if (last - first > 1 || entity?.type === "ORG" || entity?.type === "MISC") return true;
  const { text, upos } = tokens[first]!;
  if (/^\p{Lu}[\p{Lu}\d.-]+$/u.test(text)) return true;
  return upos === "PROPN" && entity === undefined;
}

export function isArticle(token: Token | undefined): boolean {
  return token !== undefined && /^(?:the|an?)$/i.test(token.text);
}
