import type { EventReading, Tree } from "../../../language/index.ts";
import { type Bound, bound, UNBOUND } from "../circumstances/way.ts";
import type { Trust } from "./trust.ts";

/** A phrase that tells where: its index in its layer and its half-open token range. */
export interface Phrase {
  readonly index: number;
  readonly first: number;
  readonly last: number;
}

/** An event's place: what the tree gives stands, and where it gives none the model is asked for one of its sentence. */
export function locatedBy(
  given: Bound,
  phrases: readonly Phrase[],
  reading: EventReading | undefined,
  tree: Tree,
  trust: Trust,
): Bound {
  if (given.index >= 0 || reading === undefined || reading.roles.length === 0) return given;
  const roles = new Map(reading.roles.map((one) => [one.token, one.place]));
  const { sentence } = tree.tokens[reading.token]!;
  const best = phrases
    .filter(({ first }) => tree.tokens[first]!.sentence === sentence)
    .map(({ index, first, last }) => {
      const tokens = Array.from({ length: last - first }, (_, at) => first + at);
      return { index, score: Math.max(...tokens.map((token) => roles.get(token) ?? 0)) };
    })
    .sort((a, b) => b.score - a.score)[0];
  return best !== undefined && best.score >= trust.bind ? bound(best.index, "model") : UNBOUND;
}
