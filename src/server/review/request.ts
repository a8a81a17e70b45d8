import { z } from "@hono/zod-openapi";
import type { Context } from "hono";

/** The body of a request that writes reviews, and the name under which it may be sent again. */
export const reviewBody = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { required: true, content: { "application/json": { schema } } },
  headers: z.object({
    "idempotency-key": z.string().min(1).max(200).optional().openapi({
      description: "sent twice under the same name, it is done once and answered twice",
    }),
  }),
});

export const requestName = (c: Context): string | undefined => c.req.header("idempotency-key");
