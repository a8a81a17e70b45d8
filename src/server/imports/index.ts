export { createImports, type ImportOptions } from "./imports.ts";
export { progressOf } from "./left.ts";
export { IMPORT_PHASES, type ImportProgress, type Imports, type ImportWish, isOver } from "./types.ts";
