export { columnKey } from "./columns.ts";
export { type GatheredClaims, summaryOf } from "./summary.ts";
export { sideBySide } from "./table.ts";
