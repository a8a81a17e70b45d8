import { z } from "@hono/zod-openapi";
import { adjudicationOf } from "../../review/index.ts";
import { fail } from "../../text/errors.ts";
import { answersOfReview } from "../answers.ts";
import type { ServerContext } from "../context.ts";
import { requestName, reviewBody } from "../review/request.ts";
import { REVIEWER, reviewerOf } from "../review/reviewer.ts";
import * as schemas from "../review/schemas.ts";
import { checkedReviews } from "../review/write.ts";
import { createRoute } from "../route.ts";
import { answer, type DeskRoutes, needs, newRoutes } from "../routing.ts";

const TAGS = ["reviews"];

const addRoute = createRoute({
  method: "post",
  path: "/reviews",
  tags: TAGS,
  summary: "Judge an event: one review, or several in one go",
  description: "Reviews are appended with who, when and why; several sent together are taken back together.",
  request: reviewBody(z.union([schemas.newReviewSchema, z.array(schemas.newReviewSchema).min(1).max(50)])),
  responses: answersOfReview(schemas.reviewsSchema, "what was written"),
});
const undoRoute = createRoute({
  method: "post",
  path: "/reviews/undo",
  tags: TAGS,
  summary: "Take back what the reviewer said last, as far back as asked",
  description:
    "Nothing is deleted: what is taken back is a review as well, and the next call goes one step further.",
  request: reviewBody(z.strictObject({ reviewer: REVIEWER })),
  responses: answersOfReview(schemas.reviewsSchema, "the review that says so; none if nothing is left"),
});
const adjudicateRoute = createRoute({
  method: "post",
  path: "/reviews/adjudicate",
  tags: TAGS,
  summary: "Settle two codings of an event",
  description: "What is settled counts before what others say of the event, earlier or later.",
  request: reviewBody(schemas.decisionSchema),
  responses: answersOfReview(schemas.reviewsSchema, "the reviews that settle it"),
});
/** What a reviewer does. */
export function reviewRoutes(context: ServerContext): DeskRoutes {
  const { store } = context;
  const routes = newRoutes();
  for (const { path } of [addRoute, undoRoute]) routes.post(path, needs(context, "review"));
  routes.post(adjudicateRoute.path, needs(context, "adjudicate"));
  return routes
    .openapi(addRoute, async (c) => {
      const given = [c.req.valid("json")].flat();
      const reviewer = reviewerOf(c, given[0]!.reviewer);
      const reviews = await checkedReviews(
        store,
        given.map((one) => ({ ...one, reviewer })),
      );
      return answer(schemas.reviewsSchema, { reviews: await store.addReviews(reviews, requestName(c)) });
    })
    .openapi(undoRoute, async (c) => {
      const undone = await store.undoReview(reviewerOf(c, c.req.valid("json").reviewer), requestName(c));
      return answer(schemas.reviewsSchema, { reviews: undone === undefined ? [] : [undone] });
    })
    .openapi(adjudicateRoute, async (c) => {
      const { reviewer, ...decision } = c.req.valid("json");
      const adjudicator = reviewerOf(c, reviewer);
      if ((await store.event(decision.event)) === undefined) throw fail("K509", { event: decision.event });
      const settled = adjudicationOf({ ...decision, adjudicator }, await store.reviews(decision.event));
      const reviews = await checkedReviews(store, settled);
      return answer(schemas.reviewsSchema, { reviews: await store.addReviews(reviews, requestName(c)) });
    });
}
