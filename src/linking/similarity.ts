import type { ReportProfile } from "./profile.ts";

/** Similarities 0-1 of things with things, row by row; pairs that are missing have nothing in common. */
export type Similarities = readonly ReadonlyMap<number, number>[];

/** Rarity counts more than frequency: tuned on ECB+ train and dev. */
const RARITY_POWER = 1.3;
/** Fainter likeness is noise, and would fill the memory. */
const FAINTEST = 0.015;
/** A term in more reports than this says nothing of one story, and would cost the square of their number. */
const COMMONEST = 400;
/** Days between two reports at which their likeness counts half. */
const HALF_LIFE_DAYS = 45;

/** Cosine of every pair of reports that share a term, less the further apart they were published. */
export function similarities(
  profiles: readonly ReportProfile[],
  rarity: (term: string) => number,
): Similarities {
  const vectors = profiles.map((profile) => unitVector(profile, rarity));
  const postings = new Map<string, [number, number][]>();
  const rows = vectors.map((vector, index) => {
    const row = new Map<number, number>();
    for (const [term, weight] of vector) {
      const list = postings.get(term) ?? [];
      if (list.length <= COMMONEST)
        for (const [other, share] of list) row.set(other, (row.get(other) ?? 0) + weight * share);
      list.push([index, weight]);
      postings.set(term, list);
    }
    return row;
  });
  return mirrored(rows, (a, b) => closeness(profiles[a]!.day, profiles[b]!.day));
}

function unitVector(
  { terms }: ReportProfile,
  rarity: (term: string) => number,
): readonly (readonly [string, number])[] {
  const raw = [...terms].map(([term, weight]) => [term, weight * rarity(term) ** RARITY_POWER] as const);
  const length = Math.sqrt(raw.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return raw.map(([term, weight]) => [term, weight / length] as const);
}

/** 1 for the same day or an unknown one. */
function closeness(one: string | undefined, other: string | undefined): number {
  if (one === undefined || other === undefined) return 1;
  const days = Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;
  return HALF_LIFE_DAYS / (HALF_LIFE_DAYS + days);
}

function mirrored(
  rows: readonly ReadonlyMap<number, number>[],
  factor: (a: number, b: number) => number,
): Similarities {
  const full = rows.map((_, index) => new Map([[index, 1]]));
  rows.forEach((row, a) => {
    for (const [b, raw] of row) {
      const value = raw * factor(a, b);
      if (value < FAINTEST) continue;
      full[a]!.set(b, value);
      full[b]!.set(a, value);
    }
  });
  return full;
}

/** How many nearest reports, itself among them, stand for a report. */
const NEIGHBOURS = 5;
const NEIGHBOUR_SHARE = 0.7;

/**
 * Two short reports of one story may share few words, but their neighbours do: each report is also compared as the
 * weighted mean of its nearest reports.
 */
export function withNeighbours(direct: Similarities): Similarities {
  const nearest = direct.map((row) => {
    const best = [...row].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, NEIGHBOURS);
    const total = best.reduce((sum, [, value]) => sum + value, 0);
    return best.map(([index, value]) => [index, value / total] as const);
  });
  const standsFor = direct.map((): (readonly [number, number])[] => []);
  nearest.forEach((list, index) => {
    for (const [neighbour, weight] of list) standsFor[neighbour]!.push([index, weight]);
  });
  return direct.map((row, index) => {
    const toward = new Map<number, number>();
    for (const [neighbour, weight] of nearest[index]!)
      for (const [other, value] of direct[neighbour]!)
        toward.set(other, (toward.get(other) ?? 0) + weight * value);
    const mixed = new Map([...row].map(([other, value]) => [other, (1 - NEIGHBOUR_SHARE) * value]));
    for (const [other, value] of toward)
      for (const [report, weight] of standsFor[other]!)
        mixed.set(report, (mixed.get(report) ?? 0) + NEIGHBOUR_SHARE * value * weight);
    return mixed;
  });
}
