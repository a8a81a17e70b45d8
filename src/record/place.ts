import { z } from "zod";
import { type Cell, cellSchema } from "./cell.ts";

export const PLACE_KINDS = [
  "site",
  "town",
  "admin2",
  "admin1",
  "region",
  "country",
  "water",
  "international",
] as const;
export const placeKindSchema = z.enum(PLACE_KINDS);
export type PlaceKind = z.infer<typeof placeKindSchema>;

export const placeShape = {
  name: z.string(),
  /** GeoNames id, where the gazetteer has one. */
  geonames: z.int().optional(),
  kind: placeKindSchema,
  admin1: z.string().optional(),
  /** ISO 3166-1 alpha-3 (XKX for Kosovo). */
  country: z.string().optional(),
  /** Degrees; only for places that are points. Regions and countries are areas and carry none. */
  lat: z.number().optional(),
  lon: z.number().optional(),
  precision: z.object({ kind: placeKindSchema, radiusKm: z.number().min(0) }).readonly(),
};
export type PlaceValue = z.infer<z.ZodObject<typeof placeShape>>;
export const placeSchema: z.ZodType<Cell<PlaceValue>> = cellSchema(placeShape);
export type Place = Cell<PlaceValue>;
