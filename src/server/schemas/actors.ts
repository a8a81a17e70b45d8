import { z } from "@hono/zod-openapi";

export const partyShape = {
  name: z.string().optional(),
  actorId: z.string().optional(),
  country: z.string().optional(),
  sector: z.string().optional(),
};

export const partySchema = z.object(partyShape).readonly();

export const nameHitSchema = z
  .object({
    ...partyShape,
    likeness: z
      .number()
      .openapi({ description: "0 to 1: how alike the names are written; 1 for an `alias`" }),
    alias: z.string().optional().openapi({
      description: "the name asked for, where the registry has it for another name of the party",
    }),
  })
  .readonly();

export const actorHeadSchema = z
  .object({ ...partyShape, id: z.string(), acts: z.int(), receives: z.int(), says: z.int() })
  .readonly()
  .openapi("ActorHead");
