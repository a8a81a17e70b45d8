export const CHANGE_KINDS = ["coding", "review", "link"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Something that was added since: reports read and coded, reviews, links. */
export interface Change {
  readonly kind: ChangeKind;
  readonly at: string;
  /** Key of the report, id of the event, or what was linked. */
  readonly subject: string;
  /** In a word: `first`, `again` for a coding; the verdict of a review; the kind of a link. */
  readonly what: string;
  readonly who?: string;
  readonly details: unknown;
}
