import { describe, expect, it } from "vitest";
import { NOT_OF_ACLED } from "../../../src/formats/acled/index.ts";
import { HELD_BACK } from "../../../src/formats/profile.ts";
import { NOT_ASSERTED } from "../../../src/formats/standing.ts";
import { NOT_OF_UCDP } from "../../../src/formats/ucdp/index.ts";
import { modesOf } from "../../../src/ontology/plover/codebook.ts";
import { EVENT_TYPES } from "../../../src/ontology/plover/codes.ts";
import { FACTUALITY_VALUES } from "../../../src/record/attribution.ts";
import { QUANTITY_KINDS } from "../../../src/record/event.ts";
import { PLACE_KINDS } from "../../../src/record/place.ts";
import { PRECISIONS } from "../../../src/record/time.ts";
import { REJECTED } from "../../../src/review/index.ts";
import { CATALOGUE as ERRORS } from "../../../src/text/error-catalogue.ts";
import { TOLD_CODES } from "../parts/problem-words.ts";
import { words as arabic } from "./ar.ts";
import { codesOf } from "./codes.ts";
import { words as english } from "./en.ts";
import { words as spanish } from "./es.ts";
import { words as french } from "./fr.ts";
import { createWords, type Entry, type WordKey } from "./speak.ts";

type Catalogue = Readonly<Record<string, Entry>>;
const texts = (entry: Entry): readonly string[] =>
  typeof entry === "string" ? [entry] : Object.values(entry);
const holes = (entry: Entry): readonly string[] =>
  [...new Set(texts(entry).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();

describe.each([
  ["fr", french],
  ["ar", arabic],
  ["es", spanish],
] as const)("the words of the desk in %s", (language, catalogue: Catalogue) => {
  it("has the keys of the English ones, no more and no fewer", () => {
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(english).sort());
  });

  it("fills the same places", () => {
    const differ = Object.entries(english as Catalogue).filter(
      ([key, entry]) => holes(entry).join() !== holes(catalogue[key]!).join(),
    );
    expect(differ.map(([key]) => key)).toEqual([]);
  });

  it("has every plural that the language has", () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const lacking = Object.entries(catalogue).filter(
      ([, entry]) => typeof entry !== "string" && categories.some((one) => one !== "many" && !(one in entry)),
    );
    expect(lacking.map(([key]) => key)).toEqual([]);
  });
});

describe("codes of the record", () => {
  it.each([
    ["type", EVENT_TYPES],
    ["quantity", QUANTITY_KINDS],
    ["precision", PRECISIONS],
    ["place-kind", PLACE_KINDS],
    ["factuality", FACTUALITY_VALUES],
    ["mode", [...new Set(EVENT_TYPES.flatMap((type) => modesOf(type)))]],
    ["held-back", Object.values(HELD_BACK)],
    ["withheld", [...Object.values(NOT_ASSERTED), NOT_OF_ACLED, ...Object.values(NOT_OF_UCDP), REJECTED]],
  ] as const)("every %s has a word, and no other", (kind, codes) => {
    expect([...codesOf(kind)].sort()).toEqual([...codes].sort());
  });
});

it("every problem that is told in words of ours is one of the program's", () => {
  expect(TOLD_CODES.filter((code) => !(code in ERRORS))).toEqual([]);
});

describe("words", () => {
  it("fills values and writes numbers as the language does", () => {
    const entry = { "view.today": { one: "{count} of {all}", other: "{count} of {all}" } };
    const say = createWords("fr", entry);
    expect(say("view.today" as WordKey, { count: 1, all: 12345 })).toBe("1 of 12\u202f345");
  });

  it("keeps names in another script apart, so that an arrow between two runs from right to left", () => {
    const entry = { "view.today": "{from} ← {to}" };
    expect(createWords("ar", entry)("view.today", { from: "UAF", to: "M23" })).toBe(
      "\u2068UAF\u2069 ← \u2068M23\u2069",
    );
    expect(createWords("es", entry)("view.today", { from: "UAF", to: "M23" })).toBe("UAF ← M23");
  });

  it("falls back to English for what a catalogue lacks", () => {
    expect(createWords("fr", {})("view.today")).toBe("Today");
  });
});
