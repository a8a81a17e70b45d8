import { z } from "zod";
import { EVENT_TYPES } from "../ontology/plover/codes.ts";
import { anchorSchema } from "./side-by-side.ts";
import { precisionSchema } from "./time.ts";

const clauseSchema = z
  .object({ field: z.string(), words: z.string(), quotes: z.array(anchorSchema).readonly() })
  .readonly();

export const storyHappeningSchema = z
  .object({
    id: z.string(),
    type: z.enum(EVENT_TYPES),
    /** The words by which the first report tells it. */
    words: z.string(),
    /** The event's own interval, as precise as it was told; absent if nobody dates it. */
    from: z.string().optional(),
    to: z.string().optional(),
    precision: precisionSchema.optional(),
    /** Day of the first report. */
    reported: z.string().optional(),
    reports: z.int().min(1),
    origins: z.int().min(1),
    speakers: z.int().min(1),
    contested: z.array(z.string()).readonly(),
  })
  .readonly();
export type StoryHappening = z.infer<typeof storyHappeningSchema>;

/** What a reader sees of a story before opening it. Every clause has the words it rests on. */
export const storySummarySchema = z
  .object({
    /** Of the first report that repeats no other. */
    title: z.string().optional(),
    /** The happening that most origins tell; the lead is what nobody contradicts of it. */
    happening: z.string().optional(),
    lead: z.array(clauseSchema).readonly(),
    contested: z
      .array(
        z
          .object({
            happening: z.string(),
            field: z.string(),
            values: z
              .array(
                z
                  .object({
                    value: z.string(),
                    speaker: z.string(),
                    quotes: z.array(anchorSchema).readonly(),
                  })
                  .readonly(),
              )
              .readonly(),
          })
          .readonly(),
      )
      .readonly(),
    /** A speaker said something else before, or a person corrected our reading. */
    corrected: z.boolean(),
    corrections: z
      .array(
        z
          .object({
            happening: z.string(),
            field: z.string(),
            by: z.enum(["speaker", "reviewer"]),
            who: z.string(),
            /** What the speaker said first, and says now. What a reviewer changed stands with the event's reviews. */
            from: z.string().optional(),
            to: z.string().optional(),
            quotes: z.array(anchorSchema).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    /** Reports that are news to who asks: published since a day, or come into the store since an instant; absent if neither was given. */
    isNew: z.boolean().optional(),
    news: z.array(z.string()).readonly().optional(),
    /** By the day on which it happened, undated ones last. */
    timeline: z.array(storyHappeningSchema).readonly(),
    /** Whose reports these are in the end, with how many of them repeat another's text. */
    origins: z
      .array(
        z
          .object({
            name: z.string(),
            reports: z.int().min(1),
            copies: z.int().min(0),
            outlets: z.array(z.string()).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    /** Publication days of the first and the last report. */
    oldest: z.string().optional(),
    newest: z.string().optional(),
  })
  .readonly();
export type StorySummary = z.infer<typeof storySummarySchema>;
