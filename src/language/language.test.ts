import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { REPORT } from "../record/report.ts";
import { createDocument, type Document, read, withLayer } from "../text/document.ts";
import { createLanguage, type Language } from "./language.ts";
import { ENTITIES, PREDICATES, SENTENCE_VECTORS, SENTENCES, TOKENS } from "./layers.ts";

let language: Language;
beforeAll(async () => {
  language = await createLanguage();
});
afterAll(() => language.close());

function documentOf(text: string): Document {
  return withLayer(createDocument(text), REPORT, {
    id: "report",
    text,
    language: "en",
    published: { status: "unknown", reason: "not-stated", quotes: [] },
    blocks: [{ kind: "body", start: 0, end: text.length, text }],
  });
}

async function annotated(text: string): Promise<Document> {
  const [document] = await language.annotate([documentOf(text)]);
  return document!;
}

const STRIKE =
  'Dockers in Mombasa walked out on Monday. "We won\'t load a single ship," their leader, Amina Otieno, said.\n\n' +
  "The government of Kenya rejected the demands.";

describe("the language core", () => {
  it("finds sentences, names, predicates and their roles", async () => {
    const document = await annotated(STRIKE);
    const tokens = read(document, TOKENS);
    const slice = ({ start, end }: { start: number; end: number }): string => STRIKE.slice(start, end);
    expect(read(document, SENTENCES).map(slice).at(-1)).toBe("The government of Kenya rejected the demands.");
    expect(read(document, ENTITIES).map((one) => `${one.type} ${slice(one)}`)).toEqual(
      expect.arrayContaining(["LOC Mombasa", "PER Amina Otieno"]),
    );
    const rejected = read(document, PREDICATES).find((one) => tokens[one.token]!.lemma === "reject");
    expect(rejected?.arguments.map((one) => `${one.role} ${slice(one)}`)).toEqual([
      "ARG0 The government of Kenya",
      "ARG1 the demands",
    ]);
  });

  it("reads a report alone exactly as it reads it in a stream", async () => {
    const alone = await annotated(STRIKE);
    const [, second] = await language.annotate([
      documentOf(`${STRIKE} ${STRIKE} Nothing else happened.`),
      documentOf(STRIKE),
    ]);
    for (const layer of [TOKENS, SENTENCES, ENTITIES, PREDICATES, SENTENCE_VECTORS] as const) {
      expect(read<unknown>(second!, layer)).toEqual(read<unknown>(alone, layer));
    }
  });

  it("gives one unit vector a sentence", async () => {
    const document = await annotated(STRIKE);
    const vectors = read(document, SENTENCE_VECTORS);
    expect(vectors).toHaveLength(read(document, SENTENCES).length);
    for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
  });

  it("gives empty layers for a report without words", async () => {
    const document = await annotated(" \n\0\u200b ");
    expect(read(document, TOKENS)).toEqual([]);
    expect(read(document, SENTENCES)).toEqual([]);
  });

  it("makes one tree a sentence of any text", async () => {
    const part = fc.constantFrom(
      "said",
      "Mr.",
      "“",
      "\0",
      "\ud83d",
      "א",
      "💥",
      "\n\n",
      "1,5",
      "...",
      "x".repeat(300),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 300 }), async (parts) => {
        const document = await annotated(parts.join(" "));
        const tokens = read(document, TOKENS);
        let next = 0;
        for (const sentence of read(document, SENTENCES)) {
          expect(sentence.first).toBe(next);
          next = sentence.last;
          const own = tokens.slice(sentence.first, sentence.last);
          expect(own.filter((token) => token.head === -1)).toEqual([tokens[sentence.root]]);
          for (let at = sentence.first; at < sentence.last; at += 1)
            expect(depth(tokens, at)).toBeGreaterThan(0);
        }
        expect(next).toBe(tokens.length);
      }),
      { numRuns: 15 },
    );
  }, 30_000);
});

/** Steps from a word to its root; 0 if it never gets there. */
function depth(tokens: readonly { readonly head: number }[], from: number): number {
  let at = from;
  for (let steps = 1; steps <= tokens.length; steps += 1) {
    at = tokens[at]!.head;
    if (at < 0) return steps;
  }
  return 0;
}
