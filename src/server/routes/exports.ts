import { z } from "@hono/zod-openapi";
import { EXPORT_NAMES, type ExportName } from "../../formats/index.ts";
import { PROFILES } from "../../formats/profile.ts";
import { recordSchema } from "../../formats/schema.ts";
import { ROLL_UP_RULES } from "../../record/happening.ts";
import { acceptedFormat } from "../accepted.ts";
import { answersOf, answersOfKinds, BYTES } from "../answers.ts";
import { SHOWN_SHAPE } from "../as-left.ts";
import type { ServerContext } from "../context.ts";
import { download, kindsOf, wishOf } from "../exports/answer.ts";
import { exportFile, exportPackage } from "../exports/file.ts";
import { previewExport } from "../exports/preview.ts";
import { strictQuery } from "../parameters.ts";
import { createRoute } from "../route.ts";
import { answer, type DeskRoutes, needs, newRoutes } from "../routing.ts";

const TAGS = ["exports"];
const formats = EXPORT_NAMES as readonly [ExportName, ...ExportName[]];

const WISH_SHAPE = {
  ...SHOWN_SHAPE,
  format: z
    .enum(formats)
    .optional()
    .openapi({ description: "as khaldun export writes it; csv if not given" }),
  profile: z.enum(PROFILES).optional().openapi({
    description: "who will read it: `public` (if not given) holds most back, `internal` nothing",
  }),
  rule: z
    .enum(ROLL_UP_RULES)
    .optional()
    .openapi({ description: "one row a happening, its values chosen so; without it one row an event" }),
  source: z
    .string()
    .max(200)
    .optional()
    .openapi({ description: "for the rule `source`: whose word comes first" }),
};

const previewSchema = z
  .object({
    format: z.enum(formats),
    profile: z.enum(PROFILES),
    rule: z.string().optional(),
    snapshot: z.string(),
    events: z.int().openapi({ description: "events that the filter leaves, as events/count says" }),
    rows: z.int().openapi({ description: "rows looked at: events, or happenings with a rule" }),
    records: z.int().openapi({ description: "records of the file: its lines without the head" }),
    withheld: z.array(z.object({ reason: z.string(), rows: z.int() }).readonly()).readonly(),
    heldBack: z.array(z.object({ what: z.string(), times: z.int() }).readonly()).readonly(),
    exact: z.boolean().openapi({ description: "false if only the first rows were looked at" }),
    sample: z.string().openapi({ description: "the first lines" }),
  })
  .readonly()
  .openapi("ExportPreview");

const previewRoute = createRoute({
  method: "get",
  path: "/exports/preview",
  tags: TAGS,
  summary: "What a file would hold",
  description:
    "Rows, what the format cannot hold and why, and what the profile holds back: before anything is written.",
  request: { query: strictQuery(WISH_SHAPE) },
  responses: answersOf(previewSchema, "the counts and the first lines"),
});

const schemaRoute = createRoute({
  method: "get",
  path: "/exports/schema",
  tags: TAGS,
  summary: "What a record of a format looks like",
  description:
    "JSON Schema (2020-12) of one record: a line of JSON, a feature, an annotation, or a row of a table as an object by the names of its columns.",
  request: { query: strictQuery({ format: WISH_SHAPE.format }) },
  responses: answersOf(z.looseObject({ $schema: z.string(), title: z.string() }), "the schema"),
});

const downloadRoute = createRoute({
  method: "get",
  path: "/exports",
  tags: TAGS,
  summary: "The file",
  description:
    "All events of the filter, sent as they are read. Without `format` in what the Accept header asks for, as for /events.",
  request: {
    query: strictQuery({
      ...WISH_SHAPE,
      package: z.enum(["true", "false"]).optional().openapi({
        description: "`true`: a ZIP with README.md, CODEBOOK.md and datapackage.json beside the file",
      }),
    }),
  },
  responses: answersOfKinds(
    { ...kindsOf(formats), "application/zip": BYTES },
    "the file, in the media type of its format, or the package",
  ),
});

export function exportRoutes(context: ServerContext): DeskRoutes {
  const { store } = context;
  const routes = newRoutes();
  routes.use("/exports", needs(context, "export"));
  return routes
    .openapi(previewRoute, async (c) => {
      const { format = "csv", ...query } = c.req.valid("query");
      return answer(previewSchema, await previewExport(store, format, wishOf(query)));
    })
    .openapi(schemaRoute, (c) => Response.json(recordSchema(c.req.valid("query").format ?? "csv")) as never)
    .openapi(downloadRoute, async (c) => {
      const { format: named, package: packed, ...query } = c.req.valid("query");
      const accepted = acceptedFormat(c.req.header("accept"));
      const format = named ?? (accepted === "json" ? "csv" : accepted);
      const make = packed === "true" ? exportPackage : exportFile;
      return download(await make(store, format, wishOf(query)), format, packed === "true") as never;
    });
}
