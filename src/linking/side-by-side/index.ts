export { columnKey } from "./columns.ts";
export { type GatheredClaims, type IsNews, summaryOf } from "./summary.ts";
export { sideBySide } from "./table.ts";
