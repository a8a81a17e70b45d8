import type { PlaceMention } from "../places/layer.ts";
import type { Reading } from "./reading.ts";

/** The one country whose places, as places, a sentence names, or the whole report if none is given. */
export function sceneOf(reading: Reading, sentence?: number): string | undefined {
  const { places, tokens } = reading;
  const found = new Set<string>();
  for (const place of places) {
    if (place.country === undefined) continue;
    if (sentence !== undefined && tokens[place.first]?.sentence !== sentence) continue;
    if (isScene(place, reading)) found.add(place.country);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

/** "Turkish jets", "Russia's army", "ties with France": whose it is, not where it is. */
function isScene(place: PlaceMention, { tokens, tree }: Reading): boolean {
  const head = tree.headOf(place.first, place.last);
  const { deprel, head: above } = tokens[head]!;
  const isAt = (noun: number): boolean =>
    tree.dependents(noun, "case").some((at) => LOCATIVE.test(tokens[at]!.text));
  // "at a Riga concert hall".
  if (deprel === "compound" && place.kind !== "country" && isAt(above)) return true;
  if (place.metonym || /^(?:nsubj|amod|compound|nmod:poss)/.test(deprel)) return false;
  return place.kind !== "country" || isAt(head);
}

const LOCATIVE = /^(?:in|inside|within|across|throughout|into|near|around|at|from|outside)$/i;
