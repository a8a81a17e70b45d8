import type { Tree } from "../../language/index.ts";
import { overlaps } from "../../text/span.ts";
import type { ActorMention } from "../actors/layer.ts";
import { isCue } from "./cues.ts";

/** Finds the actor mention that a participant's head belongs to. Built once a document. */
export interface ParticipantFinder {
  /** Index in ACTORS; -1 if the phrase is no actor. */
  readonly at: (head: number) => number;
  /** The same, and all others that the words mean: both states of "the two countries", of "U.S.-Israeli strikes". */
  readonly allAt: (head: number) => readonly number[];
}

export function participantFinder(tree: Tree, mentions: readonly ActorMention[]): ParticipantFinder {
  const byHead = new Map<number, number>();
  const sharing = new Map<number, number[]>();
  const byWord = new Map<number, number[]>();
  mentions.forEach((mention, index) => {
    if (!byHead.has(mention.head)) byHead.set(mention.head, index);
    append(sharing, mention.head, index);
    for (let word = mention.first; word < mention.last; word += 1) append(byWord, word, index);
  });
  const covering = (head: number): number => {
    const token = tree.tokens[head]!;
    return byWord.get(head)?.find((index) => overlaps(mentions[index]!, token)) ?? -1;
  };
  // "Mali's" is nobody's subject: what follows belongs to the phrase, whatever the tree says.
  const owned = (index: number): number => {
    const { first, last } = mentions[index]!;
    if (tree.tokens[last]?.xpos !== "POS") return index;
    return byWord.get(last + 1)?.find((other) => mentions[other]!.first === first) ?? index;
  };
  const at = (head: number): number => {
    // "two security forces members" are the forces.
    const force =
      tree.tokens[head]!.lemma === "member" ? tree.dependents(head, "compound").at(-1) : undefined;
    const exact = (force === undefined ? undefined : byHead.get(force)) ?? byHead.get(head);
    if (exact !== undefined) return owned(exact);
    // "dozens of protesters", "members of the gang", "the decision of Chad": the actor is the complement.
    const { lemma, upos } = tree.tokens[head]!;
    const inner =
      !isCue(lemma, "measure-noun") && !isCue(lemma, "deed-noun") && upos !== "NUM"
        ? undefined
        : tree
            .dependents(head, "nmod")
            .find((child) =>
              tree.dependents(child, "case").some((mark) => tree.tokens[mark]!.lemma === "of"),
            );
    if (inner !== undefined && byHead.has(inner)) return byHead.get(inner)!;
    const named = tree.dependents(head, "appos", "flat").find((child) => byHead.has(child));
    if (named !== undefined) return byHead.get(named)!;
    const found = covering(head);
    // "Guinea's Prime Minister Example": two subjects for the parser, one person with a title.
    if (found >= 0 && mentions[found]!.kind === "person" && mentions[found]!.head > head) return found;
    return found >= 0 && mentions[found]!.head !== head && isModifierOf(tree, head, mentions[found]!.head)
      ? found
      : found >= 0 && mentions[found]!.head === head
        ? found
        : owner(tree, head, byHead);
  };
  const together = (index: number): readonly number[] => sharing.get(mentions[index]!.head) ?? [];
  const allAt = (head: number): readonly number[] => {
    const first = at(head);
    if (first < 0) return [];
    const joint = owners(tree, head)
      .map((child) => byHead.get(child))
      .filter((index) => index !== undefined);
    return (joint.includes(first) ? joint : [first]).flatMap(together);
  };
  return { at, allAt };
}

function append(lists: Map<number, number[]>, key: number, value: number): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}

function isModifierOf(tree: Tree, head: number, other: number): boolean {
  return tree.tokens[head]!.head === other;
}

/** "Ukraine's power grid", "Ukrainian drones": what acts or is hit stands for whose it is. */
function owner(tree: Tree, head: number, byHead: ReadonlyMap<number, number>): number {
  const possessor = owners(tree, head).find((child) => byHead.has(child));
  return possessor === undefined ? -1 : byHead.get(possessor)!;
}

function owners(tree: Tree, head: number): readonly number[] {
  return tree
    .dependents(head, "nmod:poss", "amod", "compound")
    .flatMap((child) => [child, ...tree.dependents(child, "conj").filter((other) => other < head)]);
}
