import type { Tree } from "../../language/index.ts";
import type { ActorMention } from "../actors/layer.ts";
import type { AttributionMention } from "../attributions/layer.ts";

/** Acts that are done by being announced. */
const DECISIONS =
  /^(?:announce|suspend|ban|expel|withdraw|impose|cut|sever|recall|close|declare|order|appoint|dismiss|sack|fire|lift|cancel|end|halt|drop|leave|quit|join|recognise|recognize|grant|approve|sanction|accuse|condemn|reject|extend|postpone|initiate|file|lodge|summon|revoke|freeze|invite|sign|ratify|pardon|open|reopen|resume|restore|downgrade|urge|demand|denounce|deplore|thank|congratulate)$/;

/** "The government said it was suspending …": it performs its own decision by announcing it. */
export function performs(
  tree: Tree,
  index: number,
  attribution: AttributionMention,
  actors: readonly ActorMention[],
): boolean {
  const token = tree.tokens[index]!;
  if (token.upos !== "VERB" || !DECISIONS.test(token.lemma) || attribution.kind === "unnamed") return false;
  if (attribution.stance !== "asserts" || token.xpos === "VB") return false;
  const subject = tree.dependents(index, "nsubj")[0];
  if (subject === undefined || attribution.sourceHead < 0) return false;
  const word = tree.tokens[subject]!;
  // In a quotation that goes on, others of the speaker's government are not the speaker.
  if (attribution.cueToken < 0 && !/^(?:i|we)$/i.test(word.text)) return false;
  if (/^(?:it|they|he|she|we)$/.test(word.text.toLowerCase()))
    return tree.tokens[attribution.sourceHead]!.start < word.start;
  const source = actors.find((one) => one.head === attribution.sourceHead);
  const doer = actors.find((one) => one.head === subject);
  return (
    source !== undefined &&
    doer !== undefined &&
    source.country !== undefined &&
    source.country === doer.country &&
    source.sector === "GOV" &&
    doer.sector === "GOV"
  );
}
