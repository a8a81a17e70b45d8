import { describe, expect, it } from "vitest";
import { parsed } from "../../../test/helpers/parsed.ts";
import { loadCountries } from "../../knowledge/countries.ts";
import { loadRegistry } from "../../knowledge/registry.ts";
import { loadAgents } from "../../knowledge/roles.ts";
import { withLayer } from "../../text/document.ts";
import { PLACES } from "../places/layer.ts";
import { createActors } from "./index.ts";
import type { ActorMention } from "./layer.ts";

const actors = createActors({
  registry: loadRegistry(),
  countries: loadCountries(),
  agents: loadAgents(),
});

/** `words: COUNTRY SECTOR #entity` of the mentions, in reading order. */
function told(notation: string): readonly string[] {
  const document = withLayer(parsed(notation, "2021-05-06"), PLACES, []);
  const [layer] = actors.annotate(document).layers;
  return (layer![1] as readonly ActorMention[]).map(
    ({ start, end, country, sector, entity }) =>
      `${document.text.slice(start, end)}: ${country ?? "-"} ${sector} #${entity}`,
  );
}

const KENYA_AND_SOMALIA = `
Kenya PROPN 4 nsubj Kenya NNP B-LOC
and CCONJ 3 cc and CC
Somalia PROPN 1 conj Somalia NNP B-LOC
signed VERB 0 root sign VBD
a DET 6 det a DT
treaty NOUN 4 obj treaty NN
+ PUNCT 4 punct . .`;

describe("words for several whom the report has named", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      "the two countries",
      `
The DET 3 det the DT
two NUM 3 nummod two CD
countries NOUN 4 nsubj country NNS
rejoiced VERB 0 root rejoice VBD
+ PUNCT 4 punct . .`,
      ["two countries: KEN GOV #0", "two countries: SOM GOV #1"],
    ],
    [
      "both",
      `
Both DET 2 nsubj both DT
rejoiced VERB 0 root rejoice VBD
+ PUNCT 2 punct . .`,
      ["Both: KEN GOV #0", "Both: SOM GOV #1"],
    ],
    [
      "neither side",
      `
Neither DET 2 det neither DT
side NOUN 3 nsubj side NN
rejoiced VERB 0 root rejoice VBD
+ PUNCT 3 punct . .`,
      ["Neither side: KEN GOV #0", "Neither side: SOM GOV #1"],
    ],
    [
      "they, after a list",
      `
They PRON 2 nsubj they PRP
rejoiced VERB 0 root rejoice VBD
+ PUNCT 2 punct . .`,
      ["They: KEN GOV #0", "They: SOM GOV #1"],
    ],
    [
      "three countries, of whom two are named: unresolved",
      `
The DET 3 det the DT
three NUM 3 nummod three CD
countries NOUN 4 nsubj country NNS
rejoiced VERB 0 root rejoice VBD
+ PUNCT 4 punct . .`,
      ["three countries: - GOV #2"],
    ],
  ];
  it.each(cases)("%s", (_, sentence, expected) => {
    expect(told(`${KENYA_AND_SOMALIA}\n${sentence}`).slice(2)).toEqual(expected);
  });

  it("say with whom they rest: the member's own words", () => {
    const document = withLayer(parsed(`${KENYA_AND_SOMALIA}\n${cases[0]![1]}`), PLACES, []);
    const [layer] = actors.annotate(document).layers;
    const [, , kenya] = layer![1] as readonly ActorMention[];
    expect(kenya).toMatchObject({
      name: "Kenya",
      countryBasis: "inferred",
      countrySpan: { start: 0, end: 5 },
    });
  });
});

describe("two nationalities in one phrase", () => {
  it("are two parties", () =>
    expect(
      told(`
French ADJ 4 amod French JJ B-MISC
and CCONJ 3 cc and CC
British ADJ 1 conj British JJ B-MISC
officials NOUN 5 nsubj official NNS
met VERB 0 root meet VBD
+ PUNCT 5 punct . .`),
    ).toEqual(["French and British officials: FRA GOV #0", "French and British officials: GBR GOV #1"]));

  it("are one each for the ministers of several states", () =>
    expect(
      told(`
The DET 3 det the DT
foreign ADJ 3 amod foreign JJ
ministers NOUN 8 nsubj minister NNS
of ADP 5 case of IN
Egypt PROPN 3 nmod Egypt NNP B-LOC
and CCONJ 7 cc and CC
Sudan PROPN 5 conj Sudan NNP B-LOC
met VERB 0 root meet VBD
+ PUNCT 8 punct . .`),
    ).toEqual([
      "foreign ministers of Egypt: EGY GOV #0",
      "foreign ministers of Egypt: SDN GOV #1",
      "Egypt: EGY GOV #2",
      "Sudan: SDN GOV #3",
    ]));
});

describe("a private person", () => {
  it("gets no country from a report that is about several", () =>
    expect(
      told(`${KENYA_AND_SOMALIA}
A DET 2 det a DT
teacher NOUN 3 nsubj teacher NN
rejoiced VERB 0 root rejoice VBD
+ PUNCT 3 punct . .`).at(-1),
    ).toBe("teacher: - EDU #2"));
});
