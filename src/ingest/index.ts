export { labelBlocks } from "./blocks.ts";
export { isoDay, publishedTime, type ReportFields, readText } from "./text.ts";
