import { z } from "@hono/zod-openapi";
import { EXPORTS, type ExportName } from "../../formats/index.ts";
import type { Profile } from "../../formats/profile.ts";
import type { RollUpRule } from "../../record/happening.ts";
import { fail } from "../../text/errors.ts";
import { BYTES } from "../answers.ts";
import { shownFilterOf } from "../as-left.ts";
import type { FilterQuery } from "../filter-query.ts";
import type { Bytes } from "./file.ts";
import type { ExportWish } from "./rows.ts";

/** The parameters of an export, as the routes give them. */
interface Wished extends FilterQuery {
  readonly values?: "reviewed" | "coded" | undefined;
  readonly profile?: Profile | undefined;
  readonly rule?: RollUpRule | undefined;
  readonly source?: string | undefined;
}

/** For public readers, one row an event, if nothing else is said. Throws K301 for a rule without links. */
export function wishOf({ profile = "public", rule, source, ...query }: Wished): ExportWish {
  if (rule !== undefined && query.as_of !== undefined)
    throw fail("K301", {
      option: "rule",
      value: rule,
      allowed: "no rule with as_of: links are known as of today",
    });
  return {
    filter: shownFilterOf(query),
    profile,
    ...(rule === undefined ? {} : { choice: { rule, source } }),
  };
}

const GEOJSON = z
  .looseObject({ type: z.literal("FeatureCollection"), features: z.array(z.looseObject({})) })
  .openapi({ description: "docs/export.md says what the properties are" });

const JSON_LD = z
  .looseObject({ "@context": z.string(), "@graph": z.array(z.looseObject({ id: z.string() })) })
  .openapi({ description: "Web Annotations: docs/export.md" });

const JSON_KINDS: Readonly<Partial<Record<ExportName, z.ZodType>>> = { geojson: GEOJSON, jsonld: JSON_LD };

/** The media types in which files of these formats are sent, with what is in them. */
export function kindsOf(formats: readonly ExportName[]): Readonly<Record<string, z.ZodType>> {
  const kindOf = (format: ExportName): z.ZodType =>
    format === "parquet" ? BYTES : (JSON_KINDS[format] ?? z.string());
  return Object.fromEntries(formats.map((format) => [EXPORTS[format].mediaType, kindOf(format)]));
}

/** The file as an attachment with a name that says its format and day. */
export function download(bytes: Bytes, format: ExportName, packed: boolean): Response {
  const { mediaType, extension } = EXPORTS[format];
  const day = new Date().toISOString().slice(0, 10);
  const name = `khaldun-${format}-${day}.${packed ? "zip" : extension}`;
  const type = packed
    ? "application/zip"
    : mediaType.startsWith("text/")
      ? `${mediaType}; charset=utf-8`
      : mediaType;
  return new Response(bytes, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
}
