import type { Bucket } from "../../../../src/store/types.ts";

export type { Bucket } from "../../../../src/store/types.ts";

/** The store's buckets: the desk takes types from there and no code. */
export const BUCKETS = ["day", "week", "month", "year"] as const satisfies readonly Bucket[];
