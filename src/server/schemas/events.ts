import { z } from "@hono/zod-openapi";
import { coderSchema } from "../../record/coded-report.ts";
import { eventSchema } from "../../record/event.ts";
import { reportSchema } from "../../record/report.ts";
import { REVIEW_STATES } from "../../store/index.ts";
import { reportHeaderSchema } from "./report-header.ts";

const storedEventShape = {
  id: z.string(),
  event: eventSchema,
  report: reportHeaderSchema,
  happening: z.string().optional(),
  review: z.enum(REVIEW_STATES),
};

export const storedEventSchema = z.object(storedEventShape).readonly().openapi("StoredEvent");

export const wholeEventSchema = z
  .object({ ...storedEventShape, whole: reportSchema, coder: coderSchema })
  .readonly()
  .openapi("WholeEvent");
