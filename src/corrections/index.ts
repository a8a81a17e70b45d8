export { corrected } from "./corrected.ts";
export { CORRECTIONS } from "./corrections.ts";
export { type Change, type Effective, effectiveEvent } from "./effective.ts";
export { isReviewField, REVIEW_FIELDS, type ReviewField } from "./fields.ts";
export { codingsOf, JUDGING, type Judgement, judgementOf, standing } from "./standing.ts";
