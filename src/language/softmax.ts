/** Probabilities of `count` scores from `base` on. Loops, since every word that may state an event comes through here. */
export function softmax(scores: Float32Array, base: number, count: number): Float32Array {
  let highest = Number.NEGATIVE_INFINITY;
  for (let index = base; index < base + count; index += 1) highest = Math.max(highest, scores[index]!);
  const powers = new Float32Array(count);
  let sum = 0;
  for (let index = 0; index < count; index += 1) {
    powers[index] = Math.exp(scores[base + index]! - highest);
    sum += powers[index]!;
  }
  for (let index = 0; index < count; index += 1) powers[index]! /= sum;
  return powers;
}
