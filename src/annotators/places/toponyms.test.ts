import { describe, expect, it } from "vitest";
import { parsed } from "../../../test/helpers/parsed.ts";
import { loadCountries } from "../../knowledge/countries.ts";
import { loadGazetteer } from "../../knowledge/gazetteer.ts";
import { loadRegions } from "../../knowledge/gazetteer-regions.ts";
import { apply } from "../../text/annotator.ts";
import { createPlaces, type Toponym, toponymsOf } from "./index.ts";

const places = createPlaces({
  gazetteer: loadGazetteer(),
  countries: loadCountries(),
  regions: loadRegions(),
});

function found(notation: string): readonly (Toponym & { readonly text: string })[] {
  const document = parsed(notation);
  return toponymsOf(apply(document, places)).map((one) => ({
    ...one,
    text: document.text.slice(one.start, one.end),
  }));
}

describe("toponyms", () => {
  it("are bare names, each with a point to measure from, countries too", () => {
    const [mali] = found(`
      Rebels NOUN 2 nsubj rebel
      fled VERB 0 root flee
      to ADP 5 case
      northern ADJ 5 amod
      Mali PROPN 2 obl _ _ B-LOC
    `);
    expect(mali).toMatchObject({ text: "Mali", geonames: 2453866, kind: "country", country: "MLI" });
    expect([mali?.lat, mali?.lon]).toEqual([18, -2]);
  });

  it("are the place that a site or a border is named after", () => {
    const texts = found(`
      They PRON 2 nsubj
      crossed VERB 0 root cross
      the DET 4 det
      border NOUN 2 obj
      with ADP 6 case
      Niger PROPN 4 nmod _ _ B-LOC
    `).map((one) => [one.text, one.country]);
    expect(texts).toEqual([["Niger", "NER"]]);
  });

  it("are adjectives of origin, marked so, but no people and no languages", () => {
    const notation = `
      Malian ADJ 2 amod
      officials NOUN 3 nsubj official
      told VERB 0 root tell
      African ADJ 5 amod
      envoys NOUN 3 iobj envoy
      that SCONJ 8 mark
      Russians PROPN 8 nsubj Russian NNPS
      left VERB 3 ccomp leave
    `;
    expect(found(notation).map((one) => [one.text, one.name, one.adjective])).toEqual([
      ["Malian", "Mali", true],
      ["African", "Africa", true],
    ]);
  });

  it.each([
    [
      "at its start",
      "Durban PROPN 3 compound _ _ B-ORG\nMetro PROPN 3 compound _ _ I-ORG\nPolice PROPN 4 nsubj _ _ I-ORG",
      "Durban",
    ],
    [
      "at its end",
      "Museum PROPN 4 nsubj _ _ B-ORG\nof ADP 3 case _ _ I-ORG\nVirginia PROPN 1 nmod _ _ I-ORG",
      "Virginia",
    ],
  ])("are what a body is named after, %s", (_, name, place) =>
    expect(found(`${name}\nagreed VERB 0 root agree`).map((one) => one.text)).toEqual([place]),
  );

  it("are no common words that a body's name begins with", () =>
    expect(
      found(`
      Interior PROPN 2 compound _ _ B-ORG
      Ministry PROPN 3 nsubj _ _ I-ORG
      agreed VERB 0 root agree
    `),
    ).toEqual([]));

  it("are left out when nobody knows them, for want of a point", () =>
    expect(
      found(`
      They PRON 2 nsubj
      met VERB 0 root meet
      in ADP 4 case
      Xyzzyville PROPN 2 obl _ _ B-LOC
    `),
    ).toEqual([]));
});
