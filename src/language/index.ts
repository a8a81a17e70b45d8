export type { Scored } from "./event-readings.ts";
export { createLanguage, type Language, type LanguageOptions } from "./language.ts";
export * from "./layers.ts";
export { nounPhrase, type Phrase, spansOf } from "./phrase.ts";
export { indicesOf } from "./range.ts";
export { relativeNoun } from "./relative.ts";
export { damagedFiles, type ModelDescription } from "./runtime.ts";
export { relation, type Tree, treeOf } from "./tree.ts";
export { loadWordLikeness, type WordLikeness } from "./word-likeness.ts";
