import { z } from "@hono/zod-openapi";
import type { StoredEvent } from "../../store/index.ts";
import { answersOf } from "../answers.ts";
import { asLeft, SHOWN_SHAPE, shownFilterOf } from "../as-left.ts";
import type { ServerContext } from "../context.ts";
import { fieldsOf } from "../fields.ts";
import { PAGE_SHAPE, pageOf } from "../filter-query.ts";
import { listOf, strictQuery, whole } from "../parameters.ts";
import { createRoute } from "../route.ts";
import { answer, type DeskRoutes, newRoutes } from "../routing.ts";
import { pagedSchema } from "../schemas/index.ts";
import { CLAIM_SHAPE, claimRowSchema, claimsOfEvent } from "../told/claims.ts";
import { MENTION_ROLES, MENTION_SHAPE, mentionSchema, mentionsOfEvent } from "../told/mentions.ts";

const TAGS = ["events"];
const SHAPE = {
  ...SHOWN_SHAPE,
  ...PAGE_SHAPE,
  size: whole(1, 1000, "events of a page, 50 if not given: a page has a row or more for each"),
};

const claimFields = fieldsOf({
  shape: CLAIM_SHAPE,
  parts: { report: CLAIM_SHAPE.report.unwrap().shape },
});
const claimsPage = z.union([
  pagedSchema(claimRowSchema),
  pagedSchema(claimFields.schema.openapi("ClaimRowPart")),
]);
const claimsRoute = createRoute({
  method: "get",
  path: "/claims",
  tags: TAGS,
  summary: "Who says what: one row for an event and a speaker",
  description:
    "Each event as each voice in its report has it: the outlet's own, unless it only passes on, and everybody whom the report cites. The filter chooses the events; all who speak of them come.",
  request: { query: strictQuery({ ...SHAPE, fields: claimFields.parameter }) },
  responses: answersOf(claimsPage, "the page, and `next` if there is another"),
});

const mentionFields = fieldsOf({
  shape: MENTION_SHAPE,
  parts: { report: MENTION_SHAPE.report.unwrap().shape },
});
const mentionsPage = z.union([
  pagedSchema(mentionSchema),
  pagedSchema(mentionFields.schema.openapi("MentionPart")),
]);
const mentionsRoute = createRoute({
  method: "get",
  path: "/mentions",
  tags: TAGS,
  summary: "Every place of a report that tells an event, or names who, where and when",
  description:
    "Words with their offsets. The filter chooses the events; with `roles` a page may be empty and still have a `next`.",
  request: {
    query: strictQuery({
      ...SHAPE,
      roles: listOf(MENTION_ROLES, "what the words mean; all if not given"),
      fields: mentionFields.parameter,
    }),
  },
  responses: answersOf(mentionsPage, "the page, and `next` if there is another"),
});

type Asked = Parameters<typeof shownFilterOf>[0];

/** What events tell, a page of events at a time. */
export function toldRoutes({ store }: ServerContext): DeskRoutes {
  async function pageOfRows<Row>(query: Asked, rowsOf: (stored: StoredEvent) => readonly Row[]) {
    const page = await store.events(shownFilterOf(query), pageOf(query));
    const events = await asLeft(store, page.items, query);
    return { ...page, items: events.flatMap(rowsOf) };
  }
  return newRoutes()
    .openapi(claimsRoute, async (c) => {
      const { fields, ...query } = c.req.valid("query");
      const page = await pageOfRows(query, claimsOfEvent);
      return answer(claimsPage, { ...page, items: claimFields.pick(page.items, fields) as never });
    })
    .openapi(mentionsRoute, async (c) => {
      const { fields, roles, ...query } = c.req.valid("query");
      const page = await pageOfRows(query, mentionsOfEvent);
      const items = page.items.filter(({ role }) => roles?.includes(role) ?? true);
      return answer(mentionsPage, { ...page, items: mentionFields.pick(items, fields) as never });
    });
}
