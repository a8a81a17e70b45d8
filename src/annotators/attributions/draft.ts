import type { AttributionMention } from "./layer.ts";

/** An attribution before it is known which one it stands inside. */
export type Draft = Omit<AttributionMention, "outer" | "quoted" | "restated">;
