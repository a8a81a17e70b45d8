import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { adjudicationOf, rejections } from "../../review/index.ts";
import { QUEUE_ORDERS } from "../../store/index.ts";
import { fail } from "../../text/errors.ts";
import { answersOf, answersOfOne } from "../answers.ts";
import type { ServerContext } from "../context.ts";
import { FILTER_SHAPE, filterOf, PAGE_SHAPE, pageOf } from "../filter-query.ts";
import { number, strictQuery, whole } from "../parameters.ts";
import { agreementIn, evaluationIn, trainingStream } from "../review/gather.ts";
import { queuePage } from "../review/queue.ts";
import * as schemas from "../review/schemas.ts";
import { checkedReviews, reviewsOfEvent } from "../review/write.ts";
import { answer, type DeskEnv, type DeskRoutes, needs, newRoutes } from "../routing.ts";

const TAGS = ["reviews"];
const REVIEWER = z.string().min(1).max(200).optional().openapi({ description: "only without login" });
const SEED = 1;

const queueRoute = createRoute({
  method: "get",
  path: "/reviews/queue",
  tags: TAGS,
  summary: "Events to be judged, in an order",
  description:
    "Where `blind` is true nothing says what others made of the event. Judged events leave the queue.",
  request: {
    query: strictQuery({
      order: z.enum(QUEUE_ORDERS).optional().openapi({ description: "uncertain if not given" }),
      reviewer: REVIEWER,
      seed: z.string().max(100).optional().openapi({ description: "of the random and the second queue" }),
      share: number(0, 1, "of judged events that get a second coder"),
      ...FILTER_SHAPE,
      size: PAGE_SHAPE.size,
      after: PAGE_SHAPE.after,
    }),
  },
  responses: answersOf(schemas.queueSchema, "a page of the queue, and how many wait"),
});

const ofEventRoute = createRoute({
  method: "get",
  path: "/reviews",
  tags: TAGS,
  summary: "All reviews of one event, and what they come to",
  description: "With `blind` only the reviewer's own are given, as long as there are none by him.",
  request: {
    query: strictQuery({
      event: z.string(),
      reviewer: REVIEWER,
      blind: z.enum(["true", "false"]).optional().openapi({ description: "hide what others said" }),
    }),
  },
  responses: answersOfOne(schemas.eventReviewsSchema, "the reviews, the oldest first"),
});

const mineRoute = createRoute({
  method: "get",
  path: "/reviews/mine",
  tags: TAGS,
  summary: "What one reviewer did last, the newest first",
  request: { query: strictQuery({ reviewer: REVIEWER, most: whole(1, 1000, "100 if not given") }) },
  responses: answersOf(schemas.reviewsSchema, "the reviews, with those that were taken back"),
});

const reasonsRoute = createRoute({
  method: "get",
  path: "/reviews/reasons",
  tags: TAGS,
  summary: "Why an event may be rejected: a closed list",
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
  request: {
    query: strictQuery({
      texts: z
        .enum(["true", "false"])
        .optional()
        .openapi({ description: "with the texts, which are others'" }),
    }),
  },
  responses: {
    200: { description: "lines of JSON", content: { "application/x-ndjson": { schema: z.string() } } },
  },
});

const json = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { required: true, content: { "application/json": { schema } } },
  headers: z.object({
    "idempotency-key": z.string().min(1).max(200).optional().openapi({
      description: "sent twice under the same name, it is done once and answered twice",
    }),
  }),
});
const addRoute = createRoute({
  method: "post",
  path: "/reviews",
  tags: TAGS,
  summary: "Judge an event: one review, or several in one go",
  request: json(z.union([schemas.newReviewSchema, z.array(schemas.newReviewSchema).min(1).max(50)])),
  responses: answersOfOne(schemas.reviewsSchema, "what was written"),
});
const undoRoute = createRoute({
  method: "post",
  path: "/reviews/undo",
  tags: TAGS,
  summary: "Take back what the reviewer said last, as far back as asked",
  request: json(z.strictObject({ reviewer: REVIEWER })),
  responses: answersOf(schemas.reviewsSchema, "the review that says so; none if nothing is left"),
});
const adjudicateRoute = createRoute({
  method: "post",
  path: "/reviews/adjudicate",
  tags: TAGS,
  summary: "Settle two codings of an event",
  request: json(schemas.decisionSchema),
  responses: answersOfOne(schemas.reviewsSchema, "the reviews that settle it"),
});
const relinkRoute = createRoute({
  method: "post",
  path: "/reviews/relink",
  tags: TAGS,
  summary: "Say that events tell another happening: merge or split",
  request: json(schemas.relinkSchema),
  responses: answersOfOne(schemas.reviewsSchema, "one review an event that moved"),
});

/** Who logged in is the reviewer; only at a machine without login may the request name one. */
function reviewerOf(c: Context<DeskEnv>, named: string | undefined): string {
  const who = c.get("who");
  return who?.by === "local" && named !== undefined ? named : (who?.name ?? "unknown");
}

export function reviewRoutes(context: ServerContext): DeskRoutes {
  const routes = newRoutes();
  for (const { path } of [addRoute, undoRoute, relinkRoute]) routes.post(path, needs(context, "review"));
  routes.post(adjudicateRoute.path, needs(context, "adjudicate"));
  return writeRoutes(readRoutes(routes, context), context);
}

function readRoutes(routes: DeskRoutes, { store }: ServerContext): DeskRoutes {
  return routes
    .openapi(queueRoute, async (c) => {
      const { order = "uncertain", reviewer, seed, share, ...rest } = c.req.valid("query");
      const question = {
        order,
        reviewer: reviewerOf(c, reviewer),
        filter: filterOf(rest),
        page: pageOf(rest),
        ...(seed === undefined ? {} : { seed }),
        ...(share === undefined ? {} : { share }),
      };
      const found = await queuePage(store, question);
      return answer(schemas.queueSchema, { ...found, waiting: await store.queueLength(question) });
    })
    .openapi(ofEventRoute, async (c) => {
      const { event, reviewer, blind } = c.req.valid("query");
      const hidden = blind === "true" ? reviewerOf(c, reviewer) : undefined;
      return answer(schemas.eventReviewsSchema, await reviewsOfEvent(store, event, hidden));
    })
    .openapi(mineRoute, async (c) => {
      const { reviewer, most = 100 } = c.req.valid("query");
      return answer(schemas.reviewsSchema, { reviews: await store.reviewsBy(reviewerOf(c, reviewer), most) });
    })
    .openapi(reasonsRoute, () => answer(schemas.rejectionsSchema, { reasons: rejections() }))
    .openapi(agreementRoute, async (c) =>
      answer(schemas.agreementSchema, await agreementIn(store, c.req.valid("query").seed ?? SEED)),
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

function writeRoutes(routes: DeskRoutes, { store }: ServerContext): DeskRoutes {
  const named = (c: Context): string | undefined => c.req.header("idempotency-key");
  return routes
    .openapi(addRoute, async (c) => {
      const given = [c.req.valid("json")].flat();
      const reviewer = reviewerOf(c, given[0]!.reviewer);
      const reviews = await checkedReviews(
        store,
        given.map((one) => ({ ...one, reviewer })),
      );
      return answer(schemas.reviewsSchema, { reviews: await store.addReviews(reviews, named(c)) });
    })
    .openapi(undoRoute, async (c) => {
      const undone = await store.undoReview(reviewerOf(c, c.req.valid("json").reviewer), named(c));
      return answer(schemas.reviewsSchema, { reviews: undone === undefined ? [] : [undone] });
    })
    .openapi(adjudicateRoute, async (c) => {
      const { reviewer, ...decision } = c.req.valid("json");
      const adjudicator = reviewerOf(c, reviewer);
      if ((await store.event(decision.event)) === undefined) throw fail("K509", { event: decision.event });
      const settled = adjudicationOf({ ...decision, adjudicator }, await store.reviews(decision.event));
      const reviews = await checkedReviews(store, settled);
      return answer(schemas.reviewsSchema, { reviews: await store.addReviews(reviews, named(c)) });
    })
    .openapi(relinkRoute, async (c) => {
      const { reviewer, ...change } = c.req.valid("json");
      const whole = { ...change, reviewer: reviewerOf(c, reviewer) };
      return answer(schemas.reviewsSchema, { reviews: await store.relink(whole, named(c)) });
    });
}
