import { z } from "@hono/zod-openapi";
import { eventSchema } from "../../record/event.ts";
import { METRICS, REVIEW_FIELDS } from "../../review/index.ts";
import { QUEUE_ORDERS, REVIEW_STATES, VERDICTS } from "../../store/index.ts";
import { storedEventSchema } from "../schemas/index.ts";

/** What a person may send: `merge` and `split` have an address of their own. */
export const newReviewSchema = z
  .strictObject({
    event: z.string(),
    verdict: z.enum(["accept", "reject", "edit", "comment"]),
    field: z.enum(REVIEW_FIELDS).optional(),
    value: z.unknown().optional().openapi({ description: "for edit: see docs/review.md, by field" }),
    reason: z.string().max(2000).optional(),
    queue: z.enum(QUEUE_ORDERS).optional(),
    reviewer: z.string().min(1).max(200).optional().openapi({ description: "only without login" }),
  })
  .openapi("NewReview");

export const reviewSchema = z
  .object({
    id: z.int(),
    event: z.string(),
    verdict: z.enum(VERDICTS),
    field: z.string().optional(),
    value: z.unknown().optional(),
    reason: z.string().optional(),
    reviewer: z.string(),
    at: z.string(),
    undoes: z.int().optional(),
    adjudicates: z.boolean().optional(),
    queue: z.enum(QUEUE_ORDERS).optional(),
    linkRun: z.int().optional(),
  })
  .openapi("Review");
export const reviewsSchema = z.object({ reviews: z.array(reviewSchema).readonly() });

const changeSchema = z.object({
  field: z.enum(REVIEW_FIELDS),
  was: z.unknown(),
  now: z.unknown(),
  reviewer: z.string(),
  at: z.string(),
  reason: z.string().optional(),
  adjudicated: z.boolean(),
  review: z.int(),
});
const codingSchema = z.object({
  reviewer: z.string(),
  state: z.enum(REVIEW_STATES),
  event: eventSchema,
  changes: z.array(changeSchema).readonly(),
  at: z.string(),
});

export const eventReviewsSchema = z
  .object({
    reviews: z.array(reviewSchema).readonly(),
    /** The event with what people changed. */
    event: eventSchema,
    state: z.enum(REVIEW_STATES),
    changes: z.array(changeSchema).readonly(),
    isAdjudicated: z.boolean(),
    codings: z.array(codingSchema).readonly(),
  })
  .openapi("EventReviews");

const differenceSchema = z.object({
  name: z.string(),
  codes: z
    .array(z.object({ coder: z.string(), code: z.union([z.string(), z.number()]) }).readonly())
    .readonly(),
});
const queueItemSchema = z
  .object({
    event: storedEventSchema,
    blind: z.boolean(),
    why: z.object({
      order: z.enum(QUEUE_ORDERS),
      confidence: z.number(),
      leastSure: z.array(z.object({ field: z.string(), confidence: z.number() }).readonly()).readonly(),
    }),
    codings: z.array(codingSchema).readonly().optional(),
    differences: z.array(differenceSchema).readonly().optional(),
  })
  .openapi("QueueItem");
export const queueSchema = z.object({
  items: z.array(queueItemSchema).readonly(),
  next: z.string().optional(),
  waiting: z.int().openapi({
    description:
      "in the queue, this page included, up to 10,000; for disagreements: judged twice, not adjudicated",
  }),
});

export const rejectionsSchema = z.object({
  reasons: z
    .array(z.object({ code: z.string(), about: z.string(), label: z.string() }).readonly())
    .readonly(),
});

/** Two of a kind, from and to: tuples are not read by every client of OpenAPI. */
const interval = z.array(z.number()).length(2).readonly().optional();
const fieldAgreementSchema = z.object({
  field: z.string(),
  metric: z.enum(METRICS),
  alpha: z.number().optional().openapi({ description: "absent where nothing varies" }),
  interval,
  units: z.int(),
  values: z.int(),
  same: z.int(),
});
export const agreementSchema = z
  .object({
    coders: z.array(z.object({ coder: z.string(), events: z.int() }).readonly()).readonly(),
    events: z.int(),
    fields: z.array(fieldAgreementSchema).readonly(),
    pairs: z
      .array(
        z
          .object({
            coders: z.array(z.string()).length(2).readonly(),
            events: z.int(),
            fields: z.array(fieldAgreementSchema).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    seed: z.int(),
  })
  .openapi("Agreement");

export const overruledSchema = z
  .object({
    reviewer: z.string(),
    judged: z.int(),
    items: z
      .array(
        z.object({
          event: z.string(),
          report: z.object({ key: z.string(), title: z.string().optional() }).readonly(),
          words: z.string(),
          yours: z.enum(REVIEW_STATES),
          now: z.enum(REVIEW_STATES),
          fields: z
            .array(z.object({ field: z.string(), yours: z.unknown(), now: z.unknown() }).readonly())
            .readonly(),
          by: z.array(z.string()).readonly(),
          at: z.string(),
          reason: z.string().optional(),
          isAdjudicated: z.boolean(),
        }),
      )
      .readonly(),
  })
  .openapi("Overruled");

const shareSchema = z.object({ count: z.int(), of: z.int(), interval }).readonly();
export const evaluationSchema = z
  .object({
    events: z.int(),
    queue: z.enum(QUEUE_ORDERS).optional(),
    outcomes: z
      .array(
        z
          .object({
            field: z.enum(["event", ...REVIEW_FIELDS]),
            by: z.enum(["all", "band", "type", "outlet"]),
            group: z.string(),
            accepted: shareSchema,
            corrected: shareSchema,
            rejected: shareSchema,
            expected: z.number().optional(),
          })
          .readonly(),
      )
      .readonly(),
    rejections: z.array(z.object({ reason: z.string(), share: shareSchema }).readonly()).readonly(),
  })
  .openapi("Evaluation");

export const decisionSchema = z
  .strictObject({
    event: z.string(),
    take: z.string().optional().openapi({ description: "the reviewer whose coding is right" }),
    verdicts: z
      .array(newReviewSchema.omit({ event: true, queue: true, reviewer: true }))
      .max(50)
      .optional()
      .openapi({ description: "what holds instead, or on top: both may be wrong" }),
    reviewer: z.string().min(1).max(200).optional(),
  })
  .openapi("Decision");

const fieldValuesSchema = z
  .array(
    z
      .strictObject({ field: z.enum(REVIEW_FIELDS), value: z.unknown() })
      // Any value will do, none will not.
      .openapi({ required: ["field", "value"] }),
  )
  .max(20);
export const divideSchema = z
  .strictObject({
    event: z.string(),
    first: fieldValuesSchema.optional().openapi({ description: "values that the event itself gets" }),
    second: fieldValuesSchema.min(1).openapi({
      description: "by what the second event differs from what was coded; values as for an edit",
    }),
    reason: z.string().min(1).max(2000),
    reviewer: z.string().min(1).max(200).optional(),
  })
  .openapi("Divide");
export const dividedSchema = z
  .object({
    made: z.string().openapi({ description: "id of the event that was made" }),
    reviews: z.array(reviewSchema).readonly(),
  })
  .openapi("Divided");

const why = { reason: z.string().min(1).max(2000), reviewer: z.string().min(1).max(200).optional() };
const movedReports = z.array(z.string()).min(1).max(1000);
/** `join` names a story to go to; the reports, or a story for all of its reports. */
export const restorySchema = z
  .union([
    z.strictObject({ verdict: z.literal("join"), reports: movedReports, to: z.string(), ...why }),
    z.strictObject({ verdict: z.literal("join"), story: z.string(), to: z.string(), ...why }),
    z.strictObject({ verdict: z.literal("leave"), reports: movedReports, ...why }),
  ])
  .openapi("Restory");

export const relinkSchema = z
  .strictObject({
    verdict: z.enum(["merge", "split"]),
    events: z.array(z.string()).min(1).max(1000),
    to: z.string().optional().openapi({ description: "for a merge: the happening that they tell" }),
    reason: z.string().min(1).max(2000),
    reviewer: z.string().min(1).max(200).optional(),
  })
  .openapi("Relink");
