import { readTable } from "../text/table.ts";

export const EMBEDDING_EFFECTS = [
  "attempt",
  "fails",
  "foils",
  "cancels",
  "plans",
  "decides",
  "wants",
  "begins",
  "seems",
  "believes",
  "doubts",
  "succeeds",
  "able",
  "answers",
] as const;
/** What a governing word does to the happening that it governs. */
export type EmbeddingEffect = (typeof EMBEDDING_EFFECTS)[number];

export const MODIFIER_EFFECTS = [
  "attempt",
  "almost",
  "reported",
  "possible",
  "probable",
  "future",
  "cancelled",
  "ongoing",
] as const;
export type ModifierEffect = (typeof MODIFIER_EFFECTS)[number];

/** Words that change how sure a text is of what stands with them. */
export interface Modality {
  readonly governors: ReadonlyMap<string, EmbeddingEffect>;
  readonly modifiers: ReadonlyMap<string, ModifierEffect>;
}

export function loadModality(): Modality {
  const governors = readTable("src/knowledge/data/embedding.tsv").map(
    ({ cells }) => [cells.lemma!, cells.effect as EmbeddingEffect] as const,
  );
  const modifiers = readTable("src/knowledge/data/modifiers.tsv").map(
    ({ cells }) => [cells.word!, cells.effect as ModifierEffect] as const,
  );
  return { governors: new Map(governors), modifiers: new Map(modifiers) };
}
