import { z } from "zod";
import { quoteSchema } from "./cell.ts";
import { participantSchema } from "./participant.ts";

export const FACTUALITY_VALUES = ["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu"] as const;
/** FactBank: certain, probable, possible; positive, negative, unknown. Purely reported by a party is Uu. */
export const factualityValueSchema = z.enum(FACTUALITY_VALUES);
export type FactualityValue = z.infer<typeof factualityValueSchema>;

export const STANCES = [
  "asserts",
  "denies",
  "doubts",
  "expects",
  "hopes",
  "threatens",
  "promises",
  "asks",
] as const;
export const stanceSchema = z.enum(STANCES);
export type Stance = z.infer<typeof stanceSchema>;

export const SOURCE_KINDS = ["named", "unnamed", "document", "other-outlet"] as const;
export const sourceKindSchema = z.enum(SOURCE_KINDS);
export type SourceKind = z.infer<typeof sourceKindSchema>;

const speakerShape = {
  source: participantSchema,
  kind: sourceKindSchema,
  cue: quoteSchema.optional(),
};

/** Who says so inside the report. */
export const attributionSchema = z
  .object({
    ...speakerShape,
    content: z.array(quoteSchema).readonly(),
    stance: stanceSchema,
    /** In this source's view. */
    factuality: factualityValueSchema,
    /** Outer attributions, the outermost first: X reported that (this source) said. */
    chain: z.array(z.object(speakerShape).readonly()).readonly(),
  })
  .readonly();
export type Attribution = z.infer<typeof attributionSchema>;
