import { relativeNoun, type Tree } from "../../../language/index.ts";
import type { Draft } from "../draft.ts";

/** How far back in a very long text a telling is set beside what was told: happenings, and tellings of each. */
const HAPPENINGS_BACK = 300;
const TELLINGS_EACH = 20;

/** Groups of tellings as they come to be, so that a telling is compared with few of them however long the text is. */
export interface Gathering {
  readonly groups: readonly (readonly Draft[])[];
  /** Groups with a telling at the word that this one hangs on, or at one that hangs on it: the earliest first. */
  readonly beside: (draft: Draft) => readonly (readonly Draft[])[];
  /** Groups told last, in order, each without the middle of a very long list. */
  readonly before: () => readonly (readonly Draft[])[];
  /** Adds to the group of which one telling is given, or begins one. */
  readonly add: (draft: Draft, member: Draft | undefined) => void;
  /** Makes one group of two, each given by one of its tellings. */
  readonly unite: (one: Draft, other: Draft) => void;
}

export function gathering(tree: Tree): Gathering {
  const groups: Draft[][] = [];
  const groupAt = new Map<number, number[]>();
  const groupOf = new Map<Draft, number>();
  return {
    groups,
    beside: ({ token }) =>
      [...new Set(wordsBeside(tree, token).flatMap((at) => groupAt.get(at) ?? []))]
        .sort((a, b) => a - b)
        .map((index) => groups[index]!),
    before: () =>
      groups
        .slice(-HAPPENINGS_BACK)
        .map((group) =>
          group.length <= 2 * TELLINGS_EACH
            ? group
            : [...group.slice(0, TELLINGS_EACH), ...group.slice(-TELLINGS_EACH)],
        ),
    add: (draft, member) => {
      const index = member === undefined ? groups.push([]) - 1 : groupOf.get(member)!;
      groups[index]!.push(draft);
      groupOf.set(draft, index);
      groupAt.set(draft.token, [...(groupAt.get(draft.token) ?? []), index]);
    },
    unite: (one, other) => {
      const [first, second] = [groupOf.get(one)!, groupOf.get(other)!].sort((a, b) => a - b) as [
        number,
        number,
      ];
      if (first === second) return;
      for (const draft of groups[second]!) {
        groupOf.set(draft, first);
        groupAt.set(
          draft.token,
          groupAt.get(draft.token)!.map((at) => (at === second ? first : at)),
        );
      }
      groups[first]!.push(...groups[second]!);
      groups[second] = [];
    },
  };
}

/** What a telling hangs on, what hangs on it, and the subject that it has in common with what it hangs on. */
function wordsBeside(tree: Tree, token: number): readonly number[] {
  const governor = governorOf(tree, token);
  const subjects =
    governor >= 0 && tree.tokens[token]!.xpos === "VBG" ? tree.dependents(governor, "nsubj") : [];
  return [governor, ...subjects, ...tree.children(token)];
}

/**
 * The word that a telling hangs on: of a relative clause the noun that it tells of; of "…, killing ten" the clause, also
 * where parsers hang it on a participle inside ("hit a hall filled with people, killing ten").
 */
export function governorOf(tree: Tree, token: number): number {
  const { deprel, head, xpos } = tree.tokens[token]!;
  if (deprel === "acl:relcl") return relativeNoun(tree, token);
  if (deprel !== "advcl" || xpos !== "VBG" || tree.tokens[token - 1]?.text !== ",") return head;
  let at = head;
  while (tree.tokens[at]!.deprel === "acl" && tree.tokens[at]!.xpos === "VBN")
    at = tree.tokens[tree.tokens[at]!.head]!.head;
  return at < 0 ? head : at;
}
