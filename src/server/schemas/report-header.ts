import { z } from "@hono/zod-openapi";

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

export const reportHeaderShape = reportHeaderSchema.unwrap().shape;
