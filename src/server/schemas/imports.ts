import { z } from "@hono/zod-openapi";
import { LINK_KINDS } from "../../jobs/index.ts";
import { FAILURE_STATES } from "../../store/index.ts";
import { IMPORT_PHASES } from "../imports/types.ts";

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

/** One of the server-sent events of a stream: OpenAPI 3.1 has no words of its own for the stream of them. */
export const progressEventSchema = z.object({
  event: z.literal("progress"),
  data: z.string().openapi({
    description: "ImportProgress, as JSON",
    contentMediaType: "application/json",
    contentSchema: { $ref: "#/components/schemas/ImportProgress" },
  } as object),
});

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
