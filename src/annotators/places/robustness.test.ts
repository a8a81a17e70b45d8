import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reportOf } from "../../../test/helpers/parsed.ts";
import { loadCountries } from "../../knowledge/countries.ts";
import { loadGazetteer } from "../../knowledge/gazetteer.ts";
import { loadRegions } from "../../knowledge/gazetteer-regions.ts";
import { ENTITIES, ENTITY_TYPES, type Entity, SENTENCES, TOKENS, type Token } from "../../language/layers.ts";
import { REPORT } from "../../record/report.ts";
import { apply } from "../../text/annotator.ts";
import { createDocument, type Document, read, withLayer } from "../../text/document.ts";
import { overlaps } from "../../text/span.ts";
import { createPlaces } from "./index.ts";
import { PLACES } from "./layer.ts";

const places = createPlaces({
  gazetteer: loadGazetteer(),
  countries: loadCountries(),
  regions: loadRegions(),
});

const WORDS =
  "Mali Paris Texas northern the border with airport of , in near Goma US U.S. West city capital country 's said troops ( 24 al - Tanf".split(
    " ",
  );
const UPOS = ["NOUN", "PROPN", "VERB", "ADP", "ADJ", "DET", "PUNCT", "NUM", "PART"];
const DEPRELS = [
  "nsubj",
  "obj",
  "obl",
  "nmod",
  "nmod:poss",
  "compound",
  "amod",
  "case",
  "det",
  "conj",
  "flat",
  "appos",
];

const anyWord = fc.record({
  text: fc.constantFrom(...WORDS),
  upos: fc.constantFrom(...UPOS),
  deprel: fc.constantFrom(...DEPRELS),
  head: fc.nat(),
  tag: fc.option(fc.constantFrom(...ENTITY_TYPES), { nil: undefined }),
});

/** Any words under any tree: a head always precedes its dependents here, so there is no cycle. */
function documentOf(
  words: readonly {
    text: string;
    upos: string;
    deprel: string;
    head: number;
    tag: Entity["type"] | undefined;
  }[],
): Document {
  const text = words.map((word) => word.text).join(" ");
  const tokens: Token[] = [];
  const entities: Entity[] = [];
  let start = 0;
  words.forEach((word, index) => {
    const end = start + word.text.length;
    const head = index === 0 ? -1 : word.head % index;
    const { upos, deprel } = word;
    tokens.push({
      start,
      end,
      text: word.text,
      lemma: word.text.toLowerCase(),
      upos,
      xpos: "",
      head,
      deprel,
      sentence: 0,
    });
    const open = entities.at(-1);
    if (word.tag !== undefined && open?.last === index && open.type === word.tag) {
      entities[entities.length - 1] = { ...open, end, last: index + 1 };
    } else if (word.tag !== undefined) {
      entities.push({ type: word.tag, start, end, first: index, last: index + 1 });
    }
    start = end + 1;
  });
  const sentences = [{ start: 0, end: text.length, first: 0, last: tokens.length, root: 0 }];
  let document = withLayer(createDocument(text), REPORT, reportOf(text));
  document = withLayer(document, TOKENS, tokens);
  document = withLayer(document, SENTENCES, sentences);
  return withLayer(document, ENTITIES, entities);
}

describe("whatever the parse", () => {
  it("places are stretches of tokens in reading order that do not overlap, and only points have coordinates", () => {
    fc.assert(
      fc.property(fc.array(anyWord, { minLength: 1, maxLength: 14 }), (words) => {
        const document = documentOf(words);
        const found = read(apply(document, places), PLACES);
        const tokens = read(document, TOKENS);
        found.forEach((mention, index) => {
          expect(mention.start).toBe(tokens[mention.first]!.start);
          expect(mention.end).toBe(tokens[mention.last - 1]!.end);
          expect(mention.confidence).toBeGreaterThanOrEqual(0);
          expect(mention.confidence).toBeLessThanOrEqual(1);
          expect(mention.radiusKm).toBeGreaterThan(0);
          if (mention.lat !== undefined) expect(["town", "site"]).toContain(mention.kind);
          const next = found[index + 1];
          if (next !== undefined) {
            expect(overlaps(mention, next)).toBe(false);
            expect(next.start).toBeGreaterThanOrEqual(mention.end);
          }
        });
      }),
      { numRuns: 400 },
    );
  });

  it("an empty report has none", () => {
    const document = documentOf([{ text: "the", upos: "DET", deprel: "root", head: 0, tag: undefined }]);
    expect(read(apply(document, places), PLACES)).toEqual([]);
  });
});
