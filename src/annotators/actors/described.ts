import type { Draft } from "./draft.ts";

/** A draft without what follows from its place in the text. */
export type Described = Omit<
  Draft,
  "start" | "end" | "first" | "last" | "head" | "form" | "plural" | "definite"
>;

/** What a head noun was found to be, with the words that belong to it. */
export interface Found {
  readonly of: Described;
  readonly form: Draft["form"];
  /** Given where the number follows from more than the word: each of "the ministers of Egypt and Sudan" is one. */
  readonly plural?: boolean;
  readonly first: number;
  readonly last: number;
}
