const FORBIDDEN = -1e9;

/**
 * The best tree of one sentence: `score(dependent, head)` for words 1…n, head 0 is the root, exactly one word hangs
 * on it. Chu-Liu/Edmonds, only where picking each word's best head does not give a tree at once.
 * @returns heads[i] for i in 1…n; heads[0] is 0.
 */
export function spanningTree(size: number, score: (dependent: number, head: number) => number): Int32Array {
  const greedy = bestHeads(size, score);
  if (countRoots(greedy) === 1 && findCycle(greedy) === undefined) return greedy;
  const roots = Array.from({ length: size }, (_, index) => index + 1)
    .sort((a, b) => score(b, 0) - score(a, 0))
    .slice(0, 3);
  let best = greedy;
  let bestValue = Number.NEGATIVE_INFINITY;
  for (const root of roots) {
    const matrix = Array.from({ length: size + 1 }, (_, dependent) =>
      Float64Array.from({ length: size + 1 }, (_, head) => {
        if (dependent === 0 || dependent === head) return FORBIDDEN;
        if (head === 0) return dependent === root ? 0 : FORBIDDEN;
        return dependent === root ? FORBIDDEN : score(dependent, head);
      }),
    );
    const heads = edmonds(matrix);
    let value = score(root, 0);
    for (let index = 1; index <= size; index += 1) if (index !== root) value += score(index, heads[index]!);
    if (value > bestValue) {
      bestValue = value;
      best = heads;
    }
  }
  return best;
}

function bestHeads(size: number, score: (dependent: number, head: number) => number): Int32Array {
  const heads = new Int32Array(size + 1);
  for (let dependent = 1; dependent <= size; dependent += 1) {
    let best = Number.NEGATIVE_INFINITY;
    for (let head = 0; head <= size; head += 1) {
      if (head === dependent) continue;
      const value = score(dependent, head);
      if (value > best) {
        best = value;
        heads[dependent] = head;
      }
    }
  }
  return heads;
}

function countRoots(heads: Int32Array): number {
  let count = 0;
  for (let index = 1; index < heads.length; index += 1) if (heads[index] === 0) count += 1;
  return count;
}

/** The words of one cycle, or undefined if the heads form a tree. */
function findCycle(heads: Int32Array): readonly number[] | undefined {
  const state = new Uint8Array(heads.length);
  for (let start = 1; start < heads.length; start += 1) {
    const path: number[] = [];
    let at = start;
    while (at !== 0 && state[at] === 0) {
      state[at] = 1;
      path.push(at);
      at = heads[at]!;
    }
    if (at !== 0 && state[at] === 1 && path.includes(at)) return path.slice(path.indexOf(at));
    for (const passed of path) state[passed] = 2;
  }
  return undefined;
}

/** Maximum spanning arborescence of a dense matrix; row = dependent, column = head, 0 is the root. */
function edmonds(matrix: readonly Float64Array[]): Int32Array {
  const size = matrix.length - 1;
  const heads = bestHeads(size, (dependent, head) => matrix[dependent]![head]!);
  const cycle = findCycle(heads);
  if (cycle === undefined) return heads;
  return expand(matrix, heads, cycle);
}

/** Contracts the cycle to one node, solves the smaller problem, and opens the cycle where it is entered. */
function expand(matrix: readonly Float64Array[], heads: Int32Array, cycle: readonly number[]): Int32Array {
  const inside = new Set(cycle);
  const rest = matrix.map((_, index) => index).filter((index) => !inside.has(index));
  const node = rest.length;
  const small = Array.from({ length: node + 1 }, () => new Float64Array(node + 1).fill(FORBIDDEN));
  const entry = new Int32Array(node);
  const exit = new Int32Array(node);
  rest.forEach((outer, row) => {
    rest.forEach((other, column) => {
      small[row]![column] = matrix[outer]![other]!;
    });
    let bestOut = Number.NEGATIVE_INFINITY;
    let bestIn = Number.NEGATIVE_INFINITY;
    for (const member of cycle) {
      const out = matrix[outer]![member]!;
      if (out > bestOut) {
        bestOut = out;
        exit[row] = member;
      }
      const into = matrix[member]![outer]! - matrix[member]![heads[member]!]!;
      if (into > bestIn) {
        bestIn = into;
        entry[row] = member;
      }
    }
    if (outer !== 0) small[row]![node] = bestOut;
    small[node]![row] = bestIn;
  });
  const solved = edmonds(small);
  const result = Int32Array.from(heads);
  rest.forEach((outer, row) => {
    if (outer !== 0) result[outer] = solved[row] === node ? exit[row]! : rest[solved[row]!]!;
  });
  const from = solved[node]!;
  result[entry[from]!] = rest[from]!;
  return result;
}
