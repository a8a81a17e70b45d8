import { z } from "@hono/zod-openapi";
import { contexts, EVENT_TYPES, eventTypes, SECTORS } from "../../ontology/index.ts";
import { FACTUALITY_VALUES } from "../../record/attribution.ts";
import { PHASES } from "../../record/event.ts";
import { ROLL_UP_RULES } from "../../record/happening.ts";
import { BUCKETS, FACETS, ORDERS, REVIEW_STATES, VOICES } from "../../store/index.ts";
import { answersOf } from "../answers.ts";
import type { ServerContext } from "../context.ts";
import { createRoute } from "../route.ts";
import { answer, type DeskRoutes, newRoutes } from "../routing.ts";

const names = z.array(z.string()).readonly();
const codebookSchema = z
  .object({
    types: z
      .array(
        z.object({
          name: z.enum(EVENT_TYPES),
          quadClass: z.int(),
          score: z.number(),
          recipient: z.string(),
          definition: z.string(),
          examples: names,
          notThis: names,
          modes: z
            .array(z.object({ name: z.string(), score: z.number(), definition: z.string() }))
            .readonly(),
        }),
      )
      .readonly(),
    contexts: z.array(z.object({ name: z.string(), definition: z.string() })).readonly(),
    sectors: names,
    factuality: names,
    phases: names,
    voices: names,
    reviewStates: names,
    rules: names,
    orders: names,
    buckets: names,
    facets: names,
  })
  .openapi("Codebook");

const route = createRoute({
  method: "get",
  path: "/codebook",
  tags: ["codebook"],
  summary: "What the codes mean, and every closed list",
  description: "The types and modes of PLOVER 2.0 with definitions, and the values that parameters take.",
  responses: answersOf(codebookSchema, "the codebook"),
});

const CODEBOOK = () => ({
  types: eventTypes().map(({ name, quadClass, score, recipient, definition, examples, notThis, modes }) => ({
    name,
    quadClass,
    score,
    recipient,
    definition,
    examples,
    notThis,
    modes: [...modes],
  })),
  contexts: contexts().map(({ name, definition }) => ({ name, definition })),
  sectors: SECTORS,
  factuality: FACTUALITY_VALUES,
  phases: PHASES,
  voices: VOICES,
  reviewStates: REVIEW_STATES,
  rules: ROLL_UP_RULES,
  orders: ORDERS,
  buckets: BUCKETS,
  facets: FACETS,
});

export function codebookRoutes(_context: ServerContext): DeskRoutes {
  return newRoutes().openapi(route, () => answer(codebookSchema, CODEBOOK()));
}
