import { isCue } from "../cues.ts";
import type { Draft } from "../draft.ts";
import type { World } from "../world.ts";

export function sameWord(a: Draft, b: Draft, { tree }: World): boolean {
  const one = tree.tokens[a.token]!.lemma.toLowerCase();
  const other = tree.tokens[b.token]!.lemma.toLowerCase();
  if (isBurst(a, tree) && isBurst(b, tree)) return true;
  return one === other || (one.slice(0, 5) === other.slice(0, 5) && Math.min(one.length, other.length) >= 5);
}

/** "a blast killed ten" and "the explosion": in one telling the noun may only go with the verb. */
function isBurst({ token, extra }: Draft, tree: World["tree"]): boolean {
  return [token, ...extra].some((at) => at >= 0 && isCue(tree.tokens[at]!.lemma.toLowerCase(), "burst-noun"));
}

/** "another attack", "in a separate incident": the text says itself that it is not the one told before. */
export function isAnother(draft: Draft, { tree }: World): boolean {
  const near = [draft.token, ...tree.dependents(draft.token, "obl", "nmod")];
  return near.some((at) =>
    tree
      .dependents(at, "det", "amod")
      .some((child) =>
        /^(?:another|separate|similar|other|second|previous|earlier)$/.test(tree.tokens[child]!.lemma),
      ),
  );
}

export function pointsBack(draft: Draft, { tree }: World): boolean {
  const token = tree.tokens[draft.token]!;
  if (token.upos !== "NOUN") return false;
  return tree
    .dependents(draft.token, "det")
    .some((child) => /^(?:the|this|that|these|those)$/i.test(tree.tokens[child]!.text));
}
