import { averageLink } from "./average-link.ts";
import { type DecidedPairs, joinDecided, NOTHING_DECIDED } from "./decided.ts";
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

/** Reports that are kept apart are in no common story, those that belong together are in one, and others follow them. */
export function storiesOf(
  profiles: readonly ReportProfile[],
  decided: DecidedPairs = NOTHING_DECIDED,
): Stories {
  const rarity = rarityOf(profiles);
  const direct = similarities(profiles, rarity);
  const mixed = withNeighbours(direct);
  const clusters = averageLink(keptApart(mixed, decided), STORY_THRESHOLD);
  return { stories: joinDecided(clusters, decided), direct, mixed, rarity };
}

/** No mean over pairs of which one is endlessly unlike reaches a threshold. */
function keptApart(rows: Similarities, { apart }: DecidedPairs): Similarities {
  if (apart.length === 0) return rows;
  const copies = rows.map((row) => new Map(row));
  for (const [a, b] of apart) {
    copies[a]!.set(b, Number.NEGATIVE_INFINITY);
    copies[b]!.set(a, Number.NEGATIVE_INFINITY);
  }
  return copies;
}
