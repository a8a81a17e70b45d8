import { z } from "@hono/zod-openapi";
import { STANCES } from "../../record/attribution.ts";
import { partyShape } from "./actors.ts";

const counted = {
  claims: z.int().openapi({ description: "times that a report cites them for an event" }),
  reports: z.int(),
};

export const sourceSchema = z
  .object({
    id: z.string().openapi({ description: "of the registry, or the name: as of /actors" }),
    ...partyShape,
    ...counted,
    stances: z
      .partialRecord(z.enum(STANCES), z.int())
      .optional()
      .openapi({ description: "with `with_stances`: claims by what the source does with them" }),
  })
  .readonly()
  .openapi("Source");

export const unnamedSchema = z
  .object({ country: partyShape.country, sector: partyShape.sector, ...counted })
  .readonly()
  .openapi("UnnamedSources");

export const outletSchema = z
  .object({
    name: z.string().optional().openapi({ description: "absent where the report does not say" }),
    reports: z.int(),
    copies: z.int().openapi({ description: "of these, repeat another report of the store" }),
    events: z.int(),
    from: z.string().optional().openapi({ description: "first day of publication" }),
    to: z.string().optional(),
  })
  .readonly()
  .openapi("Outlet");
