import { z } from "@hono/zod-openapi";
import type { Restory } from "../../store/index.ts";
import { fail } from "../../text/errors.ts";
import { answersOfOne, answersOfReview } from "../answers.ts";
import type { ServerContext } from "../context.ts";
import { requestName, reviewBody } from "../review/request.ts";
import { reviewerOf } from "../review/reviewer.ts";
import * as schemas from "../review/schemas.ts";
import { checkDivision } from "../review/write.ts";
import { createRoute } from "../route.ts";
import { answer, type DeskRoutes, needs, newRoutes } from "../routing.ts";

const TAGS = ["reviews"];

const relinkRoute = createRoute({
  method: "post",
  path: "/reviews/relink",
  tags: TAGS,
  summary: "Say that events tell another happening: merge or split",
  description: "The links change at once, stay when more reports are linked, and can be taken back.",
  request: reviewBody(schemas.relinkSchema),
  responses: answersOfReview(schemas.reviewsSchema, "one review an event that moved"),
});
const divideRoute = createRoute({
  method: "post",
  path: "/reviews/divide",
  tags: TAGS,
  summary: "Say that one coded event is two",
  description:
    "The event stays as the first; the second is made as it was coded, with the values given. One undo takes all of it back. To make one of two, reject the other as `duplicate`.",
  request: reviewBody(schemas.divideSchema),
  responses: answersOfReview(schemas.dividedSchema, "the second event, and what was written"),
});
const restoryRoute = createRoute({
  method: "post",
  path: "/reviews/stories",
  tags: TAGS,
  summary: "Say that reports tell another story: two stories are one, or a report does not belong to one",
  description:
    "`join` moves reports, or all of a story, to the story `to`; `leave` makes them a story of their own. The stories change at once, later links keep to it, and /reviews/undo takes it back.",
  request: reviewBody(schemas.restorySchema),
  responses: answersOfReview(
    schemas.reviewsSchema,
    "one review a report that moved; its `event` is the report's key",
  ),
});
const decisionsRoute = createRoute({
  method: "get",
  path: "/stories/{id}/decisions",
  tags: TAGS,
  summary: "Who put reports into a story or out of it, when and why",
  description: "Also what was taken back: a review that another one `undoes`.",
  request: { params: z.object({ id: z.string() }) },
  responses: answersOfOne(schemas.reviewsSchema, "the reviews, the oldest first"),
});

/** What a reviewer says of what belongs together. */
export function reviewLinkRoutes(context: ServerContext): DeskRoutes {
  const { store } = context;
  const routes = newRoutes();
  for (const { path } of [relinkRoute, divideRoute, restoryRoute])
    routes.post(path, needs(context, "review"));
  return routes
    .openapi(relinkRoute, async (c) => {
      const { reviewer, ...change } = c.req.valid("json");
      const whole = { ...change, reviewer: reviewerOf(c, reviewer) };
      return answer(schemas.reviewsSchema, { reviews: await store.relink(whole, requestName(c)) });
    })
    .openapi(divideRoute, async (c) => {
      const { reviewer, ...given } = c.req.valid("json");
      const change = { ...given, reviewer: reviewerOf(c, reviewer) };
      await checkDivision(store, change);
      const reviews = await store.divide(change, requestName(c));
      const { into } = reviews[0]!.value as { readonly into: string };
      c.set("logged", { subject: change.event, details: { made: into } });
      return answer(schemas.dividedSchema, { made: into, reviews });
    })
    .openapi(restoryRoute, async (c) => {
      const change: Omit<Restory, "reviewer"> & { readonly reviewer?: string | undefined } =
        c.req.valid("json");
      const whole = { ...change, reviewer: reviewerOf(c, change.reviewer) };
      const subject = change.to ?? change.reports?.[0];
      c.set("logged", {
        ...(subject === undefined ? {} : { subject }),
        details: { verdict: change.verdict },
      });
      return answer(schemas.reviewsSchema, { reviews: await store.restory(whole, requestName(c)) });
    })
    .openapi(decisionsRoute, async (c) => {
      const { id } = c.req.valid("param");
      if ((await store.story(id)) === undefined) throw fail("K141", { what: "story", id });
      return answer(schemas.reviewsSchema, { reviews: await store.storyDecisions(id) });
    });
}
