import { z } from "@hono/zod-openapi";
import { rejections } from "../../review/index.ts";
import { QUEUE_ORDERS } from "../../store/index.ts";
import { answersOf, answersOfKinds } from "../answers.ts";
import type { ServerContext } from "../context.ts";
import { strictQuery, whole } from "../parameters.ts";
import { agreementIn, evaluationIn, trainingStream } from "../review/gather.ts";
import { overruledOf } from "../review/overruled.ts";
import { REVIEWER, reviewerOf } from "../review/reviewer.ts";
import * as schemas from "../review/schemas.ts";
import { createRoute } from "../route.ts";
import { answer, type DeskRoutes, newRoutes } from "../routing.ts";

const TAGS = ["reviews"];
const SEED = 1;

const reasonsRoute = createRoute({
  method: "get",
  path: "/reviews/reasons",
  tags: TAGS,
  summary: "Why an event may be rejected: a closed list",
  description: "The codes that a rejection gives as its reason, with what each is about.",
  responses: answersOf(schemas.rejectionsSchema, "the reasons"),
});

const agreementRoute = createRoute({
  method: "get",
  path: "/reviews/agreement",
  tags: TAGS,
  summary: "How far reviewers agree, by field and by pair",
  description:
    "Krippendorff's alpha over events that two or more judged, with a 95 % interval by 1000 draws.",
  request: { query: strictQuery({ seed: whole(0, 2 ** 31, "of the draws; 1 if not given") }) },
  responses: answersOf(schemas.agreementSchema, "agreement, always with the number of events"),
});

const overruledRoute = createRoute({
  method: "get",
  path: "/reviews/overruled",
  tags: TAGS,
  summary: "What became of one reviewer's judgements: those that no longer hold",
  description:
    "Each with what the reviewer made of it, what holds now, and who said so. Only events that the reviewer judged: a blind second coding stays blind.",
  request: { query: strictQuery({ reviewer: REVIEWER }) },
  responses: answersOf(schemas.overruledSchema, "the events, the newest change first"),
});

const evaluationRoute = createRoute({
  method: "get",
  path: "/reviews/evaluation",
  tags: TAGS,
  summary: "What reviewers made of what was coded, by field, confidence, type and outlet",
  description: "Only `queue=random` is a sample of the store.",
  request: { query: strictQuery({ queue: z.enum(QUEUE_ORDERS).optional() }) },
  responses: answersOf(schemas.evaluationSchema, "shares, each with what it is a share of"),
});

const exportRoute = createRoute({
  method: "get",
  path: "/reviews/export",
  tags: TAGS,
  summary: "Reviewed reports as training data, one a line",
  description: "Whole reports with their texts and what reviewers left of their events: for internal use.",
  request: {
    query: strictQuery({
      texts: z
        .enum(["true", "false"])
        .optional()
        .openapi({ description: "with the texts, which are others'" }),
    }),
  },
  responses: answersOfKinds({ "application/x-ndjson": z.string() }, "lines of JSON"),
});

/** What is made of reviews. */
export function reviewPageRoutes({ store }: ServerContext): DeskRoutes {
  return newRoutes()
    .openapi(reasonsRoute, () => answer(schemas.rejectionsSchema, { reasons: rejections() }))
    .openapi(agreementRoute, async (c) =>
      answer(schemas.agreementSchema, await agreementIn(store, c.req.valid("query").seed ?? SEED)),
    )
    .openapi(overruledRoute, async (c) =>
      answer(schemas.overruledSchema, await overruledOf(store, reviewerOf(c, c.req.valid("query").reviewer))),
    )
    .openapi(evaluationRoute, async (c) =>
      answer(schemas.evaluationSchema, await evaluationIn(store, c.req.valid("query").queue)),
    )
    .openapi(exportRoute, (c) => {
      const stream = trainingStream(store, c.req.valid("query").texts === "true");
      const headers = {
        "content-type": "application/x-ndjson; charset=utf-8",
        "content-disposition": 'attachment; filename="reviews.jsonl"',
      };
      return new Response(stream, { headers }) as never;
    });
}
