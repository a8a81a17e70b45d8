import { z } from "@hono/zod-openapi";
import { standing } from "../../corrections/index.ts";
import { columnsOf } from "../../formats/columns.ts";
import { COMMAS, noFormula } from "../../formats/table.ts";
import { answersOf, answersOfKinds } from "../answers.ts";
import { conditionShape, conditionsOf, isMet } from "../compatible/conditions.ts";
import { type TableRecord, tableRecords } from "../compatible/records.ts";
import type { ServerContext } from "../context.ts";
import { strictQuery, whole } from "../parameters.ts";
import { createRoute } from "../route.ts";
import { answer, type DeskRoutes, newRoutes } from "../routing.ts";

const TAGS = ["compatible readers"];
/** ACLED's own; `limit=0` is all. */
const USUAL = 5000;

const COLUMNS = columnsOf("acled").map(({ name }) => name);

const ONE = `(${COLUMNS.join("|")})`;
const FIELDS = new RegExp(`^${ONE}(\\|${ONE})*$`);

const PAGE = {
  limit: whole(0, 1_000_000, "records of a page, 5000 if not given, 0 for all"),
  page: whole(1, 1_000_000, "the first is 1"),
};
const flag = z.enum(["true", "false"]).optional();
const readQuery = strictQuery({
  _format: z.enum(["json", "csv"]).optional(),
  ...PAGE,
  fields: z
    .string()
    .regex(FIELDS, `columns, as a|b: ${COLUMNS.join(", ")}`)
    .optional()
    .openapi({ description: "columns to give, as a|b" }),
  with_total: flag.openapi({ description: "count all that fit as total_count" }),
  ...conditionShape(COLUMNS),
});
const envelopeSchema = z.object({
  status: z.literal(200),
  success: z.literal(true),
  count: z.int(),
  total_count: z.int().optional(),
  data: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
  messages: z.array(z.string()),
});

const readRoute = createRoute({
  method: "get",
  path: "/api/acled/read",
  tags: TAGS,
  summary: "Events as a client of ACLED reads them",
  description:
    "ACLED's 31 columns, its grammar (`country=Mali|Niger`, `event_date=2026-05-01|2026-05-31&event_date_where=BETWEEN`) and its envelope. Machine-coded claims in ACLED's form, not ACLED's data; docs/export.md says what the form cannot hold.",
  request: { query: readQuery },
  responses: answersOfKinds(
    { "application/json": envelopeSchema, "text/csv": z.string() },
    "the records, as JSON or CSV",
  ),
});
const deletedRoute = createRoute({
  method: "get",
  path: "/api/deleted/read",
  tags: TAGS,
  summary: "Ids of what a reviewer rejected, as a client of ACLED reads deletions",
  description: "In the envelope of that service, with the time of the rejection.",
  request: { query: strictQuery(PAGE) },
  responses: answersOf(envelopeSchema, "id and time"),
});

export function acledRoutes({ store }: ServerContext): DeskRoutes {
  return newRoutes()
    .openapi(readRoute, async (c) => {
      const { _format, limit = USUAL, page = 1, fields, with_total, ...rest } = c.req.valid("query");
      const conditions = conditionsOf(rest as Record<string, string | undefined>);
      const shown =
        fields === undefined ? COLUMNS : COLUMNS.filter((name) => fields.split("|").includes(name));
      const first = limit === 0 ? 0 : limit * (page - 1);
      const isTold = with_total === "true";
      const data: TableRecord[] = [];
      let total = 0;
      for await (const record of tableRecords(store, "acled", {})) {
        if (!conditions.every((one) => isMet(record, one))) continue;
        total += 1;
        const isOnPage = total > first && (limit === 0 || total <= first + limit);
        if (isOnPage) data.push(Object.fromEntries(shown.map((name) => [name, record[name] ?? null])));
        else if (total > first && !isTold) break;
      }
      if (_format === "csv") return csvOf(shown, data) as never;
      return answer(envelopeSchema, {
        status: 200,
        success: true,
        count: data.length,
        ...(isTold ? { total_count: total } : {}),
        data: data as never,
        messages: [
          "machine-coded claims of news reports, unreviewed unless a person accepted them; not ACLED's data",
        ],
      });
    })
    .openapi(deletedRoute, async (c) => {
      const { limit = USUAL, page = 1 } = c.req.valid("query");
      const first = limit === 0 ? 0 : limit * (page - 1);
      const data: TableRecord[] = [];
      let passed = 0;
      for await (const { id, event } of store.streamEvents({ reviewed: ["rejected"] })) {
        passed += 1;
        if (passed <= first) continue;
        if (limit > 0 && data.length === limit) break;
        const country = event.place.status === "known" ? (event.place.country ?? "") : "";
        const rejection = standing(await store.reviews(id)).findLast(({ verdict }) => verdict === "reject");
        data.push({
          event_id_cnty: `${country}${event.id}`,
          deleted_timestamp: rejection === undefined ? null : Math.floor(Date.parse(rejection.at) / 1000),
        });
      }
      return answer(envelopeSchema, {
        status: 200,
        success: true,
        count: data.length,
        data: data as never,
        messages: [],
      });
    });
}

function csvOf(columns: readonly string[], records: readonly TableRecord[]): Response {
  const line = (values: readonly unknown[]): string =>
    `${values.map((value) => (value === null ? "" : COMMAS.escape(noFormula(String(value))))).join(",")}\n`;
  const body = [
    line(columns),
    ...records.map((record) => line(columns.map((name) => record[name] ?? null))),
  ].join("");
  return new Response(body, { headers: { "content-type": "text/csv; charset=utf-8" } });
}
