export { reportKey } from "./keys.ts";
export { withoutPassword } from "./location.ts";
export { openStore } from "./open.ts";
export * from "./types.ts";
