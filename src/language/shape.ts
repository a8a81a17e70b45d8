/** Kinds of word shape, in the order of the model's embedding: the pieces are lower-cased, the shape is not. */
export const SHAPES = ["lower", "title", "upper", "mixed", "digit", "other", "special"] as const;
export const SPECIAL_SHAPE = 6;

const UPPER = /[\p{Lu}\p{Lt}]/u;
const CASED = /[\p{Lu}\p{Ll}\p{Lt}]/u;

/** The shape of a word, as Python's islower, istitle, isupper, isdigit decide in this order. */
export function shapeOf(word: string): number {
  const upper = UPPER.test(word);
  const cased = CASED.test(word);
  if (cased && !upper) return 0;
  if (cased && isTitle(word)) return 1;
  if (cased && !/\p{Ll}|\p{Lt}/u.test(word) && Array.from(word).length > 1) return 2;
  if (upper) return 3;
  return /\p{Nd}/u.test(word) ? 4 : 5;
}

/** Capitals only after uncased characters, small letters only after cased ones. */
function isTitle(word: string): boolean {
  let cased = false;
  for (const character of word) {
    const upper = UPPER.test(character);
    const lower = /\p{Ll}/u.test(character);
    if (upper && cased) return false;
    if (lower && !cased) return false;
    cased = upper || lower;
  }
  return true;
}
