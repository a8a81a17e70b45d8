import type { Quote } from "./span.ts";

/**
 * A doubt or a problem as data: what an annotator noticed at a place of the report. Notes travel with the record;
 * they are never thrown and never dropped.
 */
export interface Note {
  /** Kebab-case, listed in docs/notes.md: `unknown-publication-date`, `ambiguous-place`, … */
  readonly code: string;
  readonly message: string;
  readonly quote?: Quote;
  readonly cure?: string;
}
