/** The store as others see it: its types are the JSON of the API. */
export * from "../corrections/review.ts";
export type { Feed } from "./feeds.ts";
export * from "./types/actors.ts";
export * from "./types/changes.ts";
export * from "./types/events.ts";
export * from "./types/filter.ts";
export * from "./types/reports.ts";
export * from "./types/reviews.ts";
export * from "./types/runs.ts";
export * from "./types/sources.ts";
export * from "./types/store.ts";
export * from "./types/stories.ts";
export * from "./types/summaries.ts";
export * from "./types/upkeep.ts";
