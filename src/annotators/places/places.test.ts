import { describe, expect, it } from "vitest";
import { parsed } from "../../../test/helpers/parsed.ts";
import { brief, found, places } from "../../../test/helpers/places.ts";
import { apply } from "../../text/annotator.ts";
import { read } from "../../text/document.ts";
import { PLACES } from "./layer.ts";

describe("names that are tagged as locations", () => {
  it("resolves a town with its id, point and radius", () => {
    const [goma] = found(`
      Rebels NOUN 2 nsubj rebel
      shelled VERB 0 root shell
      Goma PROPN 2 obj _ _ B-LOC
    `);
    expect(goma).toMatchObject({
      name: "Goma",
      kind: "town",
      geonames: 216281,
      country: "COD",
      admin1: "North Kivu",
      radiusKm: 5,
      metonym: false,
    });
    expect(goma?.lat).toBeCloseTo(-1.67, 1);
  });

  it("gives a country or a province no point", () => {
    const [kivu, congo] = found(`
      They PRON 2 nsubj
      fled VERB 0 root flee
      to ADP 5 case
      North PROPN 5 compound _ _ B-LOC
      Kivu PROPN 2 obl _ _ I-LOC
      in ADP 8 case
      DR PROPN 8 compound _ _ B-LOC
      Congo PROPN 2 obl _ _ I-LOC
    `);
    expect([kivu?.kind, kivu?.country, kivu?.geonames]).toEqual(["admin1", "COD", 206938]);
    expect([congo?.kind, congo?.country]).toEqual(["country", "COD"]);
    for (const mention of [kivu, congo]) {
      expect(mention).not.toHaveProperty("lat");
      expect(mention).not.toHaveProperty("lon");
    }
  });

  it("chooses the Paris that lies in the state named after it", () => {
    expect(
      brief(`
        Police NOUN 3 nsubj
        were AUX 3 aux be
        called VERB 0 root call
        in ADP 5 case
        Paris+ PROPN 3 obl _ _ B-LOC
        , PUNCT 7 punct
        Texas PROPN 5 appos _ _ B-LOC
      `),
    ).toEqual(["Paris town USA", "Texas admin1 USA"]);
  });

  it("lets a demonym decide between towns of one name", () => {
    const said = (demonym: string): readonly string[] =>
      brief(`
        ${demonym} ADJ 2 amod
        troops NOUN 3 nsubj troop
        entered VERB 0 root enter
        Tripoli PROPN 3 obj _ _ B-LOC
      `);
    expect(said("Libyan")).toEqual(["Tripoli town LBY"]);
    expect(said("Lebanese")).toEqual(["Tripoli town LBN"]);
  });

  it("takes a seat without figures for a town, and a former name for no capital", () => {
    const said = (town: string): readonly string[] =>
      brief(`They PRON 2 nsubj\nmet VERB 0 root meet\nin ADP 4 case\n${town} PROPN 2 obl _ _ B-LOC`);
    expect(said("Qamishli")).toEqual(["Al Qamishli town SYR"]);
    expect(said("Salisbury")).not.toEqual(["Harare town ZWE"]);
  });

  it("believes the adjective before the rank", () => {
    const said = (demonym: string): readonly string[] =>
      brief(`
        They PRON 2 nsubj
        met VERB 0 root meet
        in ADP 6 case
        the DET 6 det
        ${demonym} ADJ 6 amod
        city NOUN 2 obl
        of ADP 8 case
        Cordoba PROPN 6 nmod _ _ B-LOC
        near ADP 10 case
        Madrid PROPN 2 obl _ _ B-LOC
      `);
    expect(said("Argentine")[0]).toMatch(/ARG$/);
    expect(said("Spanish")[0]).toMatch(/ESP$/);
  });

  it("keeps a name that nobody knows as written, unsure and without country", () => {
    const [place] = found(`
      Fighters NOUN 2 nsubj fighter
      burned VERB 0 root burn
      Qwerzabad PROPN 2 obj _ _ B-LOC
    `);
    expect(place).toMatchObject({ name: "Qwerzabad", kind: "town" });
    expect(place).not.toHaveProperty("country");
    expect(place?.confidence).toBeLessThan(0.5);
  });
});

describe("names that the model has not tagged", () => {
  it("finds a town after a preposition of place, a country anywhere", () => {
    expect(
      brief(`
        Mali PROPN 3 nsubj
        has AUX 3 aux have
        lost VERB 0 root lose
        soldiers NOUN 3 obj soldier
        in ADP 6 case
        Gao PROPN 3 obl
      `),
    ).toEqual(["Mali country MLI actor", "Gao town MLI"]);
  });

  it.each([
    ["a person", "Paris PROPN 3 nsubj _ _ B-PER\nHilton PROPN 1 flat _ _ I-PER\nspoke VERB 0 root speak"],
    [
      "a newspaper",
      "Washington PROPN 2 compound _ _ B-ORG\nPost PROPN 3 nsubj _ _ I-ORG\nsaid VERB 0 root say",
    ],
    ["an untagged person", "Jordan PROPN 3 nsubj\nSmith PROPN 1 flat\nspoke VERB 0 root speak"],
    ["an adjective", "Malian ADJ 2 amod\nsoldiers NOUN 3 nsubj soldier\nfell VERB 0 root fall"],
    ["a month", "It PRON 2 nsubj\nended VERB 0 root end\nin ADP 4 case\nMay PROPN 2 obl"],
    [
      "a weekday that the model tags",
      "It PRON 2 nsubj\nended VERB 0 root end\non ADP 4 case\nMonday PROPN 2 obl _ _ B-LOC",
    ],
    [
      "a part of the world that is a bloc",
      "The DET 2 det\nWest PROPN 3 nsubj _ _ B-LOC\nagreed VERB 0 root agree",
    ],
    ["a broadcaster", "France PROPN 3 nsubj _ _ B-LOC\n24 NUM 1 nummod\nreported VERB 0 root report"],
    [
      "a person tagged as a location",
      "They PRON 2 nsubj\nousted VERB 0 root oust\nZorbakov PROPN 2 obj _ _ B-LOC",
    ],
    ["a common word", "Reading PROPN 2 nsubj\nhelps VERB 0 root help"],
    ["the pronoun", "They PRON 2 nsubj\ntold VERB 0 root tell\nus PRON 2 iobj"],
  ])("does not take %s for a place", (_what, notation) => expect(brief(notation)).toEqual([]));
});

describe("names that the model takes for something else", () => {
  it.each([
    [
      "a country as a person",
      "Germany PROPN 2 nsubj _ _ B-PER\nsaid VERB 0 root say",
      "Germany country DEU actor",
    ],
    [
      "a shelled town as a person",
      "Rebels NOUN 2 nsubj rebel\nshelled VERB 0 root shell\nGoma PROPN 2 obj _ _ B-PER",
      "Goma town COD",
    ],
    [
      "a town in which something is",
      "They PRON 2 nsubj\nmet VERB 0 root meet\nin ADP 4 case\nMogadishu PROPN 2 obl _ _ B-ORG",
      "Mogadishu town SOM",
    ],
  ])("%s", (_what, notation, wanted) => expect(brief(notation)).toEqual([wanted]));

  it("a court named after its town", () => {
    expect(
      brief(
        "He PRON 2 nsubj\nspoke VERB 0 root speak\nin ADP 5 case\nDurban PROPN 5 compound _ _ B-MISC\ncourt NOUN 2 obl _ _ I-MISC",
      ),
    ).toEqual(["Durban town ZAF"]);
  });

  it("but leaves people who are named like places", () => {
    expect(brief("Chad PROPN 2 nsubj _ _ B-PER\nsaid VERB 0 root say")).toEqual([]);
    expect(brief("They PRON 2 nsubj\nmet VERB 0 root meet\nJackson PROPN 2 obj _ _ B-PER")).toEqual([]);
  });
});

describe("ambiguity", () => {
  it("says so in the mention and in a note", () => {
    const document = apply(
      parsed("They PRON 2 nsubj\nmet VERB 0 root meet\nin ADP 4 case\nSpringfield PROPN 2 obl _ _ B-LOC"),
      places,
    );
    const [place] = read(document, PLACES);
    expect(place?.ambiguous?.length).toBeGreaterThan(0);
    expect(place?.confidence).toBeLessThan(0.6);
    expect(document.notes.map((note) => [note.code, note.quote?.text])).toEqual([
      ["ambiguous-place", "Springfield"],
    ]);
  });

  it("is not claimed of a town and the province around it", () => {
    const [kidal] = found(
      "They PRON 2 nsubj\nmet VERB 0 root meet\nin ADP 4 case\nKidal PROPN 2 obl _ _ B-LOC",
    );
    expect(kidal).toMatchObject({ kind: "town", country: "MLI" });
    expect(kidal).not.toHaveProperty("ambiguous");
  });
});
