export { labelBlocks } from "./blocks.ts";
export { jsonLines, readCoded, wholeProblem } from "./coded.ts";
export { writtenDay } from "./dates.ts";
export { type InputLine, inputLineSchema } from "./jsonl.ts";
export { INPUT_KINDS, type InputKind } from "./kinds.ts";
export { foreignLanguage } from "./language.ts";
export { readReports } from "./read.ts";
export {
  COLUMN_FIELDS,
  type ColumnField,
  LONGEST_REPORT,
  type ReadOptions,
  type ReadResult,
  type Reference,
} from "./result.ts";
export { isoDay, publishedTime, type ReportFields, readText } from "./text.ts";
