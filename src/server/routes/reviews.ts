import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { adjudicationOf } from "../../review/index.ts";
import { fail } from "../../text/errors.ts";
import { answersOf, answersOfOne } from "../answers.ts";
import type { ServerContext } from "../context.ts";
import { REVIEWER, reviewerOf } from "../review/reviewer.ts";
import * as schemas from "../review/schemas.ts";
import { checkedReviews } from "../review/write.ts";
import { answer, type DeskRoutes, needs, newRoutes } from "../routing.ts";

const TAGS = ["reviews"];

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

/** What a reviewer does. */
export function reviewRoutes(context: ServerContext): DeskRoutes {
  const { store } = context;
  const routes = newRoutes();
  for (const { path } of [addRoute, undoRoute, relinkRoute]) routes.post(path, needs(context, "review"));
  routes.post(adjudicateRoute.path, needs(context, "adjudicate"));
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
