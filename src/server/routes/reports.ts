import { z } from "@hono/zod-openapi";
import type { ReportFilter, Store, StoredEvent } from "../../store/index.ts";
import { fail } from "../../text/errors.ts";
import { answersOf, answersOfOne } from "../answers.ts";
import type { ServerContext } from "../context.ts";
import { PAGE_SHAPE, pageOf } from "../filter-query.ts";
import { day, strictQuery, words } from "../parameters.ts";
import { createRoute } from "../route.ts";
import { answer, type DeskRoutes, newRoutes } from "../routing.ts";
import {
  listedReportSchema,
  pagedSchema,
  searchHitSchema,
  storedReportSchema,
  versionSchema,
} from "../schemas/index.ts";

const TAGS = ["reports"];
const listed = z.union([pagedSchema(searchHitSchema), pagedSchema(listedReportSchema)]);
const versions = z.object({ items: z.array(versionSchema).readonly() });

const listRoute = createRoute({
  method: "get",
  path: "/reports",
  tags: TAGS,
  summary: "Reports, by their words or by their day",
  description:
    "With `q` the best hits with their passages; without it reports by the day of publication. Texts are not in the list.",
  request: {
    query: strictQuery({
      q: z.string().min(1).max(1000).optional().openapi({
        description:
          'words of the report: "exact phrase", -without, or; spelt as in the language of the report',
      }),
      outlets: words("who published it (without q)"),
      languages: words("ISO 639-1; with q one language, whose grammar is then used"),
      stories: words("ids of stories (without q)"),
      from: day("first day of publication (without q)"),
      to: day("last day of publication (without q)"),
      ...PAGE_SHAPE,
    }),
  },
  responses: answersOf(listed, "the page, and `next` if there is another"),
});

const oneRoute = createRoute({
  method: "get",
  path: "/reports/{key}",
  tags: TAGS,
  summary: "One report with its text, its custody and its events",
  description: "All that a reader shows: offsets of the events' quotes count UTF-16 units of `report.text`.",
  request: { params: z.object({ key: z.string() }) },
  responses: answersOfOne(storedReportSchema, "the report"),
});

const versionsRoute = createRoute({
  method: "get",
  path: "/reports/{key}/versions",
  tags: TAGS,
  summary: "Every text that stood under the report's address",
  description: "The oldest first; a report without address is its own and only version.",
  request: { params: z.object({ key: z.string() }) },
  responses: answersOfOne(versions, "the versions"),
});

export function reportRoutes({ store }: ServerContext): DeskRoutes {
  return newRoutes()
    .openapi(listRoute, async (c) => {
      const { q, size, after, order, ...filter } = c.req.valid("query");
      const page = pageOf({ size, after, order });
      if (q !== undefined) return answer(listed, await store.search(q, page, filter.languages?.[0]));
      return answer(listed, await store.reports(filter as ReportFilter, page));
    })
    .openapi(oneRoute, async (c) => {
      const report = await reportOf(store, c.req.valid("param").key);
      return answer(storedReportSchema, { ...report, events: await eventsOf(store, report.key) });
    })
    .openapi(versionsRoute, async (c) => {
      const asked = await reportOf(store, c.req.valid("param").key);
      const keys = asked.versions ?? [asked.key];
      const all = await Promise.all(keys.map((key) => reportOf(store, key)));
      return answer(versions, {
        items: all.map(({ report: _text, versions: _keys, ...version }) => version),
      });
    });
}

async function reportOf(store: Store, key: string) {
  const report = await store.report(key);
  if (report === undefined) throw fail("K141", { what: "report", id: key });
  return report;
}

/** All of them: a long report has more events than a page holds. */
async function eventsOf(store: Store, key: string): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  let after: string | undefined;
  do {
    const place = after === undefined ? {} : { after };
    const page = await store.events({ reports: [key] }, { order: "stored", size: 1000, ...place });
    events.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return events;
}
