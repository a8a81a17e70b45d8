import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spanningTree } from "./spanning-tree.ts";

/** A random score for every pair of dependent and head. */
const matrices = fc
  .integer({ min: 1, max: 4 })
  .chain((size) =>
    fc.array(
      fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: size + 1, maxLength: size + 1 }),
      { minLength: size + 1, maxLength: size + 1 },
    ),
  );

function isTree(heads: readonly number[]): boolean {
  const reaches = (word: number): boolean => {
    let at = word;
    for (let step = 0; step <= heads.length; step += 1) {
      if (at === 0) return true;
      at = heads[at]!;
    }
    return false;
  };
  return (
    heads.filter((head, word) => word > 0 && head === 0).length === 1 &&
    heads.every((_, word) => reaches(word))
  );
}

function total(scores: readonly (readonly number[])[], heads: readonly number[]): number {
  return heads.reduce((sum, head, word) => (word === 0 ? sum : sum + scores[word]![head]!), 0);
}

/** Every list of heads that is a tree with one root, by trying all. */
function allTrees(size: number): readonly (readonly number[])[] {
  let lists: number[][] = [[0]];
  for (let word = 1; word <= size; word += 1) {
    lists = lists.flatMap((list) => Array.from({ length: size + 1 }, (_, head) => [...list, head]));
  }
  return lists.filter(isTree);
}

describe("spanningTree", () => {
  it("is a tree with one root, whatever the scores", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), fc.integer(), (size, seed) => {
        const score = (dependent: number, head: number): number =>
          Math.sin(seed + dependent * 31.7 + head * 17.3) * 5;
        expect(isTree([...spanningTree(size, score)])).toBe(true);
      }),
    );
  });

  it("is the best of all trees", () => {
    fc.assert(
      fc.property(matrices, (scores) => {
        const size = scores.length - 1;
        const found = [...spanningTree(size, (dependent, head) => scores[dependent]![head]!)];
        const best = Math.max(...allTrees(size).map((heads) => total(scores, heads)));
        // Only the three likeliest roots are tried; with up to three words that is all of them.
        if (size <= 3) expect(total(scores, found)).toBeCloseTo(best, 6);
        expect(isTree(found)).toBe(true);
      }),
    );
  });
});
