import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageFile } from "../text/package-files.ts";
import { type Encoded, encode, rowOf } from "./encode.ts";
import { loadRuntime, type Numbers, type Runtime } from "./runtime.ts";
import { tiesOf } from "./ties.ts";
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
  > & { readonly word: number; readonly told?: Told })[];
  readonly label: readonly number[];
  readonly roles: readonly number[];
}

type Told = Readonly<Record<"event" | "mode" | "factuality" | "phase", readonly number[]>>;

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
        const events = await runtime.events({ shared: encoded.shared, first: encoded.first });
        for (const { word, told, ...heads } of window.logits) {
          const at = word;
          for (const [head, expected] of Object.entries(heads)) {
            expectClose(encoded[head as keyof typeof heads], at * expected.length, expected);
          }
          for (const [head, expected] of Object.entries(told ?? {}))
            expectClose(events[head]!.data as Float32Array, at * expected.length, expected);
        }
        await expectStructure(window, encoded, labels.deprel.length);
      }
    },
  );

  it("gives the types of the reference for a pair of parties", async () => {
    const { words, marks, types } = fixture<{
      readonly words: readonly string[];
      readonly marks: readonly number[];
      readonly types: readonly number[];
    }>("pairs-parity.json");
    const window = {
      words: words.map((text, index) => ({ start: index, end: index + 1, text })),
      breaks: new Set<number>(),
    };
    const { shared } = await encode(window, loadWordPiece(runtime.vocabularyFile), runtime);
    const marked = { dims: [1, marks.length], data: BigInt64Array.from(marks, BigInt) };
    const found = await runtime.eventPairs({ shared, marks: marked });
    expectClose(found.types!.data as Float32Array, 0, types);
  });
});

/** Every word hangs on the first, the second word is the predicate: the tree that the fixture was made with. */
async function expectStructure(window: ParityWindow, encoded: Encoded, labelCount: number): Promise<void> {
  const heads = Int32Array.from(window.words, (_, word) => (word === 0 ? -1 : 0));
  const { tops, codes } = tiesOf(heads, 1, { first: 0, last: heads.length });
  const column = (values: Int32Array): Numbers => ({ dims: [values.length], data: values });
  const result = await runtime.structure({
    words: encoded.words,
    heads: column(Int32Array.of(0, ...heads.map((head) => head + 1))),
    asked: column(heads.map(() => 2)),
    word: column(heads.map((_, word) => word + 1)),
    top: column(tops.map((top) => top + 1)),
    tie: column(codes),
  });
  expectClose(result.label!.data as Float32Array, 2 * labelCount, window.label);
  expectClose(result.roles!.data as Float32Array, 0, window.roles);
}
