export { reportKey } from "./keys.ts";
export type { LinkChange } from "./link-changes.ts";
export type { Prepared, Unprepared } from "./link-material.ts";
export type { LinkRun, LinkTables, Placed } from "./link-runs.ts";
export { withoutPassword } from "./location.ts";
export { openStore } from "./open.ts";
export * from "./types.ts";
