import { z } from "@hono/zod-openapi";
import { EVENT_TYPES } from "../../ontology/plover/codes.ts";
import { PARTY_ROLES } from "../../store/index.ts";

const partySchema = z.object({
  name: z.string().optional(),
  actorId: z.string().optional(),
  country: z.string().optional(),
  sector: z.string().optional(),
});
const dated = { from: z.string(), to: z.string() };
const tenureSchema = z.object({
  position: z.string(),
  country: z.string().optional(),
  start: z.string(),
  end: z.string(),
});
const organisationSchema = z.object({
  id: z.string(),
  name: z.string(),
  aliases: z.array(z.string()).readonly(),
  kind: z.string(),
  country: z.string().optional(),
  sector: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
  source: z.string(),
});
const registrySchema = z.object({
  organisations: z.array(organisationSchema.readonly()).readonly(),
  persons: z
    .array(
      z
        .object({
          id: z.string(),
          name: z.string(),
          wikidata: z.string().optional(),
          tenures: z.array(tenureSchema.readonly()).readonly(),
        })
        .readonly(),
    )
    .readonly(),
  statements: z
    .array(
      z
        .object({
          relation: z.string(),
          subject: z.string(),
          object: z.string(),
          ...dated,
          source: z.string(),
          written: z.string(),
        })
        .readonly(),
    )
    .readonly(),
  names: z.record(z.string(), z.string()).readonly(),
  taken: z
    .record(z.string(), z.string())
    .readonly()
    .openapi({ description: "days until which the tables were taken" }),
});

export const actorPageSchema = z
  .object({
    who: z.string(),
    parties: z.array(partySchema.extend({ events: z.int() }).readonly()).readonly(),
    events: z.int(),
    undated: z.int(),
    from: z.string().optional(),
    to: z.string().optional(),
    roles: z
      .array(z.object({ role: z.enum(PARTY_ROLES), type: z.enum(EVENT_TYPES), events: z.int() }).readonly())
      .readonly(),
    months: z
      .array(z.object({ month: z.string(), role: z.enum(PARTY_ROLES), events: z.int() }).readonly())
      .readonly(),
    partners: z
      .array(
        z
          .object({ role: z.enum(["actor", "recipient"]), party: partySchema.readonly(), events: z.int() })
          .readonly(),
      )
      .readonly(),
    more: z.boolean().openapi({
      description: "true if there are more parties of the name, or more partners on one side, than these",
    }),
    registry: registrySchema,
  })
  .openapi("ActorPage");
