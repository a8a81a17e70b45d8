/** The public surface: read a report, code it, write it down. */
export { type CodeResult, type Coder, type CoderOptions, createCoder } from "./coder/coder.ts";
export {
  type ReadOptions,
  type ReadResult,
  type ReportFields,
  readReports,
  readText,
} from "./ingest/index.ts";
export type { Attribution, FactualityValue } from "./record/attribution.ts";
export { type CodedReport, codedReportSchema, SCHEMA_VERSION } from "./record/coded-report.ts";
export type { Event } from "./record/event.ts";
export type { Participant } from "./record/participant.ts";
export type { Place } from "./record/place.ts";
export type { Report } from "./record/report.ts";
export type { Time } from "./record/time.ts";
export { describe, KhaldunError } from "./text/errors.ts";
export type { Quote, Span } from "./text/span.ts";
