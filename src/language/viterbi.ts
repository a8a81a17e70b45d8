/** A labelled stretch of words, half-open. */
export interface Stretch {
  readonly label: string;
  readonly first: number;
  readonly last: number;
}

/** Labels of a BIO scheme with what may follow what: I-X only after B-X or I-X. */
export interface BioScheme {
  readonly labels: readonly string[];
  /** For an I- label the indices that may stand before it; undefined = anything. */
  readonly before: readonly (readonly number[] | undefined)[];
}

export function bioScheme(labels: readonly string[]): BioScheme {
  const before = labels.map((label) => {
    if (!label.startsWith("I-")) return undefined;
    return labels.flatMap((other, index) =>
      other !== "O" && other.slice(2) === label.slice(2) ? [index] : [],
    );
  });
  return { labels, before };
}

/**
 * The best legal BIO sequence of `count` words, as stretches. `scores` holds one row a word, from `offset` on.
 */
export function viterbi(
  scores: Float32Array,
  offset: number,
  count: number,
  scheme: BioScheme,
): readonly Stretch[] {
  const width = scheme.labels.length;
  if (isOutside(scores, offset, count, width)) return [];
  let value = new Float64Array(width);
  const back = new Int32Array(count * width);
  for (let label = 0; label < width; label += 1) {
    value[label] = scheme.before[label] === undefined ? scores[offset + label]! : -1e9;
  }
  for (let word = 1; word < count; word += 1) {
    const next = new Float64Array(width);
    const free = argmax(value);
    for (let label = 0; label < width; label += 1) {
      const allowed = scheme.before[label];
      let from = free;
      if (allowed !== undefined) {
        from = allowed[0]!;
        for (const other of allowed) if (value[other]! > value[from]!) from = other;
      }
      next[label] = value[from]! + scores[offset + word * width + label]!;
      back[word * width + label] = from;
    }
    value = next;
  }
  const path = new Int32Array(count);
  path[count - 1] = argmax(value);
  for (let word = count - 1; word > 0; word -= 1) path[word - 1] = back[word * width + path[word]!]!;
  return stretches(path, scheme.labels);
}

/** Most rows are plainly O throughout: then there is nothing to search. Label 0 is O. */
function isOutside(scores: Float32Array, offset: number, count: number, width: number): boolean {
  for (let word = 0; word < count; word += 1) {
    const base = offset + word * width;
    for (let label = 1; label < width; label += 1) if (scores[base + label]! > scores[base]!) return false;
  }
  return true;
}

function argmax(values: Float64Array): number {
  let best = 0;
  for (let index = 1; index < values.length; index += 1) if (values[index]! > values[best]!) best = index;
  return best;
}

function stretches(path: Int32Array, labels: readonly string[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let word = 0; word < path.length; word += 1) {
    const label = labels[path[word]!]!;
    if (!label.startsWith("B-")) continue;
    let last = word + 1;
    while (last < path.length && labels[path[last]!] === `I-${label.slice(2)}`) last += 1;
    found.push({ label: label.slice(2), first: word, last });
  }
  return found;
}
