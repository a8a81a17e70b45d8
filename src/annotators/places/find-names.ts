import { foldName } from "../../knowledge/gazetteer-fold.ts";
import type { Entity } from "../../language/layers.ts";
import { fromLocation } from "./from-location.ts";
import { fromWords } from "./from-words.ts";
import { isNoPlace } from "./no-place.ts";
import {
  type FoundName,
  isCalledTown,
  isLocated,
  isPlaceObject,
  named,
  type Reading,
  wordsOf,
} from "./reading.ts";

/** A place about the size of a city, for names that the model takes for something else. */
const TRUSTED_PRIOR = 4.8;

/** A name is a place if this share of its mentions is tagged so. */
const OFTEN_A_PLACE = 0.3;

/** What the whole report says of a name. */
interface Usage {
  /** Folded names that are tagged as a location somewhere in the report. */
  readonly places: ReadonlySet<string>;
  /** Folded words of people's names of several words. */
  readonly people: ReadonlySet<string>;
}

/** All place names, in reading order, none inside another. */
export function findNames(reading: Reading): readonly FoundName[] {
  const starts = new Map(reading.entities.map((entity) => [entity.first, entity]));
  const usage = usageIn(reading);
  const found: FoundName[] = [];
  for (const sentence of reading.sentences) {
    for (let index = sentence.first; index < sentence.last; ) {
      const entity = starts.get(index);
      if (entity !== undefined) {
        const names = fromEntity(entity, usage, reading);
        found.push(...names);
        index = Math.max(index + 1, entity.last, ...names.map((name) => name.last));
        continue;
      }
      const untagged = fromWords(index, sentence, starts, reading);
      if (untagged !== undefined) found.push(untagged);
      index = untagged?.last ?? index + 1;
    }
  }
  return found;
}

function usageIn(reading: Reading): Usage {
  const tagged = new Map<string, { places: number; all: number }>();
  const people = new Set<string>();
  for (const { type, first, last } of reading.entities) {
    const name = foldName(wordsOf(reading, first, last));
    const seen = tagged.get(name) ?? { places: 0, all: 0 };
    tagged.set(name, { places: seen.places + (type === "LOC" ? 1 : 0), all: seen.all + 1 });
    if (type !== "PER" || last - first < 2) continue;
    for (let index = first; index < last; index += 1) people.add(foldName(reading.tokens[index]!.text));
  }
  const often = [...tagged].filter(([, seen]) => seen.places >= OFTEN_A_PLACE * seen.all);
  return { places: new Set(often.map(([name]) => name)), people };
}

function fromEntity(entity: Entity, usage: Usage, reading: Reading): readonly FoundName[] {
  const { tokens } = reading;
  let { first, last } = entity;
  while (first < last - 1 && tokens[first]!.upos === "DET") first += 1;
  // "new Solomon Islands Prime Minister": a small word is no part of a state's name.
  const isSmall = /^\p{Ll}/u.test(tokens[first]!.text) && last > first + 1;
  if (isSmall && reading.knowledge.countries.byName(wordsOf(reading, first + 1, last)) !== undefined) {
    first += reading.cues.is(tokens[first]!.text, "compass") ? 0 : 1;
  }
  while (last > first + 1 && ["PART", "PUNCT"].includes(tokens[last - 1]!.upos)) {
    if (tokens[last - 1]!.text.endsWith(".")) break;
    last -= 1;
  }
  // "Durban court", tagged as one name: the place is what is capitalised.
  const whole = last;
  while (last > first + 1 && /^\p{Ll}+$/u.test(tokens[last - 1]!.text) && entity.type !== "LOC") last -= 1;
  if (last < whole) {
    const { candidates } = named(first, last, wordsOf(reading, first, last), reading);
    const isCity = candidates.some((candidate) => candidate.prior >= TRUSTED_PRIOR);
    if (!isCity || entity.type === "PER") return [];
    return [named(first, last, wordsOf(reading, first, last), reading)];
  }
  if (entity.type === "LOC") return isNoPlace(first, last, reading) ? [] : fromLocation(first, last, reading);
  return isPlaceAfterAll(entity, first, last, usage, reading)
    ? [named(first, last, wordsOf(reading, first, last), reading)]
    : [];
}

/**
 * Whether a name tagged as a person or organisation is a place: a state, a capital, a name that is a location
 * elsewhere in the report, or a city that something happens in. Names that people of the report bear are none.
 */
function isPlaceAfterAll(
  entity: Entity,
  first: number,
  last: number,
  usage: Usage,
  reading: Reading,
): boolean {
  const { knowledge, cues } = reading;
  const name = wordsOf(reading, first, last);
  if (isCalledTown(first, last, reading)) return true;
  if (entity.type === "PER" && cues.is(name, "person-name")) return false;
  if (knowledge.countries.byName(name) !== undefined) return true;
  if (knowledge.countries.demonym(name) !== undefined) return false;
  const folded = foldName(name);
  if (usage.people.has(folded) || cues.is(name.replace(/\.$/, ""), "calendar", "not-alone")) return false;
  if (knowledge.countries.byCapital(name) !== undefined) return true;
  const { candidates } = named(first, last, name, reading);
  if (usage.places.has(folded) && candidates.length > 0) return true;
  const isCity = candidates.some((candidate) => candidate.prior >= TRUSTED_PRIOR);
  if (isCity && isPlaceObject(first, last, reading)) return true;
  return isLocated(first, last, reading) && knowledge.regions.find(name).length > 0;
}
