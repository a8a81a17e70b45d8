import type { EmbeddingEffect, Modality } from "../../knowledge/modality.ts";
import { relation, type Tree } from "../../language/index.ts";
import type { Token } from "../../language/layers.ts";
import { ownWords } from "./own-words.ts";
import { changed, type View } from "./view.ts";

/** Relations by which a word governs a happening: its complement, its object, the noun it is said of. */
const COMPLEMENTS = new Set([
  "xcomp",
  "ccomp",
  "obj",
  "nmod",
  "obl",
  "acl",
  "advcl",
  "csubj",
  "nsubj",
  "compound",
]);

/** Steps up the tree that still bear on a happening. */
const REACH = 6;

/**
 * What the words above a happening say of it: tried to, failed to, plans to, if. Goes up from complement to
 * governor until the sentence ends or a clause begins that stands for itself.
 */
export function governors(
  tree: Tree,
  index: number,
  start: View,
  modality: Modality,
  stopAt: ReadonlySet<number>,
): View {
  let view = start;
  let at = index;
  for (let step = 0; step < REACH; step += 1) {
    const token = tree.tokens[at]!;
    view = conditional(tree, at, view);
    if (token.head < 0) break;
    const governor = tree.tokens[token.head]!;
    const kind = relation(token);
    if (kind === "conj") {
      at = token.head;
      // Coordinated words share what governs the first of them, but not its own negation.
      continue;
    }
    if (stopAt.has(token.head) || !COMPLEMENTS.has(kind)) break;
    if (token.deprel === "acl:relcl") break;
    const direct = step === 0 || kind === "xcomp" || kind === "ccomp" || kind === "obj";
    const effect = direct ? effectOf(tree, at, token.head, modality) : undefined;
    if (effect !== undefined) view = governed(view, effect, governor, token);
    if (kind === "advcl" && isPurpose(tree, at) && effect === undefined)
      return changed(view, { certainty: "U", phase: "future" }, governor, "purpose");
    if (kind === "nsubj" || kind === "advcl") break;
    if (kind === "obl" && effect === undefined) break;
    if (
      governor.upos === "VERB" &&
      effect !== undefined &&
      (kind === "xcomp" || kind === "ccomp" || kind === "obj")
    ) {
      view = inheritedFrom(tree, token.head, view, modality, effect);
    }
    at = token.head;
  }
  return view;
}

/** Negation and modals of the governor hold for what it governs: "did not try to", "may begin to". */
function inheritedFrom(
  tree: Tree,
  governor: number,
  view: View,
  modality: Modality,
  effect: EmbeddingEffect,
): View {
  const above = ownWords(tree, governor, { ...view, cues: [], rules: [] }, modality);
  if (above.cues.length === 0) return view;
  const merged = { ...above, cues: [...view.cues, ...above.cues], rules: [...view.rules, ...above.rules] };
  // "did not foil", "has not refused": the happening is open then, not certain.
  return effect === "foils" || effect === "fails"
    ? { ...merged, certainty: above.negated === view.negated ? merged.certainty : "U" }
    : merged;
}

function effectOf(tree: Tree, at: number, head: number, modality: Modality): EmbeddingEffect | undefined {
  const token = tree.tokens[at]!;
  const governor = tree.tokens[head]!;
  const effect = modality.governors.get(governor.lemma.toLowerCase());
  if (effect === undefined) return undefined;
  const kind = relation(token);
  if (governor.upos === "NOUN" && !["acl", "nmod", "compound"].includes(kind)) return undefined;
  if (kind === "nmod" && governor.upos !== "NOUN") return undefined;
  if (effect === "foils")
    return ["obj", "ccomp", "xcomp", "nsubj", "advcl", "obl", "acl"].includes(kind) &&
      (kind !== "nsubj" || token.deprel === "nsubj:pass") &&
      (kind !== "obl" || hasCase(tree, at, "from")) &&
      (kind !== "advcl" || hasCase(tree, at, "from") || hasCase(tree, at, "to"))
      ? effect
      : undefined;
  if (effect === "plans") return isAhead(tree, at, kind) ? effect : undefined;
  if (kind === "nsubj" || kind === "obl" || kind === "advcl") return undefined;
  return effect === "fails" && kind === "obj" && !/stop|cease/.test(governor.lemma) ? undefined : effect;
}

/** "plans to attack", "threatened an attack", "a plan to": not "plans were attacked". */
function isAhead(tree: Tree, at: number, kind: string): boolean {
  if (kind === "xcomp" || kind === "acl") return !["VBD", "VBN"].includes(tree.tokens[at]!.xpos);
  if (kind === "ccomp") return tree.tokens[at]!.xpos === "VB";
  return kind === "obj";
}

function governed(view: View, effect: EmbeddingEffect, governor: Token, token: Token): View {
  const rule = `governed by ${governor.lemma}`;
  switch (effect) {
    case "attempt":
      return changed(view, { attempt: true }, governor, rule);
    case "fails":
      return /^(?:stop|cease)$/.test(governor.lemma)
        ? view
        : changed(view, { negated: !view.negated }, governor, rule);
    case "foils":
      // An attempt that is named as such took place and was foiled; what was only plotted did not.
      return isUndertaken(token)
        ? changed(view, { attempt: true, outcome: "foiled" }, governor, rule)
        : changed(view, { negated: true, attempt: true, outcome: "foiled" }, governor, rule);
    case "plans":
      return changed(view, { certainty: "U", phase: "future" }, governor, rule);
    case "begins":
      return changed(view, { phase: view.phase === "future" ? "future" : "ongoing" }, governor, rule);
    case "seems":
      return changed(view, { certainty: "PS" }, governor, rule);
    case "able":
      return changed(
        view,
        {
          certainty: governor.lemma === "unlikely" ? "PR" : "PR",
          negated: governor.lemma === "unlikely" ? !view.negated : view.negated,
          phase: "future",
        },
        governor,
        rule,
      );
    default:
      return view;
  }
}

function isUndertaken(token: Token): boolean {
  return /^(?:attempt|bid|effort|coup|attack|assault|offensive)$/.test(token.lemma);
}

/** "if rebels attack": nothing is said to happen. */
function conditional(tree: Tree, index: number, view: View): View {
  const token = tree.tokens[index]!;
  if (relation(token) !== "advcl" && relation(token) !== "ccomp") return view;
  const mark = tree
    .dependents(index, "mark", "advmod")
    .find((child) =>
      /^(?:if|unless|whether|should|provided|lest)$/.test(tree.tokens[child]!.lemma.toLowerCase()),
    );
  if (mark === undefined) return view;
  const phase = tree.tokens[mark]!.lemma.toLowerCase() === "whether" ? view.phase : "hypothetical";
  return changed(
    view,
    { certainty: "U", phase },
    tree.tokens[mark]!,
    `condition ${tree.tokens[mark]!.lemma}`,
  );
}

function isPurpose(tree: Tree, index: number): boolean {
  return (
    tree.tokens[index]!.xpos === "VB" &&
    tree.dependents(index, "mark").some((child) => tree.tokens[child]!.lemma === "to")
  );
}

function hasCase(tree: Tree, index: number, lemma: string): boolean {
  return tree.dependents(index, "case", "mark").some((child) => tree.tokens[child]!.lemma === lemma);
}
