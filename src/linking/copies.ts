/** A report that repeats another's text: whole, cut, or with a new lead. */
export interface Copy {
  /** Index of the report that it repeats. */
  readonly of: number;
  /** Share of the shorter text's shingles that the other has, 0-1. */
  readonly containment: number;
}

export interface CopyText {
  readonly id: string;
  readonly text: string;
  readonly url?: string;
  /** Publication day, YYYY-MM-DD. */
  readonly day?: string;
}

const SHINGLE_WORDS = 5;
/** Of so many neighbouring shingles the smallest is kept: a common run of 12 words always shares one. */
const WINDOW = 8;
const LEAST_CONTAINMENT = 0.5;
/** Shorter texts are too short to say who copied. */
const FEWEST_SHINGLES = 12;
/** A fingerprint in more texts than this is a standing phrase ("reported by ... edited by"). */
const COMMONEST = 300;

/**
 * For each text the one it repeats, or undefined. Texts that share a fingerprint (winnowing: Schleimer, Wilkerson and
 * Aiken 2003) are compared shingle by shingle. Two texts of one address are versions, not copies.
 */
export function copiesOf(texts: readonly CopyText[]): readonly (Copy | undefined)[] {
  const shingles = texts.map(({ text }) => shinglesOf(text));
  const best: (Copy | undefined)[] = texts.map(() => undefined);
  for (const [later, earlier] of candidates(shingles)) {
    const [copy, origin] = isBefore(texts, shingles, later, earlier) ? [earlier, later] : [later, earlier];
    if (texts[copy]!.url !== undefined && texts[copy]!.url === texts[origin]!.url) continue;
    const containment = containmentOf(shingles[copy]!, shingles[origin]!);
    const known = best[copy];
    if (containment < LEAST_CONTAINMENT || (known !== undefined && known.containment >= containment))
      continue;
    best[copy] = { of: origin, containment };
  }
  return best;
}

/**
 * Which of two texts repeats the other, or undefined: for texts that are not compared in one list. Two texts of one
 * address are versions.
 */
export function copyBetween(
  first: CopyText,
  second: CopyText,
): { readonly copy: "first" | "second"; readonly containment: number } | undefined {
  if (first.url !== undefined && first.url === second.url) return undefined;
  const shingles = [shinglesOf(first.text), shinglesOf(second.text)] as const;
  if (shingles.some(({ size }) => size < FEWEST_SHINGLES)) return undefined;
  const containment = containmentOf(...shingles);
  if (containment < LEAST_CONTAINMENT) return undefined;
  return { copy: isBefore([first, second], shingles, 0, 1) ? "second" : "first", containment };
}

/** Which of two stood first: the earlier day, then the longer text (copies are cut), then the smaller id. */
function isBefore(
  texts: readonly CopyText[],
  shingles: readonly ReadonlySet<number>[],
  a: number,
  b: number,
): boolean {
  const [one, other] = [texts[a]!, texts[b]!];
  if (one.day !== undefined && other.day !== undefined && one.day !== other.day) return one.day < other.day;
  const [length, otherLength] = [shingles[a]!.size, shingles[b]!.size];
  return length === otherLength ? one.id < other.id : length > otherLength;
}

/** Pairs that share a fingerprint, each once. */
function* candidates(shingles: readonly ReadonlySet<number>[]): Iterable<readonly [number, number]> {
  const holders = new Map<number, number[]>();
  for (const [index, own] of shingles.entries()) {
    if (own.size < FEWEST_SHINGLES) continue;
    const met = new Set<number>();
    for (const print of fingerprintsOf([...own])) {
      const list = holders.get(print) ?? [];
      if (list.length < COMMONEST) for (const other of list) met.add(other);
      list.push(index);
      holders.set(print, list);
    }
    for (const other of met) yield [index, other];
  }
}

/** What is kept of a text's shingles to find its copies: of every eight neighbours the smallest. */
export function fingerprintsOf(hashes: readonly number[]): ReadonlySet<number> {
  const kept = new Set<number>();
  for (let at = 0; at === 0 || at + WINDOW <= hashes.length; at += 1) {
    let least = Number.POSITIVE_INFINITY;
    for (const hash of hashes.slice(at, at + WINDOW)) least = Math.min(least, hash);
    kept.add(least);
  }
  return kept;
}

/** Hashes of runs of five words, in reading order; case and punctuation do not count. */
export function shinglesOf(text: string): ReadonlySet<number> {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(hashOf);
  const found = new Set<number>();
  for (let at = 0; at + SHINGLE_WORDS <= words.length; at += 1) {
    let hash = 0;
    for (let word = at; word < at + SHINGLE_WORDS; word += 1)
      hash = Math.imul(hash ^ words[word]!, 0x9e3779b1);
    found.add((hash ^ (hash >>> 15)) >>> 0);
  }
  return found;
}

/** FNV-1a, 32 bits. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1)
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return hash ^ (hash >>> 13);
}

function containmentOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let common = 0;
  for (const shingle of small) if (large.has(shingle)) common += 1;
  return common / small.size;
}
