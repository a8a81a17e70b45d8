import { averageLink } from "./average-link.ts";
import { type ReportProfile, rarityOf } from "./profile.ts";
import { type Similarities, similarities, withNeighbours } from "./similarity.ts";

/** Reports that tell one story, and how alike any two of them are. */
export interface Stories {
  /** Indices of the reports, ascending; stories by their first report. */
  readonly stories: readonly (readonly number[])[];
  readonly direct: Similarities;
  readonly mixed: Similarities;
  readonly rarity: (term: string) => number;
}

/** Tuned on ECB+ train and dev: all of either in one go, each topic alone and each story alone. */
export const STORY_THRESHOLD = 0.2;

export function storiesOf(profiles: readonly ReportProfile[]): Stories {
  const rarity = rarityOf(profiles);
  const direct = similarities(profiles, rarity);
  const mixed = withNeighbours(direct);
  return { stories: averageLink(mixed, STORY_THRESHOLD), direct, mixed, rarity };
}
