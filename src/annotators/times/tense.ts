import type { Tree } from "../../language/tree.ts";

/** Words after which what follows lies ahead. */
const AHEAD =
  /^(?:will|shall|would|expect|plan|schedule|due|set|intend|aim|vow|pledge|promise|prepare|propose|hope|slate|to-be|upcoming|planned|next)$/;

/** Verbs that put something off: what stands behind their "until" lies ahead even in the past tense. */
const PUT_OFF =
  /^(?:adjourn|postpone|delay|extend|remand|defer|suspend|move|reschedule|expire|detain|close|bar|ban)$/;

/** Verbs whose present tense with a date tells what is arranged: "the summit opens on Thursday". */
const ARRANGED =
  /^(?:open|start|begin|end|expire|meet|vote|go|face|visit|travel|fly|return|resume|leave|arrive|run|close|host|address|play|head|take|hold|be|come|last|elapse|fall)$/;

/** Verbs whose infinitive is still to be done: "urged them to meet on 3 May". */
const ASKS = /^(?:ask|call|urge|demand|invite|agree|want|need)$/;

/** The direction in time of the clause that a token stands in: of its nearest verb and that verb's auxiliaries. */
export function tenseAt(tree: Tree, index: number): "past" | "future" {
  const before = tree.tokens[index - 1]?.lemma ?? "";
  // "said on Monday he would stay": what stands right behind a verb in the past tense is that verb's.
  const beside = tree.tokens[index - 1]?.upos === "ADP" ? index - 2 : index - 1;
  const isBeside = tree.tokens[beside]?.xpos === "VBD" && before !== "until" && before !== "by";
  let below = -1;
  if (isOfKnown(tree, index)) return "past";
  if (followsAhead(tree, index)) return "future";
  for (const at of [...(isBeside ? [beside] : []), index, ...tree.ancestors(index)]) {
    const token = tree.tokens[at]!;
    if (isAftermath(tree, at)) return "past";
    // "Monday's attack comes after": a date inside the subject is not what the verb arranges.
    const isInSubject = below >= 0 && /^nsubj|^csubj/.test(tree.tokens[below]!.deprel);
    below = at;
    if (token.upos !== "VERB" && token.upos !== "AUX" && token.deprel !== "root") continue;
    const tense = tenseOf(tree, at, before, isInSubject);
    if (tense !== undefined) return tense;
  }
  return "past";
}

/** A blow that is told with its date as known. */
const BLOW =
  /^(?:attack|assault|massacre|rampage|raid|bombing|blast|explosion|killing|shooting|strike|airstrike|incursion|invasion|uprising|coup)$/;

/** "the 7 October attack", "last Monday's raid": a day that says which blow is meant, whatever is to come of it. */
function isOfKnown(tree: Tree, index: number): boolean {
  const { head, deprel } = tree.tokens[index]!;
  const top = head > index && /^(?:nmod|compound|flat|nummod)/.test(deprel) ? head : -1;
  const noun = tree.tokens[top]?.upos === "PROPN" ? tree.tokens[top]!.head : top;
  return (
    noun > index &&
    BLOW.test(tree.tokens[noun]!.lemma) &&
    (deprel === "nmod:poss" || tree.dependents(noun, "det").some((at) => tree.tokens[at]!.lemma === "the"))
  );
}

/** "ahead of a visit on Wednesday", "on the eve of Monday's vote": no verb stands between, so it is the date of what is to come. */
function followsAhead(tree: Tree, index: number): boolean {
  const { sentence } = tree.tokens[index]!;
  for (let at = index - 1; tree.tokens[at]?.sentence === sentence; at -= 1) {
    if (/^(?:VERB|AUX|PUNCT)$/.test(tree.tokens[at]!.upos)) return false;
    if (/^(?:ahead|eve)$/i.test(tree.tokens[at]!.text)) return tree.tokens[at + 1]!.lemma === "of";
  }
  return false;
}

/** "in the wake of", "following", "since": what stands behind it is over. */
function isAftermath(tree: Tree, at: number): boolean {
  const { lemma, upos } = tree.tokens[at]!;
  if (upos === "NOUN" && /^(?:wake|aftermath)$/.test(lemma)) return true;
  return (
    upos === "NOUN" && tree.dependents(at, "case").some((one) => tree.tokens[one]!.lemma === "following")
  );
}

function tenseOf(
  tree: Tree,
  at: number,
  before: string,
  isInSubject: boolean,
): "past" | "future" | undefined {
  const token = tree.tokens[at]!;
  const auxiliaries = tree
    .dependents(at, "aux", "cop")
    .map((child) => tree.tokens[child]!.text.toLowerCase());
  if (auxiliaries.some((word) => /^(?:will|shall|would|'ll|’ll)$/.test(word))) return "future";
  // "may go home on Friday"; "may have gone" looks back.
  const isModal = auxiliaries.some((word) => /^(?:may|might|must|should|can)$/.test(word));
  if (isModal && !auxiliaries.includes("have")) return "future";
  if (/^(?:until|till)$/.test(before) && PUT_OFF.test(token.lemma)) return "future";
  const isInfinitive = tree.dependents(at, "mark").some((child) => tree.tokens[child]!.lemma === "to");
  // "were to resume".
  if (isInfinitive && auxiliaries.some((word) => /^(?:is|are|was|were)$/.test(word))) return "future";
  if (AHEAD.test(token.lemma) && before !== "since") return "future";
  // "have until Friday", "rain is forecast until the weekend".
  const isPresent =
    /^VB[PZ]$/.test(token.xpos) || auxiliaries.some((word) => /^(?:is|are|'s|’s)$/.test(word));
  if (/^(?:until|till|by)$/.test(before) && isPresent) return "future";
  if (token.xpos === "VBD" || auxiliaries.length > 0) return "past";
  if (/^VB[PZ]$/.test(token.xpos) && !isInSubject && ARRANGED.test(token.lemma)) return "future";
  if (isInfinitive || token.xpos === "VBG") {
    const governor = tree.tokens[token.head];
    if (governor !== undefined && (AHEAD.test(governor.lemma) || ASKS.test(governor.lemma))) return "future";
  }
  return token.upos === "VERB" && /^VB[ND]$/.test(token.xpos) ? "past" : undefined;
}
