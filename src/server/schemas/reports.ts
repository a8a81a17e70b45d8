import { z } from "@hono/zod-openapi";
import { reportSchema } from "../../record/report.ts";
import { storedEventSchema } from "./events.ts";
import { reportHeaderSchema, reportHeaderShape } from "./report-header.ts";

export const custodySchema = z
  .object({
    at: z.string(),
    from: z.string().openapi({ description: "a file's name or an address" }),
    headers: z.record(z.string(), z.string()).readonly().optional(),
    sha256: z.string().optional().openapi({ description: "of the bytes as fetched" }),
  })
  .readonly();

export const listedReportSchema = z
  .object({
    ...reportHeaderShape,
    storedAt: z.string(),
    events: z.int().optional().openapi({ description: "absent as long as it is not coded" }),
  })
  .readonly()
  .openapi("ListedReport");

export const searchHitSchema = z
  .object({
    report: reportHeaderSchema,
    passage: z.array(z.object({ text: z.string(), hit: z.boolean() }).readonly()).readonly(),
    rank: z.number(),
  })
  .readonly()
  .openapi("SearchHit");

export const versionSchema = z
  .object({ ...reportHeaderShape, storedAt: z.string(), custody: z.array(custodySchema).readonly() })
  .readonly()
  .openapi("ReportVersion");

export const storedReportSchema = z
  .object({
    ...reportHeaderShape,
    report: reportSchema,
    storedAt: z.string(),
    versions: z.array(z.string()).readonly().optional(),
    custody: z.array(custodySchema).readonly(),
    events: z
      .array(storedEventSchema)
      .readonly()
      .openapi({ description: "of its newest coding, in the order of the text" }),
  })
  .readonly()
  .openapi("ReadReport");
