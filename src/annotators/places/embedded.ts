import { foldName } from "../../knowledge/gazetteer-fold.ts";
import type { Entity } from "../../language/layers.ts";
import { type FoundName, named, type Reading, wordsOf } from "./reading.ts";

/** Below this a place of that name is more likely chance ("Power", "Union") than what the body is named after. */
const LEAST_PRIOR = 4.2;
const LONGEST_INNER = 4;

/**
 * Places that other names begin or end with: "Durban" of "Durban Metro Police", "Virginia" of "Science Museum of
 * Virginia". They say where a body belongs, never where something happened.
 */
export function findEmbedded(reading: Reading, names: readonly FoundName[]): readonly FoundName[] {
  const taken = new Set(
    names.flatMap(({ first, last, site }) => range(site?.first ?? first, site?.last ?? last)),
  );
  const known = new Set(names.map(({ name }) => foldName(name)));
  return reading.entities.flatMap((entity) => {
    if (entity.type !== "ORG" && entity.type !== "MISC") return [];
    if (range(entity.first, entity.last).some((at) => taken.has(at))) return [];
    const inner = atStart(entity, known, reading) ?? atEnd(entity, known, reading);
    return inner === undefined ? [] : [inner];
  });
}

function atStart(entity: Entity, known: ReadonlySet<string>, reading: Reading): FoundName | undefined {
  const { tokens } = reading;
  const first = entity.first + Number(/^the$/i.test(tokens[entity.first]!.text));
  for (let last = Math.min(entity.last - 1, first + LONGEST_INNER); last > first; last -= 1) {
    const follows = tokens[last]!.text;
    if (/^(?:and|&|of)$/.test(follows)) continue;
    const isPerson = reading.cues.is(wordsOf(reading, first, last), "person-name");
    const found = isPerson ? undefined : placeOf(first, last, known, reading);
    if (found !== undefined) return found;
  }
  return undefined;
}

function atEnd(entity: Entity, known: ReadonlySet<string>, reading: Reading): FoundName | undefined {
  const { tokens } = reading;
  for (let first = entity.last - 1; first > entity.first + 1; first -= 1) {
    const before = tokens[first - 1]!.text;
    const mark = /^the$/i.test(before) ? tokens[first - 2]!.text : before;
    if (mark !== "of" && mark !== "in" && mark !== "at") continue;
    return placeOf(first, entity.last, known, reading);
  }
  return undefined;
}

function placeOf(
  first: number,
  last: number,
  known: ReadonlySet<string>,
  reading: Reading,
): FoundName | undefined {
  const { knowledge, cues, tokens } = reading;
  if (!/^\p{Lu}/u.test(tokens[first]!.text)) return undefined;
  const name = wordsOf(reading, first, last);
  if (cues.is(name, "calendar", "compass", "not-alone", "compass-noun", "body-noun")) return undefined;
  if (knowledge.countries.demonym(name) !== undefined && knowledge.countries.byName(name) === undefined)
    return undefined;
  const found = named(first, last, name, reading);
  const isLikely =
    known.has(foldName(name)) || found.candidates.some((candidate) => candidate.prior >= LEAST_PRIOR);
  return isLikely && found.candidates.length > 0 ? found : undefined;
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first }, (_, offset) => first + offset);
}
