import type { Tree } from "../../../language/index.ts";
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
}

export function gathering(tree: Tree): Gathering {
  const groups: Draft[][] = [];
  const groupAt = new Map<number, number[]>();
  const groupOf = new Map<Draft, number>();
  return {
    groups,
    beside: ({ token }) =>
      [...new Set([tree.tokens[token]!.head, ...tree.children(token)].flatMap((at) => groupAt.get(at) ?? []))]
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
  };
}
