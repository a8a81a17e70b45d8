import type { Tree } from "../../language/index.ts";
import { contains } from "../../text/span.ts";
import type { Draft } from "./draft.ts";
import { IS_THOUGHT } from "./further-sayings.ts";

/**
 * "She said she believes the talks failed": what a speaker says of his own mind is one statement with what he says, not
 * somebody else's whom he reports.
 */
export function isOwnThought(tree: Tree, draft: Draft, claims: readonly Draft[]): boolean {
  const verb = tree.tokens[draft.cueToken];
  const source = tree.tokens[draft.sourceHead];
  const [cue] = draft.cue;
  if (verb === undefined || source?.upos !== "PRON" || cue === undefined) return false;
  if (!IS_THOUGHT.test(verb.lemma.toLowerCase()) || /^who|^which|^that/i.test(source.text)) return false;
  return claims.some(
    (claim) =>
      claim.cueToken !== draft.cueToken &&
      claim.sourceHead !== draft.sourceHead &&
      claim.sourceHead >= 0 &&
      claim.rule.startsWith("verb") &&
      claim.content.some((piece) => contains(piece, cue)),
  );
}
