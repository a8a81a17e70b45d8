import type { Tree } from "../../../language/index.ts";
import type { PlaceKind } from "../../../record/place.ts";
import type { PlaceMention } from "../../places/layer.ts";
import { prepositionsOf } from "./attachment.ts";

/** Nouns that name a place again, with the kinds of place they can mean. */
const NOUNS: ReadonlyMap<string, readonly PlaceKind[]> = new Map(
  Object.entries({
    city: ["town"],
    town: ["town"],
    village: ["town"],
    capital: ["town"],
    enclave: ["town", "admin2", "region"],
    suburb: ["town"],
    province: ["admin1", "admin2"],
    state: ["admin1"],
    district: ["admin2", "admin1"],
    region: ["region", "admin1", "admin2"],
    area: ["region", "admin1", "admin2", "town"],
    island: ["admin1", "region", "town"],
    country: ["country"],
    camp: ["site"],
    base: ["site"],
    airport: ["site"],
  } satisfies Record<string, readonly PlaceKind[]>),
);

/** "The rebels there deny": where those are who speak; -1 if they are nowhere. */
export function thereOfSubject(tree: Tree, places: readonly PlaceMention[], token: number): number {
  const there = tree
    .dependents(token, "nsubj")
    .find((noun) => tree.children(noun).some((at) => isThere(tree, at)));
  return there === undefined ? -1 : pointedBackTo(tree, places, there);
}

/** "there", "in the town": the last place named before that such a word can mean; -1 if the clause has none. */
export function pointedBackTo(tree: Tree, places: readonly PlaceMention[], token: number): number {
  for (const at of tree.subtree(token)) {
    const word = tree.tokens[at]!;
    const wanted = isThere(tree, at) ? ALL : isDefinite(tree, at) ? NOUNS.get(word.lemma) : undefined;
    if (wanted === undefined) continue;
    const found = places.findLastIndex(
      (place) =>
        place.end <= word.start &&
        place.unnamed !== true &&
        wanted.includes(place.kind) &&
        // A word means what was named lately; two paragraphs on it may mean anything.
        word.sentence - tree.tokens[place.first]!.sentence <= 3,
    );
    if (found >= 0) return found;
  }
  return -1;
}

const ALL: readonly PlaceKind[] = ["site", "town", "admin2", "admin1", "region", "country"];

function isThere(tree: Tree, at: number): boolean {
  const word = tree.tokens[at]!;
  return word.lemma === "there" && word.upos === "ADV";
}

/** "in the town", but not "the town of Gao" and not "the capital's mayor". */
function isDefinite(tree: Tree, at: number): boolean {
  const definite = tree
    .dependents(at, "det")
    .some((child) => /^(?:the|this|that)$/i.test(tree.tokens[child]!.text));
  const plain = tree.dependents(at, "nmod", "appos", "compound", "amod").length === 0;
  const isOne = tree.tokens[at]!.xpos === "NN";
  return (
    definite &&
    plain &&
    isOne &&
    prepositionsOf(tree, at).some((mark) => /^(?:in|at|near|inside|around|across|of|to|from|on)$/.test(mark))
  );
}
