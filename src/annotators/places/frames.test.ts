import { describe, expect, it } from "vitest";
import { brief, found } from "../../../test/helpers/places.ts";

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
