/** A sentence of a brief, and the events whose words it rests on. */
export interface Sentence {
  readonly key: string;
  readonly text: string;
  readonly events: readonly string[];
  /** A heading states nothing and needs no anchor. */
  readonly heading?: boolean;
}
export interface Draft {
  readonly title: string;
  readonly sentences: readonly Sentence[];
}

export const EMPTY_DRAFT: Draft = { title: "", sentences: [] };

export type DraftAction =
  | { readonly kind: "titled"; readonly title: string }
  | { readonly kind: "added"; readonly sentence: Sentence }
  | { readonly kind: "worded"; readonly key: string; readonly text: string }
  | { readonly kind: "removed"; readonly key: string }
  | { readonly kind: "moved"; readonly key: string; readonly by: 1 | -1 }
  | { readonly kind: "anchored"; readonly key: string; readonly event: string }
  | { readonly kind: "loosened"; readonly key: string; readonly event: string }
  | { readonly kind: "replaced"; readonly draft: Draft };

export function draftStep(draft: Draft, action: DraftAction): Draft {
  switch (action.kind) {
    case "titled":
      return { ...draft, title: action.title };
    case "added":
      return { ...draft, sentences: [...draft.sentences, action.sentence] };
    case "worded":
      return changed(draft, action.key, (one) => ({ ...one, text: action.text }));
    case "anchored":
      return changed(draft, action.key, (one) => ({
        ...one,
        events: [...new Set([...one.events, action.event])],
      }));
    case "loosened":
      return changed(draft, action.key, (one) => ({
        ...one,
        events: one.events.filter((event) => event !== action.event),
      }));
    case "removed":
      return { ...draft, sentences: draft.sentences.filter(({ key }) => key !== action.key) };
    case "moved":
      return { ...draft, sentences: moved(draft.sentences, action.key, action.by) };
    case "replaced":
      return action.draft;
  }
}

function changed(draft: Draft, key: string, change: (sentence: Sentence) => Sentence): Draft {
  return { ...draft, sentences: draft.sentences.map((one) => (one.key === key ? change(one) : one)) };
}

function moved(sentences: readonly Sentence[], key: string, by: 1 | -1): readonly Sentence[] {
  const from = sentences.findIndex((one) => one.key === key);
  const to = from + by;
  if (from === -1 || to < 0 || to >= sentences.length) return sentences;
  const others = sentences.filter((one) => one.key !== key);
  return [...others.slice(0, to), sentences[from]!, ...others.slice(to)];
}

/** Sentences that state something and rest on nothing: a brief with one of them is not given out. */
export function withoutAnchor({ sentences }: Draft): readonly Sentence[] {
  return sentences.filter(
    ({ text, events, heading }) => !heading && text.trim() !== "" && events.length === 0,
  );
}

/** Numbers of the references, in the order in which events are first used. */
export function referencesOf({ sentences }: Draft): readonly string[] {
  return [...new Set(sentences.flatMap(({ events }) => events))];
}

/** What was kept of a draft; an empty one if nothing of ours was. */
export function readDraft(kept: string | null): Draft {
  try {
    const found = JSON.parse(kept ?? "null") as Partial<Draft> | null;
    return typeof found?.title === "string" && Array.isArray(found.sentences)
      ? { title: found.title, sentences: found.sentences }
      : EMPTY_DRAFT;
  } catch {
    // Something else under our name.
    return EMPTY_DRAFT;
  }
}
