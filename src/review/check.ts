import { z } from "zod";
import { CORRECTIONS, isReviewField, REVIEW_FIELDS, type ReviewField } from "../corrections/index.ts";
import { contexts, modesOf } from "../ontology/index.ts";
import type { Event } from "../record/event.ts";
import { quotesOf } from "../record/quotes.ts";
import type { NewReview } from "../store/types.ts";
import { fail } from "../text/errors.ts";
import { rejections } from "./reasons.ts";

/** What a review is checked against. */
export interface Reviewed {
  /** Key of the report. */
  readonly report: string;
  readonly text: string;
  readonly event: Event;
}

/**
 * Refuses what could not be read again: a field that is none and a value that does not fit it (K162), words that do not
 * stand where they are said to stand (K161), a rejection without a reason of the closed list (K163).
 */
export function checkReview(
  review: Pick<NewReview, "verdict" | "field" | "value" | "reason">,
  on: Reviewed,
): void {
  const { verdict, field, value, reason } = review;
  if (field !== undefined && !isReviewField(field))
    throw fail("K162", {
      value: field,
      field: "the fields of a review",
      reason: "it is not one of them",
      allowed: REVIEW_FIELDS.join(", "),
    });
  if (verdict === "reject" && field === undefined) checkReason(reason);
  if (verdict !== "edit") return;
  if (field === undefined)
    throw fail("K162", {
      value: "no field",
      field: "an edit",
      reason: "it corrects one field",
      allowed: REVIEW_FIELDS.join(", "),
    });
  checkValue(field as ReviewField, value, on);
}

function checkReason(reason: string | undefined): void {
  const codes = rejections().map(({ code }) => code);
  if (!codes.includes(reason ?? ""))
    throw fail("K163", { reason: reason ?? "nothing", allowed: codes.join(", ") });
}

function checkValue(field: ReviewField, value: unknown, { report, text, event }: Reviewed): void {
  const read = CORRECTIONS[field].safeParse(value);
  const refuse = (reason: string, allowed: string): Error =>
    fail("K162", { value: JSON.stringify(value) ?? "nothing", field, reason, allowed });
  if (!read.success) throw refuse(z.prettifyError(read.error).replace(/\s+/g, " "), "see docs/review.md");
  const codes = codesOf(field, event.type);
  const wrong =
    codes === undefined ? [] : (read.data as readonly string[]).filter((one) => !codes.includes(one));
  if (codes !== undefined && wrong.length > 0)
    throw refuse(`${wrong.join(", ")} is not in the codebook for ${event.type}`, codes.join(", ") || "none");
  for (const quote of quotesOf(read.data))
    if (text.slice(quote.start, quote.end) !== quote.text)
      throw fail("K161", { words: JSON.stringify(quote.text), start: quote.start, end: quote.end, report });
}

function codesOf(field: ReviewField, type: Event["type"]): readonly string[] | undefined {
  if (field === "modes") return modesOf(type);
  return field === "contexts" ? contexts().map(({ name }) => name) : undefined;
}
