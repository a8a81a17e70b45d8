export { labelBlocks } from "./blocks.ts";
export { writtenDay } from "./dates.ts";
export { readHtml } from "./html.ts";
export { INPUT_KINDS, type InputKind } from "./kinds.ts";
export {
  type InputLine,
  inputLineSchema,
  LONGEST_REPORT,
  type ReadOptions,
  type ReadResult,
  readReports,
} from "./read.ts";
export { isoDay, publishedTime, type ReportFields, readText } from "./text.ts";
