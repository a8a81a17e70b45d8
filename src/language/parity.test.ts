import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageFile } from "../text/package-files.ts";
import { type Encoded, encode, padded, rowOf } from "./encode.ts";
import { loadRuntime, type Runtime } from "./runtime.ts";
import type { Window } from "./windows.ts";
import { loadWordPiece } from "./wordpiece.ts";

/** Fixtures that training/parity.py wrote with the reference tokenizer and the networks that ship. */
interface ParityWindow {
  readonly words: readonly string[];
  readonly breaks: readonly number[];
  readonly ids: readonly number[];
  readonly shapes: readonly number[];
  readonly first: readonly number[];
  readonly logits: readonly (Readonly<
    Record<"upos" | "entity" | "predicate" | "start" | "arc", readonly number[]>
  > & { readonly word: number; readonly told?: Readonly<Record<keyof Told, readonly number[]>> })[];
  readonly label: readonly number[];
  readonly roles: readonly number[];
}

type Told = NonNullable<Encoded["told"]>;

const fixture = <Kind>(name: string): Kind =>
  JSON.parse(readFileSync(packageFile(`models/en/${name}`), "utf8")) as Kind;
const { batches } = fixture<{ batches: readonly { windows: readonly ParityWindow[] }[] }>("parity.json");
const wordPieces = fixture<readonly (readonly [string, readonly number[]])[]>("wordpiece-parity.json");

let runtime: Runtime;
beforeAll(async () => {
  runtime = await loadRuntime();
});
afterAll(() => runtime.close());

const windowOf = ({ words, breaks }: ParityWindow): Window => ({
  words: words.map((text, index) => ({ start: index, end: index + 1, text })),
  breaks: new Set(breaks),
});

function expectClose(got: Float32Array, base: number, expected: readonly number[]): void {
  expected.forEach((value, index) => {
    expect(Math.abs(got[base + index]! - value)).toBeLessThan(1e-3 * Math.max(1, Math.abs(value)));
  });
}

describe("parity with training", () => {
  it("cuts 5,000 words into the pieces of the reference tokenizer", () => {
    const wordPiece = loadWordPiece(runtime.vocabularyFile);
    expect(wordPieces.length).toBeGreaterThan(4_900);
    const wrong = wordPieces.filter(([word, ids]) => String(wordPiece.ids(word)) !== String(ids));
    expect(wrong).toEqual([]);
  });

  it.each(batches.map((batch) => [batch.windows[0]!.words.slice(0, 6).join(" "), batch] as const))(
    "gives the ids and logits of the reference: %s …",
    async (_, { windows }) => {
      const wordPiece = loadWordPiece(runtime.vocabularyFile);
      const { limits, labels } = runtime.description;
      for (const window of windows) {
        const row = rowOf(windowOf(window), wordPiece, limits);
        expect(row).toEqual({ ids: window.ids, shapes: window.shapes, first: window.first });
      }
      for (const window of windows) {
        const encoded = await encode(windowOf(window), wordPiece, runtime);
        for (const { word, told, ...heads } of window.logits) {
          const at = word;
          for (const [head, expected] of Object.entries(heads)) {
            expectClose(encoded[head as keyof typeof heads], at * expected.length, expected);
          }
          for (const [head, expected] of Object.entries(told ?? {}))
            expectClose(encoded.told![head as keyof typeof told], at * expected.length, expected);
        }
        await expectStructure(window, encoded, labels.deprel.length);
      }
    },
  );
});

/** Every word hangs on the first, the second word is the predicate: the tree that the fixture was made with. */
async function expectStructure(window: ParityWindow, encoded: Encoded, labelCount: number): Promise<void> {
  const count = window.words.length;
  const result = await runtime.structure({
    words: encoded.words,
    heads: padded(
      [Array.from({ length: encoded.width }, (_, index) => (index < 2 ? 0 : 1))],
      encoded.width,
      0,
    ),
    role_row: { dims: [1], data: BigInt64Array.of(0n) },
    role_word: { dims: [1], data: BigInt64Array.of(2n) },
    role_positions: padded([Array.from({ length: count }, (_, index) => index + 1)], count, 0),
    role_mask: padded([Array.from({ length: count }, () => 1)], count, 0),
  });
  expectClose(result.label!.data as Float32Array, 2 * labelCount, window.label);
  expectClose(result.roles!.data as Float32Array, 0, window.roles);
}
