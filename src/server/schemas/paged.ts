import { z } from "@hono/zod-openapi";

/** `next` is given back as `after`; without it the page is the last. */
export function pagedSchema<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item).readonly(), next: z.string().optional() }).readonly();
}
