import { z } from "@hono/zod-openapi";
import { QUEUE_ORDERS } from "../../store/index.ts";
import { answersOf, answersOfOne } from "../answers.ts";
import type { ServerContext } from "../context.ts";
import { CURSOR_SHAPE, FILTER_SHAPE, filterOf, pageOf } from "../filter-query.ts";
import { number, strictQuery } from "../parameters.ts";
import { queuePage, withoutHints } from "../review/queue.ts";
import { REVIEWER, reviewerOf } from "../review/reviewer.ts";
import * as schemas from "../review/schemas.ts";
import { reviewsOfEvent } from "../review/write.ts";
import { createRoute } from "../route.ts";
import { answer, type DeskRoutes, newRoutes } from "../routing.ts";
import { pagedSchema } from "../schemas/index.ts";

const TAGS = ["reviews"];
const minePage = pagedSchema(schemas.reviewSchema);

/** What waits to be judged waits now. */
const { as_of: _instant, ...QUEUE_FILTER } = FILTER_SHAPE;

const queueRoute = createRoute({
  method: "get",
  path: "/reviews/queue",
  tags: TAGS,
  summary: "Events to be judged, in an order",
  description:
    "Where `blind` is true (random and second) nothing says what others made of the event, and the filter looks at events as they were coded, all of them unreviewed. Judged events leave the queue.",
  request: {
    query: strictQuery({
      order: z.enum(QUEUE_ORDERS).optional().openapi({ description: "uncertain if not given" }),
      reviewer: REVIEWER,
      seed: z.string().max(100).optional().openapi({ description: "of the random and the second queue" }),
      share: number(0, 1, "of judged events that get a second coder"),
      ...QUEUE_FILTER,
      ...CURSOR_SHAPE,
    }),
  },
  responses: answersOf(schemas.queueSchema, "a page of the queue, and how many wait"),
});

const ofEventRoute = createRoute({
  method: "get",
  path: "/reviews",
  tags: TAGS,
  summary: "All reviews of one event, and what they come to",
  description:
    "With `blind` only the reviewer's own are given, as long as there are none by him. It hides what is asked for blindly, it locks nothing: without it all are given.",
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
  description: "Those that were taken back among them, for the list from which one goes back.",
  request: { query: strictQuery({ reviewer: REVIEWER, ...CURSOR_SHAPE }) },
  responses: answersOf(minePage, "the page, and `next` if there is another"),
});

/** What there is to judge, and what was judged. */
export function reviewQueueRoutes({ store }: ServerContext): DeskRoutes {
  return newRoutes()
    .openapi(queueRoute, async (c) => {
      const { order = "uncertain", reviewer, seed, share, ...rest } = c.req.valid("query");
      const asked = {
        order,
        reviewer: reviewerOf(c, reviewer),
        filter: filterOf(rest),
        page: pageOf(rest),
        ...(seed === undefined ? {} : { seed }),
        ...(share === undefined ? {} : { share }),
      };
      const question = withoutHints(asked);
      if (question === undefined) return answer(schemas.queueSchema, { items: [], waiting: 0 });
      const found = await queuePage(store, question);
      return answer(schemas.queueSchema, { ...found, waiting: await store.queueLength(question) });
    })
    .openapi(ofEventRoute, async (c) => {
      const { event, reviewer, blind } = c.req.valid("query");
      const hidden = blind === "true" ? reviewerOf(c, reviewer) : undefined;
      return answer(schemas.eventReviewsSchema, await reviewsOfEvent(store, event, hidden));
    })
    .openapi(mineRoute, async (c) => {
      const { reviewer, ...page } = c.req.valid("query");
      return answer(minePage, await store.reviewsBy(reviewerOf(c, reviewer), pageOf(page)));
    });
}
