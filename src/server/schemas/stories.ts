import { z } from "@hono/zod-openapi";
import { eventSchema } from "../../record/event.ts";
import { happeningSchema } from "../../record/happening.ts";
import { storedEventSchema } from "./events.ts";
import { reportHeaderSchema } from "./report-header.ts";

export const storyHeadSchema = z
  .object({
    id: z.string(),
    title: z.string().optional().openapi({ description: "of its first report" }),
    reports: z.int(),
    originals: z.int().openapi({ description: "reports that repeat no other one of the store" }),
    oldest: z.string().optional(),
    newest: z.string().optional().openapi({ description: "day of publication" }),
    from: z.string().optional(),
    to: z.string().optional(),
    events: z.int(),
  })
  .readonly()
  .openapi("StoryHead");

export const storySchema = z
  .object({
    id: z.string(),
    askedFor: z
      .string()
      .optional()
      .openapi({ description: "what was asked for, if it was merged into this" }),
    reports: z.array(reportHeaderSchema).readonly(),
    from: z.string().optional(),
    to: z.string().optional(),
    events: z.int(),
  })
  .readonly()
  .openapi("Story");

export const happeningAnswerSchema = z
  .object({
    id: z.string(),
    askedFor: z.string().optional(),
    happening: happeningSchema,
    event: eventSchema,
    claims: z.array(storedEventSchema).readonly(),
    more: z.boolean().openapi({ description: "it has more claims than these, which are a thousand then" }),
  })
  .readonly()
  .openapi("HappeningAnswer");
