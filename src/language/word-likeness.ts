import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fail } from "../text/errors.ts";
import { packageFile } from "../text/package-files.ts";
import { type ByteTable, tableOf } from "./onnx-tensor.ts";
import { loadWordPiece } from "./wordpiece.ts";

/** How alike two English words are in meaning and use, whatever sentences they stand in: -1 to 1, 0 for no likeness. */
export type WordLikeness = (one: string, other: string) => number;

const MOST_KEPT = 20_000;

/**
 * The angle between two words in the table that the model's encoder begins with, less the mean of its vocabulary. A
 * word of several pieces is the mean of them. Throws K401 for a missing file, K404 for a model without such a table.
 */
export function loadWordLikeness(
  folder: string = process.env.KHALDUN_MODEL || packageFile("models/en"),
): WordLikeness {
  const [vocabulary, encoder] = ["vocab.txt", "encoder.onnx"].map((file) => join(folder, file));
  for (const file of [vocabulary!, encoder!]) if (!existsSync(file)) throw fail("K401", { file });
  const wordPiece = loadWordPiece(vocabulary!);
  const rows = readFileSync(vocabulary!, "utf8").trimEnd().split("\n").length;
  const table = tableOf(readFileSync(encoder!), rows);
  if (table === undefined) throw fail("K404", { reason: `${encoder} holds no table of ${rows} words` });
  const mean = meanOf(table, rows);
  const kept = new Map<string, Float32Array>();
  const vectorOf = (word: string): Float32Array => {
    const known = kept.get(word);
    if (known !== undefined) return known;
    const made = unitVector(table, mean, wordPiece.ids(word));
    if (kept.size > MOST_KEPT) kept.clear();
    kept.set(word, made);
    return made;
  };
  return (one, other) => dot(vectorOf(one), vectorOf(other));
}

function meanOf({ width, bytes }: ByteTable, rows: number): Float32Array {
  const sums = new Float64Array(width);
  for (let start = 0; start < bytes.length; start += width)
    for (let column = 0; column < width; column += 1) sums[column]! += bytes[start + column]!;
  return Float32Array.from(sums, (sum) => sum / rows);
}

/** All zero for no piece at all. */
function unitVector(
  { width, bytes }: ByteTable,
  mean: Float32Array,
  pieces: readonly number[],
): Float32Array {
  const vector = Float32Array.from(mean, (value, column) =>
    pieces.reduce((sum, piece) => sum + bytes[piece * width + column]! - value, 0),
  );
  const length = Math.sqrt(dot(vector, vector)) || 1;
  return vector.map((value) => value / length);
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) sum += one[index]! * other[index]!;
  return sum;
}
