import { describe, expect, it } from "vitest";
import { brief, found } from "../../../test/helpers/places.ts";

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
