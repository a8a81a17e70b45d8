/** The store's types as schemas: what the routes give, what the OpenAPI shows, what the tests check answers against. */
export * from "./actors.ts";
export * from "./changes.ts";
export * from "./events.ts";
export * from "./freshness.ts";
export * from "./imports.ts";
export * from "./paged.ts";
export * from "./password.ts";
export * from "./problem.ts";
export * from "./report-header.ts";
export * from "./reports.ts";
export * from "./sources.ts";
export * from "./stories.ts";
export * from "./summaries.ts";
