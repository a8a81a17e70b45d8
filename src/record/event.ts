import { z } from "zod";
import { EVENT_TYPES } from "../ontology/plover/codes.ts";
import { attributionSchema, factualityValueSchema } from "./attribution.ts";
import { quoteSchema } from "./cell.ts";
import { participantSchema } from "./participant.ts";
import { placeSchema } from "./place.ts";
import { timeSchema } from "./time.ts";

export const PHASES = ["past", "ongoing", "future", "hypothetical"] as const;
export const phaseSchema = z.enum(PHASES);
export type Phase = z.infer<typeof phaseSchema>;

export const OUTCOMES = ["succeeded", "failed", "foiled", "unknown"] as const;
export const outcomeSchema = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof outcomeSchema>;

export const QUANTITY_KINDS = [
  "dead",
  "injured",
  "arrested",
  "participants",
  "displaced",
  "abducted",
  "missing",
  "released",
  "other",
] as const;
export const quantityKindSchema = z.enum(QUANTITY_KINDS);
export type QuantityKind = z.infer<typeof quantityKindSchema>;

/** A count as a range: "more than 800" is 801 to null, "no injuries" 0 to 0. */
export const quantitySchema = z
  .object({
    kind: quantityKindSchema,
    min: z.int().min(0),
    max: z.int().min(0).nullable(),
    approximate: z.boolean(),
    quote: quoteSchema,
    /** Index into the event's attributions: whose figure it is, if it is someone's. */
    attribution: z.int().min(0).optional(),
  })
  .readonly();
export type Quantity = z.infer<typeof quantitySchema>;

const codedValueSchema = z
  .object({
    value: z.string(),
    confidence: z.number().min(0).max(1),
    quotes: z.array(quoteSchema).readonly(),
  })
  .readonly();
export type CodedValue = z.infer<typeof codedValueSchema>;

export const becauseSchema = z
  .object({
    /** The field that this explains. */
    field: z.string(),
    /** Id of the rule, lexicon entry or model. */
    rule: z.string(),
    /** In words a researcher reads. */
    text: z.string(),
    quotes: z.array(quoteSchema).readonly(),
  })
  .readonly();
export type Because = z.infer<typeof becauseSchema>;

const probability = z.number().min(0).max(1);

export const eventSchema = z
  .object({
    /** Stable under re-runs: made from report id, type and trigger. */
    id: z.string(),
    type: z.enum(EVENT_TYPES),
    modes: z.array(codedValueSchema).readonly(),
    contexts: z.array(codedValueSchema).readonly(),
    alternatives: z.array(z.object({ type: z.enum(EVENT_TYPES), probability }).readonly()).readonly(),
    /** The words that state it first and fully. */
    trigger: quoteSchema,
    /** Every other place of the report that tells the same event. */
    mentions: z.array(quoteSchema).readonly(),
    actors: z.array(participantSchema).readonly(),
    recipients: z.array(participantSchema).readonly(),
    place: placeSchema,
    time: timeSchema,
    /** In the report's own voice. */
    factuality: z
      .object({
        value: factualityValueSchema,
        certainty: z.enum(["certain", "probable", "possible", "unknown"]),
        polarity: z.enum(["+", "-", "unknown"]),
        quotes: z.array(quoteSchema).readonly(),
      })
      .readonly(),
    phase: phaseSchema,
    attempt: z.boolean(),
    outcome: outcomeSchema,
    attributions: z.array(attributionSchema).readonly(),
    quantities: z.array(quantitySchema).readonly(),
    confidence: z
      .object({
        event: probability,
        type: probability,
        actors: probability,
        recipients: probability,
        place: probability,
        time: probability,
        factuality: probability,
        attributions: probability,
      })
      .readonly(),
    because: z.array(becauseSchema).readonly(),
  })
  .readonly();
export type Event = z.infer<typeof eventSchema>;
