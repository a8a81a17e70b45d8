import { z } from "zod";
import { attributionSchema } from "../record/attribution.ts";
import { codedReportSchema } from "../record/coded-report.ts";
import { eventSchema } from "../record/event.ts";
import { happeningSchema } from "../record/happening.ts";
import { reportSchema } from "../record/report.ts";

/** What the notations of JSON write, for readers who check what they read. */

const { schema, id, offsets } = codedReportSchema.unwrap().shape;
const event = eventSchema.unwrap().shape;
const { kind, stance, factuality } = attributionSchema.unwrap().shape;

export const EVENT_LINE = z.union([
  z.object({
    schema,
    id,
    offsets,
    report: reportSchema.unwrap().omit({ text: true, blocks: true }),
    event: eventSchema,
  }),
  happeningSchema.unwrap().extend({ event: eventSchema }),
]);

const texts = z.array(z.string());
const span = { start: z.int().min(0), end: z.int().min(0) };
/** The manual writes what is missing as an empty text. */
const orEmpty = <Schema extends z.ZodType>(given: Schema) => z.union([given, z.literal("")]);
const entity = {
  code: z.string(),
  sector: z.string(),
  entity_text: z.string(),
  identifier_id: z.string(),
  identifier_text: z.string(),
  office: z.string(),
};
const toll = z.object({ min: z.int(), max: z.int().nullable() }).optional();

/** docs/formats.md says what each field holds. */
export const PLOVER_RECORD = z.object({
  id: z.string(),
  date: orEmpty(z.iso.date()),
  enddate: orEmpty(z.iso.date()),
  actor: z.array(z.object(entity)),
  recipient: z.array(z.object(entity)),
  event: z.array(event.type),
  mode: texts,
  context: texts,
  auxiliary_mode: z.array(z.enum(["historical", "future", "hypothetical", "negation"])),
  quad_code: z.int(),
  event_scale: z.number(),
  event_text: z.string(),
  event_loc: z
    .object({
      extracted_place: z.string(),
      resolved_place: z.string(),
      geonameid: orEmpty(z.int()),
      lat: orEmpty(z.number()),
      lon: orEmpty(z.number()),
      province: z.string(),
      country_code: z.string(),
      resolution: z.int(),
    })
    .partial(),
  size: z.object({ dead: toll, injured: toll, arrested: toll }),
  text_info: z.object({ ...span, offsets }),
  cite_info: z.object({
    title: z.string(),
    url: z.string(),
    publication: z.string(),
    citation: z.string(),
    language: z.string(),
    coder: z.string(),
    codebook: z.string(),
  }),
  link: z.string(),
  factuality,
  phase: event.phase,
  attempt: event.attempt,
  outcome: event.outcome,
  attribution: z.array(
    z.object({
      ...entity,
      kind,
      stance,
      factuality,
      cue: orEmpty(z.object({ text: z.string(), ...span })),
      told_by: texts,
    }),
  ),
  confidence: event.confidence,
  comment: z.string(),
});

/** W3C Web Annotation Data Model, as far as we use it. */
export const ANNOTATION = z.object({
  id: z.string(),
  type: z.literal("Annotation"),
  motivation: z.literal("identifying"),
  creator: z.object({ id: z.string(), type: z.literal("Software"), name: z.string() }),
  body: z.array(
    z.union([
      z.object({
        type: z.literal("TextualBody"),
        purpose: z.enum(["classifying", "tagging", "describing"]),
        value: z.string(),
      }),
      z.object({ type: z.literal("SpecificResource"), purpose: z.literal("linking"), source: z.string() }),
    ]),
  ),
  target: z.array(
    z.object({
      source: z.string(),
      state: z.object({ type: z.literal("TimeState"), sourceDate: z.string() }).optional(),
      selector: z.array(
        z.union([
          z.object({ type: z.literal("TextPositionSelector"), ...span }),
          z.object({
            type: z.literal("TextQuoteSelector"),
            exact: z.string(),
            prefix: z.string().optional(),
            suffix: z.string().optional(),
          }),
        ]),
      ),
    }),
  ),
});

export const ANNOTATION_LINE = z.object({
  "@context": z.literal("http://www.w3.org/ns/anno.jsonld"),
  ...ANNOTATION.shape,
});

export const ENTITY = z.object({
  id: z.string(),
  schema: z.enum(["Event", "Article", "Person", "PublicBody", "Organization"]),
  properties: z.record(z.string(), texts),
});
