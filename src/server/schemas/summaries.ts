import { z } from "@hono/zod-openapi";
import { PLACE_KINDS } from "../../record/place.ts";
import { PRECISIONS } from "../../record/time.ts";
import { FACETS } from "../../store/index.ts";
import { partySchema } from "./actors.ts";

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

export const networkSchema = z
  .object({
    dyads: z
      .array(z.object({ actor: partySchema, recipient: partySchema, events: z.int() }).readonly())
      .readonly(),
    more: z.boolean(),
  })
  .readonly()
  .openapi("Network");
