import { z } from "@hono/zod-openapi";
import { ROLL_UP_RULES } from "../../record/happening.ts";
import { fail } from "../../text/errors.ts";
import { answersOf, answersOfOne } from "../answers.ts";
import { STORY_KINDS, storiesOfKind, summarisedStories } from "../claims/listed.ts";
import { storyClaimsSchema, summarisedHeadSchema, summarisedStorySchema } from "../claims/schemas.ts";
import { storyClaims, storySummary } from "../claims/story.ts";
import type { ServerContext } from "../context.ts";
import { PAGE_SHAPE, pageOf } from "../filter-query.ts";
import { rolledUp } from "../happening.ts";
import { day, instant, strictQuery } from "../parameters.ts";
import { createRoute } from "../route.ts";
import { answer, type DeskRoutes, newRoutes } from "../routing.ts";
import { freshnessSchema, happeningAnswerSchema, pagedSchema } from "../schemas/index.ts";

const TAGS = ["stories"];
const storiesPage = pagedSchema(summarisedHeadSchema).unwrap().extend({ asOf: freshnessSchema });

const RULE_SHAPE = {
  rule: z.enum(ROLL_UP_RULES).optional().openapi({ description: "`representative` if not given" }),
  source: z
    .string()
    .max(200)
    .optional()
    .openapi({ description: "for the rule `source`: whose word comes first" }),
};
const SINCE_SHAPE = {
  since: day("what was published on this day or later is new"),
  came: instant().openapi({ description: "what came into the store at this instant or later is new" }),
};

const listRoute = createRoute({
  method: "get",
  path: "/stories",
  tags: TAGS,
  summary: "Stories, the one with the newest report first",
  description:
    "A story is what reports of some days tell of one matter; copies of one text are folded in the counts.",
  request: {
    query: strictQuery({
      ...PAGE_SHAPE,
      ...RULE_SHAPE,
      order: z.enum(["newest", "stored"]).optional(),
      ...SINCE_SHAPE,
      text: z.string().max(1000).optional().openapi({
        description: "words of a report of the story, as of /events; the last may be only begun",
      }),
      show: z.enum(STORY_KINDS).optional().openapi({
        description:
          "only what has reports since `since` or `came`, is contested, or was corrected; with summaries. A page may then be shorter than `size` and still have a `next`",
      }),
      summaries: z
        .enum(["true", "false"])
        .optional()
        .openapi({ description: "with what all agree on, what is contested, corrected and new" }),
    }),
  },
  responses: answersOf(storiesPage, "the page, and `next` if there is another"),
});

const oneRoute = createRoute({
  method: "get",
  path: "/stories/{id}",
  tags: TAGS,
  summary: "One story with its reports",
  description: "A story that was merged into another answers with that one, and says what was asked for.",
  request: {
    params: z.object({ id: z.string() }),
    query: strictQuery({ ...RULE_SHAPE, ...SINCE_SHAPE }),
  },
  responses: answersOfOne(summarisedStorySchema, "the story"),
});

const claimsRoute = createRoute({
  method: "get",
  path: "/stories/{id}/claims",
  tags: TAGS,
  summary: "One happening of a story side by side: columns are speakers, rows are fields",
  description:
    "Every cell has the words it rests on. What reviewers rejected is left out, what they corrected is as they left it.",
  request: {
    params: z.object({ id: z.string() }),
    query: strictQuery({
      ...RULE_SHAPE,
      happening: z
        .string()
        .optional()
        .openapi({ description: "the one that most origins tell if not given" }),
    }),
  },
  responses: answersOfOne(storyClaimsSchema, "the table, and the other happenings of the story"),
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
    query: strictQuery(RULE_SHAPE),
  },
  responses: answersOfOne(happeningAnswerSchema, "the happening"),
});

export function storyRoutes({ store }: ServerContext): DeskRoutes {
  return newRoutes()
    .openapi(listRoute, async (c) => {
      const {
        rule = "representative",
        source,
        since,
        came,
        summaries,
        show,
        text,
        ...rest
      } = c.req.valid("query");
      if (show === "new" && since === undefined && came === undefined)
        throw fail("K301", { option: "show", value: "new", allowed: "new with a day as since=2026-05-06" });
      const page = pageOf(rest);
      const asOf = await store.freshness();
      if (show === undefined && summaries !== "true")
        return answer(storiesPage, { ...(await store.stories(page, { text })), asOf });
      const filter = { text, ...(show === "new" ? { since, came } : {}) };
      const asked = { page, filter, choice: { rule, source }, since: { since, came } };
      const found = show === undefined ? summarisedStories(store, asked) : storiesOfKind(store, show, asked);
      return answer(storiesPage, { ...(await found), asOf });
    })
    .openapi(oneRoute, async (c) => {
      const { id } = c.req.valid("param");
      const story = await store.story(id);
      if (story === undefined) throw fail("K141", { what: "story", id });
      const { rule = "representative", source, since, came } = c.req.valid("query");
      const summary = await storySummary(store, story.id, { rule, source }, { since, came });
      return answer(summarisedStorySchema, { ...story, summary });
    })
    .openapi(claimsRoute, async (c) => {
      const { id } = c.req.valid("param");
      const { rule = "representative", source, happening } = c.req.valid("query");
      const story = await store.story(id);
      if (story === undefined) throw fail("K141", { what: "story", id });
      return answer(storyClaimsSchema, await storyClaims(store, story.id, { rule, source }, happening));
    })
    .openapi(happeningRoute, async (c) => {
      const { id } = c.req.valid("param");
      const { rule = "representative", source } = c.req.valid("query");
      const found = await store.happening(id);
      if (found === undefined) throw fail("K141", { what: "happening", id });
      return answer(happeningAnswerSchema, rolledUp(found, { rule, source }));
    });
}
