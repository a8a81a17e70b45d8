import { describe, expect, it } from "vitest";
import { parsed } from "../../../test/helpers/parsed.ts";
import { loadCountries } from "../../knowledge/countries.ts";
import { loadGazetteer } from "../../knowledge/gazetteer.ts";
import { loadRegions } from "../../knowledge/gazetteer-regions.ts";
import { apply } from "../../text/annotator.ts";
import { read } from "../../text/document.ts";
import { createPlaces } from "./index.ts";
import { PLACES, type PlaceMention } from "./layer.ts";

const places = createPlaces({
  gazetteer: loadGazetteer(),
  countries: loadCountries(),
  regions: loadRegions(),
});

function found(notation: string): readonly PlaceMention[] {
  return read(apply(parsed(notation), places), PLACES);
}

/** "Goma town COD" or "France country FRA actor". */
function brief(notation: string): readonly string[] {
  return found(notation).map(({ name, kind, country, metonym }) =>
    [name, kind, country ?? "-", ...(metonym ? ["actor"] : [])].join(" "),
  );
}

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

describe("words around a name", () => {
  it.each([
    [
      "northern Mali",
      "They PRON 2 nsubj\nfled VERB 0 root flee\nfrom ADP 5 case\nnorthern ADJ 5 amod\nMali PROPN 2 obl _ _ B-LOC",
      "northern Mali region MLI",
    ],
    [
      "the north of Mali",
      "They PRON 2 nsubj\nfled VERB 0 root flee\nto ADP 5 case\nthe DET 5 det\nnorth NOUN 2 obl\nof ADP 7 case\nMali PROPN 5 nmod _ _ B-LOC",
      "northern Mali region MLI",
    ],
    [
      "eastern Ghouta",
      "They PRON 2 nsubj\nfled VERB 0 root flee\nfrom ADP 5 case\neastern ADJ 5 amod\nGhouta PROPN 2 obl _ _ B-LOC",
      "Eastern Ghouta region SYR",
    ],
    [
      "Mogadishu airport",
      "Mortars NOUN 2 nsubj mortar\nhit VERB 0 root\nMogadishu PROPN 4 compound _ _ B-LOC\nairport NOUN 2 obj",
      "Mogadishu airport site SOM",
    ],
    [
      "the Sahel",
      "Troops NOUN 2 nsubj troop\nremain VERB 0 root\nin ADP 5 case\nthe DET 5 det\nSahel PROPN 2 obl _ _ B-LOC",
      "Sahel international -",
    ],
    [
      "the border with Niger",
      "They PRON 2 nsubj\ndied VERB 0 root die\nnear ADP 5 case\nthe DET 5 det\nborder NOUN 2 obl\nwith ADP 7 case\nNiger PROPN 5 nmod _ _ B-LOC",
      "border with Niger region -",
    ],
    [
      "Donetsk region",
      "They PRON 2 nsubj\ndied VERB 0 root die\nin ADP 6 case\nthe DET 6 det\nDonetsk PROPN 6 compound _ _ B-LOC\nregion NOUN 2 obl",
      "Donetsk admin1 UKR",
    ],
    [
      "the north of the country",
      "Syrians PROPN 2 nsubj\nfled VERB 0 root flee\nto ADP 5 case\nthe DET 5 det\nnorth NOUN 2 obl\nof ADP 8 case\nthe DET 8 det\ncountry NOUN 5 nmod",
      "northern Syria region SYR",
    ],
    [
      "the Syrian capital",
      "Shells NOUN 2 nsubj shell\nhit VERB 0 root\nthe DET 5 det\nSyrian ADJ 5 amod\ncapital NOUN 2 obj",
      "Damascus town SYR",
    ],
  ])("%s", (_what, notation, wanted) => expect(brief(notation)).toEqual([wanted]));

  it("widens the circle of a place that something is near", () => {
    const [gao] = found(
      "They PRON 2 nsubj\ndied VERB 0 root die\nnear ADP 4 case\nGao PROPN 2 obl _ _ B-LOC",
    );
    expect(gao?.radiusKm).toBe(20);
  });
});

describe("places that act", () => {
  it.each([
    ["Ankara said so", "Ankara PROPN 2 nsubj _ _ B-LOC\nsaid VERB 0 root say\nso ADV 2 advmod", true],
    ["They accused Iran", "They PRON 2 nsubj\naccused VERB 0 root accuse\nIran PROPN 2 obj _ _ B-LOC", true],
    [
      "Iran was accused",
      "Iran PROPN 3 nsubj:pass _ _ B-LOC\nwas AUX 3 aux:pass be\naccused VERB 0 root accuse",
      true,
    ],
    [
      "Mali's government",
      "Mali+ PROPN 3 nmod:poss _ _ B-LOC\n's PART 1 case\ngovernment NOUN 4 nsubj\nfell VERB 0 root fall",
      true,
    ],
    [
      "Paris officials",
      "Paris PROPN 2 compound _ _ B-LOC\nofficials NOUN 3 nsubj official\nmet VERB 0 root meet",
      true,
    ],
    [
      "talks with Iran",
      "Talks NOUN 4 nsubj talk\nwith ADP 3 case\nIran PROPN 1 nmod _ _ B-LOC\nfailed VERB 0 root fail",
      true,
    ],
    [
      "US President",
      "US PROPN 3 compound _ _ B-LOC\nPresident PROPN 3 compound\nRoe PROPN 4 nsubj _ _ B-PER\nspoke VERB 0 root speak",
      true,
    ],
    [
      "Syria's war",
      "Syria+ PROPN 3 nmod:poss _ _ B-LOC\n's PART 1 case\nwar NOUN 4 nsubj\nended VERB 0 root end",
      false,
    ],
    [
      "a dateline",
      "ANKARA PROPN 5 nsubj _ _ B-LOC\n( PUNCT 3 punct\nAP PROPN 1 dep\n) PUNCT 3 punct\nsaid VERB 0 root say",
      false,
    ],
    [
      "withdrawal from Mali",
      "The DET 2 det\nwithdrawal NOUN 5 nsubj\nfrom ADP 4 case\nMali PROPN 2 nmod _ _ B-LOC\nbegan VERB 0 root begin",
      false,
    ],
    [
      "exports to China",
      "Exports NOUN 4 nsubj export\nto ADP 3 case\nChina PROPN 1 nmod _ _ B-LOC\nfell VERB 0 root fall",
      false,
    ],
    [
      "support for Ukraine",
      "Support NOUN 4 nsubj support\nfor ADP 3 case\nUkraine PROPN 1 nmod _ _ B-LOC\nfell VERB 0 root fall",
      true,
    ],
    [
      "Texas sued",
      "Texas PROPN 2 nsubj _ _ B-LOC\nvowed VERB 0 root vow\nto PART 4 mark\nfight VERB 2 xcomp",
      true,
    ],
    ["in Iran", "They PRON 2 nsubj\nmet VERB 0 root meet\nin ADP 4 case\nIran PROPN 2 obl _ _ B-LOC", false],
    ["shelled Kharkiv", "They PRON 2 nsubj\nshelled VERB 0 root shell\nKharkiv PROPN 2 obj _ _ B-LOC", false],
    [
      "Mali's border",
      "Mali+ PROPN 3 nmod:poss _ _ B-LOC\n's PART 1 case\nnorth NOUN 4 nsubj\nburned VERB 0 root burn",
      false,
    ],
    ["Kidal fell", "Kidal PROPN 2 nsubj _ _ B-LOC\nfell VERB 0 root fall", false],
    [
      "Syria has seen war",
      "Syria PROPN 3 nsubj _ _ B-LOC\nhas AUX 3 aux have\nseen VERB 0 root see\nwar NOUN 3 obj",
      false,
    ],
  ])("%s", (_what, notation, metonym) =>
    expect(found(notation).map((mention) => mention.metonym)).toEqual([metonym]),
  );

  it("lets both capitals act in talks between them", () => {
    expect(
      brief(`
        Talks NOUN 6 nsubj talk
        between ADP 3 case
        Moscow PROPN 1 nmod _ _ B-LOC
        and CCONJ 5 cc
        Kyiv PROPN 3 conj _ _ B-LOC
        failed VERB 0 root fail
      `),
    ).toEqual(["Moscow town RUS actor", "Kyiv town UKR actor"]);
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
