import { relation, type Tree } from "../../language/index.ts";
import { overlaps } from "../../text/span.ts";
import type { AttributionMention } from "../attributions/layer.ts";
import type { PlaceMention } from "../places/layer.ts";
import type { QuantityMention } from "../quantities/layer.ts";
import type { TimeMention } from "../times/layer.ts";

/** Which circumstance belongs to which event: from the tree, not from nearness. */
export interface Circumstances {
  readonly place: (token: number, extra: readonly number[]) => number;
  readonly time: (token: number, extra: readonly number[]) => number;
  readonly quantities: (token: number, kinds: ReadonlySet<string>) => readonly number[];
}

interface Layers {
  readonly times: readonly TimeMention[];
  readonly places: readonly PlaceMention[];
  readonly quantities: readonly QuantityMention[];
  readonly attributions: readonly AttributionMention[];
  /** Tokens that state an event: each may have circumstances of its own. */
  readonly triggers: ReadonlySet<number>;
}

export function circumstancesOf(tree: Tree, layers: Layers): Circumstances {
  const cues = new Set(
    layers.attributions.map((one) => one.cueToken).filter((cue) => cue >= 0 && !layers.triggers.has(cue)),
  );
  const times = layers.times.map((time) =>
    time.use === "when" || time.use === "since" || time.use === "modifier"
      ? governorsOf(tree, tree.headOf(time.first, time.last))
      : [],
  );
  // "March" is a town in England too: what was read as a time is no place.
  const isTime = (place: PlaceMention): boolean => layers.times.some((time) => overlaps(time, place));
  // "U.S.-led", "Damascus-based": a part of an adjective.
  const isPrefix = (place: PlaceMention): boolean =>
    tree.tokens[place.last]?.text === "-" && tree.tokens[place.last]!.start === place.end;
  const places = layers.places.map((place) =>
    place.metonym || isTime(place) || isPrefix(place)
      ? []
      : governorsOf(tree, tree.headOf(place.first, place.last)),
  );

  const pick = (
    token: number,
    extra: readonly number[],
    chains: readonly (readonly number[])[],
    heads: (index: number) => number,
    loose: (index: number) => boolean,
  ): number => {
    const own = new Set([token, ...extra.filter((at) => at >= 0)]);
    const direct = chains.findIndex(
      (chain) => chain.length > 0 && own.has(nearestTrigger(chain, layers.triggers, cues)),
    );
    if (direct >= 0) return direct;
    // The clause that the event stands in: its governing verb, unless that only says who says so.
    const above = clauseAbove(tree, token, cues);
    const shared = chains.findIndex(
      (chain, index) =>
        chain.length > 0 && loose(index) && above.includes(nearestTrigger(chain, layers.triggers, cues)),
    );
    if (shared >= 0) return shared;
    // The only one of the sentence, if nothing else claims it.
    const sentence = tree.tokens[token]!.sentence;
    const inSentence = chains.flatMap((chain, index) =>
      chain.length > 0 && tree.tokens[heads(index)]!.sentence === sentence ? [index] : [],
    );
    if (inSentence.length !== 1) return -1;
    const only = inSentence[0]!;
    const holder = nearestTrigger(chains[only]!, layers.triggers, cues);
    return loose(only) && !cues.has(holder) && (holder < 0 || !layers.triggers.has(holder)) ? only : -1;
  };

  return {
    time: (token, extra) =>
      pick(
        token,
        extra,
        times,
        (index) => layers.times[index]!.first,
        (index) => layers.times[index]!.use === "when",
      ),
    place: (token, extra) =>
      pick(
        token,
        extra,
        places,
        (index) => layers.places[index]!.first,
        () => true,
      ),
    quantities: (token, kinds) =>
      layers.quantities.flatMap((quantity, index) => {
        if (
          !kinds.has(quantity.kind) ||
          tree.tokens[quantity.noun]!.sentence !== tree.tokens[token]!.sentence
        )
          return [];
        const governed =
          quantity.governor === token ||
          tree.subtree(token).includes(quantity.noun) ||
          related(tree, token, quantity.governor >= 0 ? quantity.governor : quantity.noun);
        return governed ? [index] : [];
      }),
  };
}

/** The words above a circumstance, nearest first: what it can be a circumstance of. */
function governorsOf(tree: Tree, head: number): readonly number[] {
  return tree.ancestors(head);
}

/** The first word above that states an event or says who says so. */
function nearestTrigger(
  chain: readonly number[],
  triggers: ReadonlySet<number>,
  cues: ReadonlySet<number>,
): number {
  return chain.find((at) => triggers.has(at) || cues.has(at)) ?? chain.at(-1) ?? -1;
}

/** Verbs above an event in its own clause: "began to withdraw on Monday", "carried out the attack in Goma". */
function clauseAbove(tree: Tree, token: number, cues: ReadonlySet<number>): readonly number[] {
  const found: number[] = [];
  let at = token;
  while (tree.tokens[at]!.head >= 0 && found.length < 3) {
    const kind = relation(tree.tokens[at]!);
    if (
      !["obj", "xcomp", "nmod", "obl", "nsubj", "conj", "acl", "compound", "advcl"].includes(kind) ||
      tree.tokens[at]!.deprel === "acl:relcl"
    )
      break;
    at = tree.tokens[at]!.head;
    if (cues.has(at)) break;
    found.push(at);
  }
  return found;
}

/** Same clause: one stands above the other, or both hang on one word. */
function related(tree: Tree, a: number, b: number): boolean {
  if (b < 0 || a === b) return a === b;
  const up = tree.ancestors(a);
  const other = tree.ancestors(b);
  return up.includes(b) || other.includes(a) || (up[0] !== undefined && up[0] === other[0]);
}
