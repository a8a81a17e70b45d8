import { z } from "zod";
import { columnsOf } from "./columns.ts";
import { columnSetOf } from "./dataset/datapackage.ts";
import { EXPORTS, type ExportName } from "./index.ts";
import { ANNOTATION, ANNOTATION_LINE, ENTITY, EVENT_LINE, PLOVER_RECORD } from "./record-schemas.ts";

export type JsonSchema = Readonly<Record<string, unknown>>;

const RECORDS: Readonly<Partial<Record<ExportName, z.ZodType>>> = {
  jsonl: EVENT_LINE,
  plover: PLOVER_RECORD,
  w3c: ANNOTATION_LINE,
  jsonld: ANNOTATION,
  ftm: ENTITY,
};

const DIALECT = "https://json-schema.org/draft/2020-12/schema";

/** JSON Schema of one record of a format: of a line, a feature, an annotation, or a row as an object by its columns. */
export function recordSchema(format: ExportName): JsonSchema {
  const { title } = EXPORTS[format];
  const record = RECORDS[format];
  if (record !== undefined) return { title, ...z.toJSONSchema(record, { io: "output" }) };
  const columns = columnsSchema(columnSetOf(format)!);
  if (format === "geojson") return { $schema: DIALECT, title, ...featureOf(columns) };
  return {
    $schema: DIALECT,
    title,
    description: "A row as an object by the names of its columns; what is missing is null.",
    ...columns,
  };
}

function columnsSchema(set: string): JsonSchema {
  const columns = columnsOf(set);
  return {
    type: "object",
    properties: Object.fromEntries(
      columns.map(({ name, type, meaning, filled }) => [
        name,
        { type: [type, "null"], description: `${meaning}. ${filled}` },
      ]),
    ),
    required: columns.map(({ name }) => name),
    additionalProperties: false,
  };
}

function featureOf(properties: JsonSchema): JsonSchema {
  const point = {
    type: "object",
    properties: {
      type: { const: "Point" },
      coordinates: { type: "array", items: { type: "number" }, minItems: 2, maxItems: 2 },
    },
    required: ["type", "coordinates"],
    additionalProperties: false,
  };
  return {
    type: "object",
    properties: {
      type: { const: "Feature" },
      id: { type: "string" },
      geometry: { anyOf: [point, { type: "null" }] },
      properties,
    },
    required: ["type", "id", "geometry", "properties"],
    additionalProperties: false,
  };
}
