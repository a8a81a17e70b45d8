/** Figures of one set of pages, all 0-1. */
export interface PageScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/**
 * The scorer of the article-extraction benchmark (evaluate.py): multisets of four-word shingles; per page the share
 * found, extra and missed; means over pages. A page without a prediction counts for recall only.
 */
export function scorePages(
  pages: readonly { readonly expected: string; readonly found: string }[],
): PageScore {
  const rows = pages.map(({ expected, found }) => compare(shinglesOf(expected), shinglesOf(found)));
  const precision = mean(rows.flatMap((row) => row.precision ?? []));
  const recall = mean(rows.flatMap((row) => row.recall ?? []));
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

function compare(
  expected: ReadonlyMap<string, number>,
  found: ReadonlyMap<string, number>,
): { precision: number | undefined; recall: number | undefined } {
  let right = 0;
  for (const [shingle, count] of found) right += Math.min(count, expected.get(shingle) ?? 0);
  const share = (all: ReadonlyMap<string, number>): number | undefined => {
    const total = [...all.values()].reduce((sum, count) => sum + count, 0);
    return total === 0 ? undefined : right / total;
  };
  return { precision: share(found), recall: share(expected) };
}

export function shinglesOf(text: string): ReadonlyMap<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const shingles = new Map<string, number>();
  const size = Math.min(4, words.length);
  for (let at = 0; size > 0 && at + size <= words.length; at += 1) {
    const shingle = words.slice(at, at + size).join(" ");
    shingles.set(shingle, (shingles.get(shingle) ?? 0) + 1);
  }
  return shingles;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
