export const REVIEW_FIELDS = [
  "type",
  "modes",
  "contexts",
  "actors",
  "recipients",
  "place",
  "time",
  "factuality",
  "phase",
  "attempt",
  "outcome",
  "attributions",
  "quantities",
] as const;
/** What a reviewer can judge on its own. */
export type ReviewField = (typeof REVIEW_FIELDS)[number];

export function isReviewField(name: string): name is ReviewField {
  return REVIEW_FIELDS.some((field) => field === name);
}
