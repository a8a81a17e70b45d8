import { z } from "@hono/zod-openapi";
import { coderSchema } from "../record/coded-report.ts";
import { eventSchema } from "../record/event.ts";
import { reportSchema } from "../record/report.ts";
import { REVIEW_STATES } from "../store/index.ts";

/** The store's types as schemas: what the routes give, what the OpenAPI shows, what the tests check answers against. */
export const reportHeaderSchema = z
  .object({
    key: z.string().openapi({ description: "the store's name for the report" }),
    title: z.string().optional(),
    url: z.string().optional(),
    outlet: z.string().optional(),
    originator: z.string().optional(),
    language: z.string(),
    published: z.string().optional().openapi({ description: "first day of the publication date" }),
    story: z.string().optional(),
    copyOf: z.string().optional().openapi({ description: "key of the report that it repeats" }),
  })
  .readonly()
  .openapi("ReportHeader");

const storedEventShape = {
  id: z.string(),
  event: eventSchema,
  report: reportHeaderSchema,
  happening: z.string().optional(),
  review: z.enum(REVIEW_STATES),
};
export const storedEventSchema = z.object(storedEventShape).readonly().openapi("StoredEvent");
export const wholeEventSchema = z
  .object({ ...storedEventShape, whole: reportSchema, coder: coderSchema })
  .readonly()
  .openapi("WholeEvent");

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    cure: z.string(),
    allowed: z.array(z.string()).readonly().optional(),
    errors: z
      .array(
        z.object({
          where: z.string(),
          what: z.string(),
          allowed: z.array(z.string()).readonly().optional(),
        }),
      )
      .readonly()
      .optional(),
  })
  .openapi("Problem");

/** `next` is given back as `after`; without it the page is the last. */
export function pagedSchema<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item).readonly(), next: z.string().optional() }).readonly();
}
