export { labelBlocks } from "./blocks.ts";
export { writtenDay } from "./dates.ts";
export { readHtml } from "./html.ts";
export {
  INPUT_KINDS,
  type InputKind,
  type InputLine,
  inputLineSchema,
  LONGEST_REPORT,
  type ReadOptions,
  type ReadResult,
  readReports,
} from "./read.ts";
export { isoDay, publishedTime, type ReportFields, readText } from "./text.ts";
