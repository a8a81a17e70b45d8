import { describe, expect, it } from "vitest";
import { mentionsOf, told } from "../../../test/helpers/actors.ts";

describe("persons", () => {
  const PRESIDENT = `
President PROPN 4 nsubj President NNP
Jacob PROPN 1 flat Jacob NNP B-PER
Zuma PROPN 1 flat Zuma NNP I-PER
met VERB 0 root meet VBD
lawmakers NOUN 4 obj lawmaker NNS
+ PUNCT 4 punct . .

Zuma PROPN 2 nsubj Zuma NNP B-PER
said VERB 0 root say VBD
he PRON 5 nsubj he PRP
would AUX 5 aux would MD
resign VERB 2 ccomp resign VB
+ PUNCT 2 punct . .`;

  it("keep their office and number by surname and pronoun", () =>
    expect(told(PRESIDENT, "2017-06-01")).toEqual([
      "President Jacob Zuma | ZAF GOV #0",
      "lawmakers | ZAF LEG #1",
      "Zuma | ZAF GOV #0",
      "he | ZAF GOV #0",
    ]));

  it("are public if the registry or the report gives an office, else private", () => {
    const [president] = mentionsOf(PRESIDENT);
    expect(president).toMatchObject({
      name: "Jacob Zuma",
      role: "president",
      isPrivate: false,
      kind: "person",
    });
    const [baker] = mentionsOf(`
Zebulon PROPN 3 nsubj Zebulon NNP B-PER
Quillfeather PROPN 1 flat Quillfeather NNP I-PER
protested VERB 0 root protest VBD
+ PUNCT 3 punct . .`);
    expect(baker).toMatchObject({ name: "Zebulon Quillfeather", isPrivate: true, sector: "CVL" });
  });

  it("are one with the office in apposition", () => {
    const found = mentionsOf(`
Orla PROPN 9 nsubj Orla NNP B-PER
Mbeki PROPN 1 flat Mbeki NNP I-PER
, PUNCT 6 punct , ,
the DET 6 det the DT
defence NOUN 6 compound defence NN
minister NOUN 1 appos minister NN
, PUNCT 6 punct , ,
has AUX 9 aux have VBZ
resigned VERB 0 root resign VBN
+ PUNCT 9 punct . .`);
    expect(found.map(({ entity }) => entity)).toEqual([0, 0]);
    expect(found[0]).toMatchObject({ role: "defence minister", sector: "GOV", isPrivate: false });
    expect(found[1]!.name).toBe("Orla Mbeki");
  });
});
