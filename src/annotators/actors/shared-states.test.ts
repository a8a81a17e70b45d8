import { describe, expect, it } from "vitest";
import { parsed } from "../../../test/helpers/parsed.ts";
import { loadCountries } from "../../knowledge/countries.ts";
import { loadGazetteer } from "../../knowledge/gazetteer.ts";
import { loadRegions } from "../../knowledge/gazetteer-regions.ts";
import { loadRegistry } from "../../knowledge/registry.ts";
import { loadAgents } from "../../knowledge/roles.ts";
import { apply } from "../../text/annotator.ts";
import { read } from "../../text/document.ts";
import { createPlaces } from "../places/index.ts";
import { createActors } from "./index.ts";
import { ACTORS } from "./layer.ts";

const countries = loadCountries();
const places = createPlaces({ countries, gazetteer: loadGazetteer(), regions: loadRegions() });
const actors = createActors({ countries, registry: loadRegistry(), agents: loadAgents() });

/** `words COUNTRY SECTOR`, with the states that remain where it is open. */
function told(notation: string): readonly string[] {
  const document = apply(apply(parsed(notation), places), actors);
  return read(document, ACTORS).map(
    ({ start, end, country, countryRivals, sector }) =>
      `${document.text.slice(start, end)} | ${country ?? countryRivals?.join(" or ") ?? "-"} ${sector}`,
  );
}

const KOREA = `
Korea PROPN 2 nsubj Korea NNP B-LOC
protested VERB 0 root protest VBD`;

describe("a party called by a name that two states bear", () => {
  it("is the state of which the report names a place", () =>
    expect(told(`${KOREA}\nin ADP 4 case in IN\nSeoul PROPN 2 obl Seoul NNP B-LOC`)).toEqual([
      "Korea | KOR GOV",
    ]));

  it("is neither where the report names places of both", () =>
    expect(
      told(`
Korean ADJ 2 amod Korean JJ B-MISC
soldiers NOUN 3 nsubj soldier NNS
drove VERB 0 root drive VBD
from ADP 5 case from IN
Seoul PROPN 3 obl Seoul NNP B-LOC
to ADP 7 case to IN
Pyongyang PROPN 3 obl Pyongyang NNP B-LOC`).at(0),
    ).toBe("Korean soldiers | KOR or PRK MIL"));

  it("is neither where the report does not say, and says so", () =>
    expect(told(KOREA)).toEqual(["Korea | KOR or PRK GOV"]));

  it("keeps its word of origin open too", () =>
    expect(
      told(`
Congolese ADJ 2 amod Congolese JJ B-MISC
soldiers NOUN 3 nsubj soldier NNS
fled VERB 0 root flee VBD`),
    ).toEqual(["Congolese soldiers | COD or COG MIL"]));
});

describe("who helps a force", () => {
  it("gives it neither country nor sector", () =>
    expect(
      told(`
UN+ PROPN 3 compound UN NNP B-ORG
-+ PUNCT 3 punct - HYPH
backed VERB 4 amod back VBN
soldiers NOUN 5 nsubj soldier NNS
fled VERB 0 root flee VBD`).at(-1),
    ).toBe("UN-backed soldiers | - MIL"));
});

describe("officers", () => {
  it("belong to the people named last, not to the force that took them", () =>
    expect(
      told(`
Serbian ADJ 2 amod Serbian JJ B-MISC
forces NOUN 3 nsubj force NNS
arrested VERB 0 root arrest VBD
policemen NOUN 3 obj policeman NNS
. PUNCT 3 punct . .
The DET 7 det the DT
officers NOUN 8 nsubj officer NNS
protested VERB 0 root protest VBD`).at(-1),
    ).toMatch(/^officers \| \S+ COP$/));
});
