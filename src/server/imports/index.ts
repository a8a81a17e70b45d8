export { createImports, type ImportOptions } from "./imports.ts";
export { IMPORT_PHASES, type ImportProgress, type Imports, type ImportWish, isOver } from "./types.ts";
