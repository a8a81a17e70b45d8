import type { PredicateSense, Predicates } from "../../knowledge/predicates.ts";
import { indicesOf, type Tree } from "../../language/index.ts";
import { contains } from "../../text/span.ts";
import type { AttributionMention } from "../attributions/layer.ts";
import type { Candidate } from "./candidates.ts";
import { isCue } from "./cues.ts";
import type { World } from "./world.ts";

/** Rows of the lexicon have lines; a duty is read from the form of the clause and has none. */
export const DUTY_LINE = -1;

/**
 * "Rebels should disarm, the envoy said", "the detainees must be freed": who says what others ought to do asks for it.
 * The words that would state the act itself state the request, so these candidates take the place of the lexicon's.
 */
export function withDuties(
  candidates: readonly Candidate[],
  { tree, attributions, participants }: Pick<World, "tree" | "attributions" | "participants">,
  predicates: Predicates,
): readonly Candidate[] {
  // Of what nobody in particular should do, only acts that the lexicon knows are asked for.
  const isSomebodys = (token: number): boolean =>
    tree.dependents(token, "nsubj").some((subject) => participants.at(subject) >= 0) ||
    candidates.some((one) => one.token === token && YIELDING.has(one.senses[0]!.type));
  const duties = attributions.flatMap((attribution) =>
    attribution.sourceHead < 0 || asksAlready(tree, attribution, predicates)
      ? []
      : clausesOf(tree, attribution)
          .flatMap((token) => dutyAt(tree, token, predicates))
          .filter(({ token }) => isSomebodys(token)),
  );
  const taken = new Map(duties.map((duty) => [duty.token, duty]));
  return [...candidates.filter(({ token }) => !taken.has(token)), ...taken.values()];
}

const YIELDING: ReadonlySet<string> = new Set(["RETREAT", "CONCEDE"]);

/** "demanded that he should resign", "proposed that ballots should be thrown out": the cue is the request. */
function asksAlready(tree: Tree, { cueToken }: AttributionMention, predicates: Predicates): boolean {
  const cue = tree.tokens[cueToken];
  if (cue === undefined) return false;
  return predicates.senses(cue.lemma.toLowerCase(), "VERB").some(({ type }) => type === "REQUEST");
}

/** Verbs of the clauses that are said themselves, not of those inside them. */
function clausesOf(tree: Tree, { cueToken, content }: AttributionMention): readonly number[] {
  const words = content.flatMap((piece) => {
    const [first, last] = tree.range(piece);
    return indicesOf({ first, last }).filter((index) => contains(piece, tree.tokens[index]!));
  });
  return words.filter((index) => {
    const { upos, head, deprel } = tree.tokens[index]!;
    if (upos !== "VERB") return false;
    const isSaid = head === cueToken && /^(?:ccomp|parataxis|xcomp)/.test(deprel);
    const isWhole = head < 0 || tree.dependents(index, "parataxis").includes(cueToken);
    return isSaid || isWhole;
  });
}

function dutyAt(tree: Tree, token: number, predicates: Predicates): readonly Candidate[] {
  const modal = tree
    .dependents(token, "aux")
    .find((at) => isCue(tree.tokens[at]!.text.toLowerCase(), "duty-modal"));
  if (modal === undefined || isHindsight(tree, token)) return [];
  const subject = tree.dependents(token, "nsubj", "nsubj:pass")[0];
  // "We must stand together" asks nobody; "it must be said" says it.
  if (subject === undefined || tree.tokens[subject]!.upos === "PRON" || subject > modal) return [];
  return [{ token, senses: [senseOf(tree, token, predicates)], extra: [modal] }];
}

/** "should never have been arrested": what is past is regretted, not asked for. */
function isHindsight(tree: Tree, token: number): boolean {
  return tree.dependents(token, "aux").some((at) => tree.tokens[at]!.lemma === "have");
}

function senseOf(tree: Tree, token: number, predicates: Predicates): PredicateSense {
  const { lemma } = tree.tokens[token]!;
  const act = predicates.senses(lemma.toLowerCase(), "VERB")[0]?.type;
  return {
    lemma,
    pos: "VERB",
    with: [],
    type: "REQUEST",
    mode: act === "RETREAT" || act === "CONCEDE" ? "yield" : "change",
    actor: ["speaker"],
    recipient: ["subject"],
    weight: 0.6,
    needsRecipient: false,
    needsPeople: false,
    needsInfinitive: false,
    needsObject: false,
    needsNoObject: false,
    needsActor: [],
    line: DUTY_LINE,
  };
}
