import { z } from "@hono/zod-openapi";
import { sideBySideSchema } from "../../record/side-by-side.ts";
import { storyHappeningSchema, storySummarySchema } from "../../record/story-summary.ts";
import { reportHeaderSchema, storyHeadSchema, storySchema } from "../schemas/index.ts";

export const storyClaimsSchema = z
  .object({
    story: z.string(),
    happenings: z.array(storyHappeningSchema).readonly(),
    table: sideBySideSchema.optional().openapi({ description: "absent if nothing is coded in the story" }),
    reports: z.array(reportHeaderSchema).readonly(),
  })
  .openapi("StoryClaims");

export const summarisedHeadSchema = storyHeadSchema
  .unwrap()
  .extend({ summary: storySummarySchema.optional() })
  .readonly()
  .openapi("SummarisedStoryHead");
export const summarisedStorySchema = storySchema
  .unwrap()
  .extend({ summary: storySummarySchema })
  .readonly()
  .openapi("SummarisedStory");
