export {
  type ExportOrder,
  type ExportSettings,
  exportOrderSchema,
  exportReports,
  exportStore,
} from "./export.ts";
export { type Fetching, fetched } from "./fetched.ts";
export {
  type Incoming,
  type IntakeCounts,
  type IntakeOptions,
  type IntakeResult,
  intake,
} from "./intake.ts";
export { LINK_KINDS, type LinkOptions, type LinkResult, linkStore, prepareAll } from "./link.ts";
export { type DeadJob, JOB_KINDS, openQueue, orderExport, type Queue } from "./queue.ts";
export { type Reader, startReader } from "./reading.ts";
export { storedLinks } from "./stored-links.ts";
export { type CodingThread, startCodingThread } from "./thread.ts";
export { type WatchedResult, type WatchSink, watchInto } from "./watch.ts";
export { type WorkOptions, type WorkResult, work } from "./work.ts";
