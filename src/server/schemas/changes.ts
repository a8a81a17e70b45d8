import { z } from "@hono/zod-openapi";
import { CHANGE_KINDS } from "../../store/index.ts";

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
