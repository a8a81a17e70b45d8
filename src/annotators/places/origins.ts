import { relation } from "../../language/tree.ts";
import { countryCandidate } from "./candidates.ts";
import type { NamedPlace, Origin } from "./layer.ts";
import { namedBy } from "./mention.ts";
import type { FoundName, Reading } from "./reading.ts";
import type { Resolved } from "./resolve.ts";

/** All adjectives of origin; nouns for people ("Malians", "a Malian") and languages name no place. */
export function findOrigins(reading: Reading): readonly Origin[] {
  const { tokens } = reading;
  const found: Origin[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    if (!/^\p{Lu}/u.test(tokens[index]!.text)) continue;
    const origin = originAt(index, 2, reading) ?? originAt(index, 1, reading);
    if (origin === undefined) continue;
    found.push(origin);
    index = origin.last - 1;
  }
  return found;
}

/** A place inside another name, as an origin of what bears it. */
export function originOf(
  { first, last }: FoundName,
  resolved: Resolved | undefined,
  { tokens }: Reading,
): readonly Origin[] {
  const named = resolved === undefined ? undefined : namedBy(resolved.place).named;
  if (named === undefined) return [];
  return [{ first, last, start: tokens[first]!.start, end: tokens[last - 1]!.end, named, adjective: false }];
}

function originAt(first: number, length: number, reading: Reading): Origin | undefined {
  const { tokens, tree, knowledge, text } = reading;
  const last = first + length;
  if (last > tokens.length || !isModifier(tree.headOf(first, last), last, reading)) return undefined;
  if (tokens.slice(first, last).some((token) => !/\p{L}/u.test(token.text))) return undefined;
  const { start } = tokens[first]!;
  const { end } = tokens[last - 1]!;
  const demonym = knowledge.countries.demonym(text.slice(start, end).replace(/\s+/g, " "));
  if (demonym === undefined || demonym.plural) return undefined;
  const named = placeOf(demonym, reading);
  return named === undefined ? undefined : { first, last, start, end, named, adjective: true };
}

function isModifier(head: number, last: number, { tokens }: Reading): boolean {
  const token = tokens[head]!;
  if (/^(?:amod|compound|nmod|flat)/.test(token.deprel)) return token.head >= last - 1;
  return relation(token) === "conj" && token.upos === "ADJ";
}

function placeOf(
  demonym: { readonly country?: string; readonly region?: string },
  { knowledge }: Reading,
): NamedPlace | undefined {
  if (demonym.country !== undefined) {
    const country = countryCandidate(knowledge.countries.name(demonym.country), knowledge);
    return country === undefined ? undefined : namedBy(country).named;
  }
  const region = demonym.region === undefined ? undefined : knowledge.regions.find(demonym.region)[0];
  if (region?.lat === undefined || region.lon === undefined) return undefined;
  return { name: region.name, kind: region.kind, lat: region.lat, lon: region.lon };
}
