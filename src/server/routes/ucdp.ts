import { z } from "@hono/zod-openapi";
import type { EventFilter } from "../../store/index.ts";
import { fail } from "../../text/errors.ts";
import { answersOf } from "../answers.ts";
import { type TableRecord, tableRecords } from "../compatible/records.ts";
import type { ServerContext } from "../context.ts";
import { ownAddress } from "../own-address.ts";
import { day, strictQuery, whole } from "../parameters.ts";
import { createRoute } from "../route.ts";
import { answer, type DeskRoutes, newRoutes } from "../routing.ts";

/** UCDP's own least and most. */
const USUAL = 100;
const MOST = 1000;

const list = (description: string) =>
  z
    .string()
    .regex(/^\d+(,\d+)*$/)
    .optional()
    .openapi({ description });
const query = strictQuery({
  pagesize: whole(1, MOST, "records of a page, 100 if not given"),
  page: whole(0, 1_000_000, "the first is 0"),
  StartDate: day("first day"),
  EndDate: day("last day"),
  Country: list("Gleditsch and Ward numbers, by commas"),
  TypeOfViolence: list("1 state-based, 2 non-state, 3 one-sided; by commas"),
});
const pageSchema = z.object({
  TotalCount: z.int(),
  TotalPages: z.int(),
  PreviousPageUrl: z.string(),
  NextPageUrl: z.string(),
  Result: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
});

const DAY_MS = 86_400_000;
const DAY_LENGTH = 10;

/** The instant that a pinned version stands for: a day for its end in UTC. Throws K301 for what can still change. */
function instantOf(version: string): string {
  const start = new Date(version);
  const moment = start.getTime() + (version.length === DAY_LENGTH ? DAY_MS : 0);
  // A day that no month has would be taken for one of the next.
  const isReal = moment <= Date.now() && start.toISOString().startsWith(version.slice(0, DAY_LENGTH));
  if (isReal) return new Date(moment).toISOString();
  throw fail("K301", {
    option: "version",
    value: version,
    allowed: "live, an instant that is past, a day that is over",
  });
}

const DAY = "\\d{4}-\\d\\d-\\d\\d";
const VERSION = new RegExp(`^(live|${DAY}(T\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z)?)$`);
const versionSchema = z
  .string()
  .regex(VERSION, "live, an instant as 2026-05-06T12:00:00Z, or a day as 2026-05-06")
  .openapi({ example: "live" });

const readRoute = createRoute({
  method: "get",
  path: "/api/gedevents/{version}",
  tags: ["compatible readers"],
  summary: "Events as a client of UCDP reads them",
  description:
    "UCDP GED's 49 columns and its envelope; a token may come as `x-ucdp-access-token`. The version is `live`, the store as it is now, or pinned: an instant, or a day that is over, for what was coded and reviewed by then. Machine-coded claims in GED's form, not UCDP's data.",
  request: { params: z.object({ version: versionSchema }), query },
  responses: answersOf(pageSchema, "the page"),
});

export function ucdpRoutes({ store }: ServerContext): DeskRoutes {
  return newRoutes().openapi(readRoute, async (c) => {
    const { pagesize = USUAL, page = 0, StartDate, EndDate, Country, TypeOfViolence } = c.req.valid("query");
    const { version } = c.req.valid("param");
    const filter: EventFilter = {
      ...(version === "live" ? {} : { asOf: instantOf(version) }),
      ...(StartDate === undefined ? {} : { from: StartDate }),
      ...(EndDate === undefined ? {} : { to: EndDate }),
    };
    const fits = (record: TableRecord): boolean =>
      isAmong(record.country_id, Country) && isAmong(record.type_of_violence, TypeOfViolence);
    const Result: TableRecord[] = [];
    let total = 0;
    for await (const record of tableRecords(store, "ucdp", filter)) {
      if (!fits(record)) continue;
      if (total >= page * pagesize && Result.length < pagesize) Result.push(record);
      total += 1;
    }
    const pages = Math.ceil(total / pagesize);
    return answer(pageSchema, {
      TotalCount: total,
      TotalPages: pages,
      PreviousPageUrl: page > 0 ? pageUrl(ownAddress(c.req.raw), page - 1) : "",
      NextPageUrl: page + 1 < pages ? pageUrl(ownAddress(c.req.raw), page + 1) : "",
      Result: Result as never,
    });
  });
}

function isAmong(value: TableRecord[string] | undefined, wanted: string | undefined): boolean {
  return wanted === undefined || wanted.split(",").includes(String(value));
}

function pageUrl(self: URL, page: number): string {
  const url = new URL(self);
  url.searchParams.set("page", String(page));
  return url.href;
}
