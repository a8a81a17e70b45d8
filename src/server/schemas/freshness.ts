import { z } from "@hono/zod-openapi";

/** Two clocks: what was taken in today may have been published last year. */
export const freshnessSchema = z
  .object({
    taken: z
      .string()
      .optional()
      .openapi({ description: "the instant at which the store last took in a report" }),
    published: z.string().optional().openapi({ description: "day of its newest report" }),
  })
  .readonly()
  .openapi("Freshness", { description: "how far the store has come; nothing later can be in it" });
