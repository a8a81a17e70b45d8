import { z } from "@hono/zod-openapi";
import { LINK_KINDS } from "../jobs/index.ts";
import { coderSchema } from "../record/coded-report.ts";
import { eventSchema } from "../record/event.ts";
import { happeningSchema } from "../record/happening.ts";
import { PLACE_KINDS } from "../record/place.ts";
import { reportSchema } from "../record/report.ts";
import { PRECISIONS } from "../record/time.ts";
import { CHANGE_KINDS, FACETS, FAILURE_STATES, REVIEW_STATES } from "../store/index.ts";
import { IMPORT_PHASES } from "./imports/types.ts";

/** The store's types as schemas: what the routes give, what the OpenAPI shows, what the tests check answers against. */
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

const storedEventShape = {
  id: z.string(),
  event: eventSchema,
  report: reportHeaderSchema,
  happening: z.string().optional(),
  review: z.enum(REVIEW_STATES),
};
export const storedEventSchema = z.object(storedEventShape).readonly().openapi("StoredEvent");
export const wholeEventSchema = z
  .object({ ...storedEventShape, whole: reportSchema, coder: coderSchema })
  .readonly()
  .openapi("WholeEvent");

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    cure: z.string(),
    allowed: z.array(z.string()).readonly().optional(),
    errors: z
      .array(
        z.object({
          where: z.string(),
          what: z.string(),
          allowed: z.array(z.string()).readonly().optional(),
        }),
      )
      .readonly()
      .optional(),
  })
  .openapi("Problem");

/** `next` is given back as `after`; without it the page is the last. */
export function pagedSchema<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item).readonly(), next: z.string().optional() }).readonly();
}

export const custodySchema = z
  .object({
    at: z.string(),
    from: z.string().openapi({ description: "a file's name or an address" }),
    headers: z.record(z.string(), z.string()).readonly().optional(),
    sha256: z.string().optional().openapi({ description: "of the bytes as fetched" }),
  })
  .readonly();

const reportHeaderShape = reportHeaderSchema.unwrap().shape;

export const listedReportSchema = z
  .object({
    ...reportHeaderShape,
    storedAt: z.string(),
    events: z.int().optional().openapi({ description: "absent as long as it is not coded" }),
  })
  .readonly()
  .openapi("ListedReport");

export const searchHitSchema = z
  .object({
    report: reportHeaderSchema,
    passage: z.array(z.object({ text: z.string(), hit: z.boolean() }).readonly()).readonly(),
    rank: z.number(),
  })
  .readonly()
  .openapi("SearchHit");

export const versionSchema = z
  .object({ ...reportHeaderShape, storedAt: z.string(), custody: z.array(custodySchema).readonly() })
  .readonly()
  .openapi("ReportVersion");

export const storedReportSchema = z
  .object({
    ...reportHeaderShape,
    report: reportSchema,
    storedAt: z.string(),
    versions: z.array(z.string()).readonly().optional(),
    custody: z.array(custodySchema).readonly(),
    events: z
      .array(storedEventSchema)
      .readonly()
      .openapi({ description: "of its newest coding, in the order of the text" }),
  })
  .readonly()
  .openapi("ReadReport");

const countOf = z.object({ value: z.string(), events: z.int() }).readonly();

export const facetsSchema = z
  .object({
    total: z.int(),
    facets: z.record(z.enum(FACETS), z.array(countOf).readonly()).readonly(),
  })
  .readonly()
  .openapi("Facets");

export const timelineSchema = z
  .object({
    buckets: z
      .array(z.object({ from: z.string(), precision: z.enum(PRECISIONS), events: z.int() }).readonly())
      .readonly(),
    undated: z.int(),
  })
  .readonly()
  .openapi("Timeline");

export const placesSchema = z
  .object({
    places: z
      .array(
        z
          .object({
            name: z.string(),
            geonames: z.int().optional(),
            kind: z.enum(PLACE_KINDS),
            country: z.string().optional(),
            lat: z.number(),
            lon: z.number(),
            radiusKm: z.number(),
            events: z.int(),
          })
          .readonly(),
      )
      .readonly(),
    more: z.boolean().openapi({ description: "true if there are more places than these" }),
    areas: z
      .array(countOf)
      .readonly()
      .openapi({ description: "events whose place is an area: they have no point" }),
  })
  .readonly()
  .openapi("Places");

const partyShape = {
  name: z.string().optional(),
  actorId: z.string().optional(),
  country: z.string().optional(),
  sector: z.string().optional(),
};
const partySchema = z.object(partyShape).readonly();

export const networkSchema = z
  .object({
    dyads: z
      .array(z.object({ actor: partySchema, recipient: partySchema, events: z.int() }).readonly())
      .readonly(),
    more: z.boolean(),
  })
  .readonly()
  .openapi("Network");

export const nameHitSchema = z.object({ ...partyShape, likeness: z.number() }).readonly();
export const actorHeadSchema = z
  .object({ ...partyShape, id: z.string(), acts: z.int(), receives: z.int(), says: z.int() })
  .readonly()
  .openapi("ActorHead");

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
  })
  .readonly()
  .openapi("HappeningAnswer");

export const changeSchema = z
  .object({
    kind: z.enum(CHANGE_KINDS),
    at: z.string(),
    subject: z.string(),
    what: z.string(),
    who: z.string().optional(),
    details: z.unknown(),
  })
  .readonly()
  .openapi("Change");

export const importProgressSchema = z
  .object({
    run: z.int(),
    phase: z.enum(IMPORT_PHASES),
    inputs: z.array(z.string()).readonly(),
    counts: z
      .object({
        stored: z.int(),
        coded: z.int(),
        events: z.int(),
        already: z.int().openapi({ description: "were there before, coded by this coder" }),
        notCoded: z
          .int()
          .openapi({ description: "are kept, and in a language that the coder does not read" }),
        failed: z.int(),
        solved: z.int().openapi({ description: "failures of before that went well now" }),
      })
      .readonly(),
    elapsed: z.int().optional().openapi({ description: "milliseconds" }),
    linked: z
      .object({
        run: z.int().optional(),
        prepared: z.int(),
        placed: z.int(),
        failed: z.int(),
        ...(Object.fromEntries(LINK_KINDS.map((kind) => [kind, z.int()])) as Record<
          (typeof LINK_KINDS)[number],
          z.ZodInt
        >),
      })
      .readonly()
      .optional(),
    error: z
      .object({ code: z.string().optional(), message: z.string(), cure: z.string().optional() })
      .readonly()
      .optional(),
  })
  .readonly()
  .openapi("ImportProgress");

export const failureSchema = z
  .object({
    id: z.int(),
    run: z.int(),
    name: z.string(),
    input: z.string(),
    code: z.string(),
    message: z.string(),
    cure: z.string(),
    attempts: z.int(),
    state: z.enum(FAILURE_STATES),
    at: z.string(),
  })
  .readonly()
  .openapi("Failure");
