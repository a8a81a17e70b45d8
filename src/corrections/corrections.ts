import { z } from "zod";
import { EVENT_TYPES, SECTORS } from "../ontology/plover/codes.ts";
import { FACTUALITY_VALUES, SOURCE_KINDS, STANCES } from "../record/attribution.ts";
import { quoteSchema } from "../record/cell.ts";
import { OUTCOMES, PHASES, QUANTITY_KINDS } from "../record/event.ts";
import { PARTICIPANT_KINDS, participantSchema } from "../record/participant.ts";
import { PLACE_KINDS } from "../record/place.ts";
import { PRECISIONS } from "../record/time.ts";
import type { ReviewField } from "./fields.ts";

const day = z.string().regex(/^\d{4}-\d\d-\d\d/, "a day as YYYY-MM-DD");
const country = z.string().regex(/^[A-Z]{3}$/, "a country as three capitals, ISO 3166 alpha-3");

/** A party as a reviewer gives it: the words that were selected, and what is known. */
const whoSchema = z.strictObject({
  quote: quoteSchema.optional(),
  name: z.string().min(1).optional(),
  country: country.optional(),
  sector: z.enum(SECTORS).optional(),
  kind: z.enum(PARTICIPANT_KINDS).optional(),
  actorId: z.string().optional(),
  role: z.string().optional(),
});
const partySchema = z.union([participantSchema, whoSchema]);
export type Party = z.infer<typeof partySchema>;

const placeSchema = z.strictObject({
  quote: quoteSchema.optional(),
  name: z.string().min(1),
  kind: z.enum(PLACE_KINDS),
  country: country.optional(),
  admin1: z.string().optional(),
  geonames: z.int().optional(),
  lat: z.number().min(-90).max(90).optional(),
  lon: z.number().min(-180).max(180).optional(),
  radiusKm: z.number().min(0).optional(),
});
const timeSchema = z
  .strictObject({
    quote: quoteSchema.optional(),
    from: day,
    to: day.optional(),
    precision: z.enum(PRECISIONS).default("day"),
    approximate: z.boolean().default(false),
  })
  .refine(({ from, to }) => to === undefined || from <= to, "from must not be later than to");
const sourceSchema = z.strictObject({
  source: partySchema,
  kind: z.enum(SOURCE_KINDS).default("named"),
  stance: z.enum(STANCES).default("asserts"),
  factuality: z.enum(FACTUALITY_VALUES).default("CT+"),
  cue: quoteSchema.optional(),
  content: z.array(quoteSchema).default([]),
});
const figureSchema = z
  .strictObject({
    kind: z.enum(QUANTITY_KINDS),
    min: z.int().min(0),
    max: z.int().min(0).nullable(),
    approximate: z.boolean().default(false),
    quote: quoteSchema,
    attribution: z.int().min(0).optional(),
  })
  .refine(({ min, max }) => max === null || min <= max, "min must not be more than max");

export type Source = z.infer<typeof sourceSchema>;
export type Figure = z.infer<typeof figureSchema>;

/** What the value of an `edit` must be, by field. Null says that the report gives no place, no time. */
export const CORRECTIONS = {
  type: z.enum(EVENT_TYPES),
  modes: z.array(z.string()),
  contexts: z.array(z.string()),
  actors: z.array(partySchema),
  recipients: z.array(partySchema),
  place: placeSchema.nullable(),
  time: timeSchema.nullable(),
  factuality: z.enum(FACTUALITY_VALUES),
  phase: z.enum(PHASES),
  attempt: z.boolean(),
  outcome: z.enum(OUTCOMES),
  attributions: z.array(sourceSchema),
  quantities: z.array(figureSchema),
} as const satisfies Readonly<Record<ReviewField, z.ZodType>>;
