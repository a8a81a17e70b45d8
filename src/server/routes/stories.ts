import { createRoute, z } from "@hono/zod-openapi";
import { ROLL_UP_RULES } from "../../record/happening.ts";
import { fail } from "../../text/errors.ts";
import { answersOf, answersOfOne } from "../answers.ts";
import type { ServerContext } from "../context.ts";
import { PAGE_SHAPE, pageOf } from "../filter-query.ts";
import { rolledUp } from "../happening.ts";
import { strictQuery } from "../parameters.ts";
import { answer, type DeskRoutes, newRoutes } from "../routing.ts";
import { happeningAnswerSchema, pagedSchema, storyHeadSchema, storySchema } from "../schemas.ts";

const TAGS = ["stories"];
const storiesPage = pagedSchema(storyHeadSchema);

const listRoute = createRoute({
  method: "get",
  path: "/stories",
  tags: TAGS,
  summary: "Stories, the one with the newest report first",
  description:
    "A story is what reports of some days tell of one matter; copies of one text are folded in the counts.",
  request: { query: strictQuery({ ...PAGE_SHAPE, order: z.enum(["newest", "stored"]).optional() }) },
  responses: answersOf(storiesPage, "the page, and `next` if there is another"),
});

const oneRoute = createRoute({
  method: "get",
  path: "/stories/{id}",
  tags: TAGS,
  summary: "One story with its reports",
  description: "A story that was merged into another answers with that one, and says what was asked for.",
  request: { params: z.object({ id: z.string() }) },
  responses: answersOfOne(storySchema, "the story"),
});

const happeningRoute = createRoute({
  method: "get",
  path: "/happenings/{id}",
  tags: TAGS,
  summary: "One happening as all its reports tell it",
  description:
    "Every claim, who speaks in it, and the value that the rule chooses for each field with what others say.",
  request: {
    params: z.object({ id: z.string() }),
    query: strictQuery({
      rule: z.enum(ROLL_UP_RULES).optional().openapi({ description: "`representative` if not given" }),
      source: z
        .string()
        .max(200)
        .optional()
        .openapi({ description: "for the rule `source`: whose word comes first" }),
    }),
  },
  responses: answersOfOne(happeningAnswerSchema, "the happening"),
});

export function storyRoutes({ store }: ServerContext): DeskRoutes {
  return newRoutes()
    .openapi(listRoute, async (c) => answer(storiesPage, await store.stories(pageOf(c.req.valid("query")))))
    .openapi(oneRoute, async (c) => {
      const { id } = c.req.valid("param");
      const story = await store.story(id);
      if (story === undefined) throw fail("K141", { what: "story", id });
      return answer(storySchema, story);
    })
    .openapi(happeningRoute, async (c) => {
      const { id } = c.req.valid("param");
      const { rule = "representative", source } = c.req.valid("query");
      const found = await store.happening(id);
      if (found === undefined) throw fail("K141", { what: "happening", id });
      return answer(happeningAnswerSchema, rolledUp(found, { rule, source }));
    });
}
