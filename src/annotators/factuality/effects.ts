import type { EmbeddingEffect } from "../../knowledge/modality.ts";
import type { Token } from "../../language/layers.ts";
import { changed, type View } from "./view.ts";

/** The view of a happening after the word that governs it. */
export function governed(view: View, effect: EmbeddingEffect, governor: Token, token: Token): View {
  const rule = `governed by ${governor.lemma}`;
  const change = (difference: Partial<Omit<View, "cues" | "rules">>): View =>
    changed(view, difference, governor, rule);
  switch (effect) {
    case "attempt":
      return change({ attempt: true });
    case "fails":
      return /^(?:stop|cease)$/.test(governor.lemma) && token.upos === "NOUN"
        ? view
        : change({ negated: !view.negated });
    case "foils":
      // An attempt that is named as such took place and was foiled; what was only plotted did not.
      return isUndertaken(token)
        ? change({ attempt: true, outcome: "foiled" })
        : settled(change({ negated: true, attempt: true, outcome: "foiled" }));
    case "cancels":
      return settled(change({ negated: !view.negated }));
    case "plans":
      return change({ certainty: "PS", phase: "future" });
    case "decides":
      return change({ certainty: "PR", phase: "future" });
    case "wants":
      return change({ certainty: "U", phase: "future" });
    case "begins":
      return change({ phase: view.phase === "future" ? "future" : "ongoing" });
    case "seems":
      return change({ certainty: "PS" });
    case "believes":
      return change({ certainty: "PR", phase: chanceOf(view, governor, token) });
    case "doubts":
      return change({ certainty: "PR", negated: !view.negated, phase: chanceOf(view, governor, token) });
    case "able":
      return change({ certainty: "PR", phase: "future" });
    case "succeeds":
    case "answers":
      return view;
  }
}

/** "likely to call", not "likely to have called" and not "is believed to hold": a chance that something comes. */
function chanceOf(view: View, governor: Token, token: Token): View["phase"] {
  const isChance = /^(?:un)?likely$|^(?:sure|certain)$/i.test(governor.lemma);
  return isChance && token.xpos === "VB" && view.phase === "past" ? "future" : view.phase;
}

/** A plan that was foiled or called off is no longer open: it certainly did not come to that. */
function settled(view: View): View {
  const isPlanned = view.phase === "future" && (view.certainty === "PS" || view.certainty === "PR");
  return isPlanned ? { ...view, certainty: "CT", phase: "past" } : view;
}

function isUndertaken(token: Token): boolean {
  return /^(?:attempt|bid|effort|coup|attack|assault|offensive)$/.test(token.lemma);
}
