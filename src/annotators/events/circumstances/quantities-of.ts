import { relation, type Tree } from "../../../language/index.ts";
import type { EventType } from "../../../ontology/index.ts";
import type { QuantityMention } from "../../quantities/layer.ts";
import type { Holders } from "./attachment.ts";

/** Which counts belong to which events. */
const COUNTED: Partial<Record<EventType, ReadonlySet<string>>> = {
  ASSAULT: new Set(["arrested", "dead", "injured", "abducted", "missing", "displaced"]),
  COERCE: new Set(["arrested", "dead", "injured", "displaced"]),
  PROTEST: new Set(["participants", "dead", "injured"]),
  RETREAT: new Set(["released", "participants"]),
  MOBILIZE: new Set(["participants"]),
  AID: new Set(["released", "displaced", "participants"]),
  SANCTION: new Set(["arrested"]),
};

function counts(type: EventType | undefined, kind: string): boolean {
  return type !== undefined && COUNTED[type]?.has(kind) === true;
}

/**
 * Indices in QUANTITIES of the counts of an event's kinds, out of those of its sentence, that belong to an event. What
 * another event counts is that event's ("killed seven and captured 34").
 */
export function quantitiesOf(
  tree: Tree,
  quantities: readonly (readonly [index: number, quantity: QuantityMention])[],
  { token, type }: { readonly token: number; readonly type: EventType },
  triggers: Holders["triggers"],
): readonly number[] {
  const own = new Set(tree.subtree(token));
  return quantities.flatMap(([index, quantity]) => {
    if (!counts(type, quantity.kind)) return [];
    const governor = quantity.governor >= 0 ? quantity.governor : quantity.noun;
    const isCounter = governor !== token && counts(triggers.get(governor), quantity.kind);
    if (isCounter && isOthers(tree, governor, token, triggers)) return [];
    return quantity.governor === token || own.has(quantity.noun) || related(tree, token, governor)
      ? [index]
      : [];
  });
}

/** How many sentences after an event may still tell its toll. */
const REACH = 2;
const TOLL: ReadonlySet<string> = new Set(["dead", "injured"]);

/** "There were no reported casualties": a toll in a sentence without event is that of the violence told just before. */
export function tollsApart(
  tree: Tree,
  quantities: readonly QuantityMention[],
  triggers: Holders["triggers"],
): ReadonlyMap<number, readonly number[]> {
  const sentenceOf = (token: number): number => tree.tokens[token]!.sentence;
  const told = new Set([...triggers.keys()].map(sentenceOf));
  const violent = [...triggers].filter(([, type]) => type === "ASSAULT").map(([token]) => token);
  const found = quantities.flatMap(({ kind, noun }, index) => {
    const sentence = sentenceOf(noun);
    if (!TOLL.has(kind) || told.has(sentence)) return [];
    const token = violent.filter((one) => one < noun && sentenceOf(one) >= sentence - REACH).at(-1);
    return token === undefined ? [] : [{ token, index }];
  });
  return new Map(
    found.map(({ token }) => [token, found.filter((one) => one.token === token).map(({ index }) => index)]),
  );
}

/** Same clause: one stands above the other, or both hang on one word. */
function related(tree: Tree, a: number, b: number): boolean {
  if (a === b) return true;
  const up = tree.ancestors(a);
  const other = tree.ancestors(b);
  return up.includes(b) || other.includes(a) || (up[0] !== undefined && up[0] === other[0]);
}

/** What an act of another kind counts, or one further off: "arrested 20 after clashes", "after protests over the arrest". */
function isOthers(tree: Tree, governor: number, token: number, triggers: Holders["triggers"]): boolean {
  const [up, down] = [tree.tokens[governor]!.head === token, tree.tokens[token]!.head === governor];
  return triggers.get(governor) !== triggers.get(token) || !(up || down) || isBeside(tree, governor, token);
}

/** Two verbs of one list: neither is said of the other. */
function isBeside(tree: Tree, a: number, b: number): boolean {
  const joined = (one: number, other: number): boolean =>
    tree.tokens[one]!.head === other && ["conj", "parataxis"].includes(relation(tree.tokens[one]!));
  const [first, second] = [tree.tokens[a]!.head, tree.tokens[b]!.head];
  return (
    joined(a, b) || joined(b, a) || (first >= 0 && first === second && joined(a, first) && joined(b, second))
  );
}
