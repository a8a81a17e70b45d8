/** What links are made for: what one use needs joined, another must not have joined. */
export const LINK_USES = ["reading", "counting", "searching"] as const;
export type LinkUse = (typeof LINK_USES)[number];

/**
 * Mean probability from which mentions are one event. `reading` gives the best CoNLL on ECB+ dev. There five in six of
 * the pairs that `counting` joins are one event, and `searching` finds two in three of all pairs that are.
 */
const THRESHOLDS: Readonly<Record<LinkUse, number>> = { reading: 0.35, counting: 0.75, searching: 0.2 };

export function thresholdOf(use: LinkUse): number {
  return THRESHOLDS[use];
}
