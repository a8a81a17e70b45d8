import { z } from "@hono/zod-openapi";

export const partyShape = {
  name: z.string().optional(),
  actorId: z.string().optional(),
  country: z.string().optional(),
  sector: z.string().optional(),
};

export const partySchema = z.object(partyShape).readonly();

export const nameHitSchema = z.object({ ...partyShape, likeness: z.number() }).readonly();

export const actorHeadSchema = z
  .object({ ...partyShape, id: z.string(), acts: z.int(), receives: z.int(), says: z.int() })
  .readonly()
  .openapi("ActorHead");
