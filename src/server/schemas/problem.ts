import { z } from "@hono/zod-openapi";

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
