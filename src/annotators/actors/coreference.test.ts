import { describe, expect, it } from "vitest";
import { mentionsOf, told } from "../../../test/helpers/actors.ts";

describe("references", () => {
  it("go back to the state for 'the country', to the government for 'the government' and 'it'", () =>
    expect(
      told(`
Ghana PROPN 3 nmod:poss Ghana NNP B-LOC
's PART 1 case 's POS
government NOUN 4 nsubj government NN
banned VERB 0 root ban VBD
rallies NOUN 4 obj rally NNS
+ PUNCT 4 punct . .

The DET 2 det the DT
government NOUN 3 nsubj government NN
said VERB 0 root say VBD
it PRON 5 nsubj it PRP
feared VERB 3 ccomp fear VBD
attacks NOUN 5 obj attack NNS
on ADP 9 case on IN
the DET 9 det the DT
country NOUN 6 nmod country NN
+ PUNCT 3 punct . .`),
    ).toEqual([
      "Ghana | GHA GOV #0",
      "Ghana 's government | GHA GOV #0",
      "government | GHA GOV #0",
      "it | GHA GOV #0",
      "country | GHA GOV #0",
    ]));

  it("choose the country that lies where the adjective says", () => {
    const found = mentionsOf(`
France PROPN 2 nsubj France NNP B-LOC
left VERB 0 root leave VBD
Niger PROPN 2 obj Niger NNP B-LOC
, PUNCT 5 punct , ,
angering VERB 2 advcl anger VBG
the DET 9 det the DT
West ADJ 8 amod West JJ
African ADJ 9 amod African JJ
nation NOUN 5 obj nation NN
+ PUNCT 2 punct . .`);
    expect(found.at(-1)).toMatchObject({ country: "NER", countryBasis: "inferred" });
  });

  it("join an acronym with the registry's name, and 'the group' with the last one", () => {
    const found = mentionsOf(`
The DET 3 det the DT
Islamic PROPN 3 amod Islamic NNP B-ORG
State PROPN 4 nsubj State NNP I-ORG
attacked VERB 0 root attack VBD
Mosul PROPN 4 obj Mosul NNP B-LOC
+ PUNCT 4 punct . .

ISIL PROPN 2 nsubj ISIL NNP B-ORG
withdrew VERB 0 root withdraw VBD
+ PUNCT 2 punct . .

The DET 2 det the DT
group NOUN 3 nsubj group NN
denied VERB 0 root deny VBD
it PRON 3 obj it PRP
+ PUNCT 3 punct . .`);
    expect(found.map(({ entity, name }) => `${entity} ${name}`)).toEqual([
      "0 Islamic State",
      "0 Islamic State",
      "0 Islamic State",
    ]);
  });

  it("take 'the group' for the whole, not for what stands in its apposition", () => {
    const found = mentionsOf(`
Attacks NOUN 10 nsubj attack NNS
by ADP 3 case by IN
Hamas PROPN 1 nmod Hamas NNP B-ORG
, PUNCT 6 punct , ,
an DET 6 det a DT
ally NOUN 3 appos ally NN
of ADP 8 case of IN
Hezbollah PROPN 6 nmod Hezbollah NNP B-ORG
, PUNCT 6 punct , ,
ended VERB 0 root end VBD
+ PUNCT 10 punct . .

The DET 2 det the DT
group NOUN 3 nsubj group NN
denied VERB 0 root deny VBD
this PRON 3 obj this DT
+ PUNCT 3 punct . .`);
    expect(found.at(-1)).toMatchObject({ name: "Hamas" });
  });

  it("take 'the regime' for those called rulers, not for the government that speaks of them", () => {
    const found = mentionsOf(`
Peru PROPN 2 nsubj Peru NNP B-LOC
punished VERB 0 root punish VBD
Chad PROPN 6 nmod:poss Chad NNP B-LOC
's PART 3 case 's POS
military ADJ 6 amod military JJ
rulers NOUN 2 obj ruler NNS
+ PUNCT 2 punct . .

The DET 2 det the DT
government NOUN 5 nsubj government NN
in ADP 4 case in IN
Lima PROPN 2 nmod Lima NNP B-LOC
accused VERB 0 root accuse VBD
the DET 7 det the DT
regime NOUN 5 obj regime NN
+ PUNCT 5 punct . .`);
    expect(found.at(-1)).toMatchObject({ country: "TCD" });
  });

  it("take a short name for the longer one that begins with it, and 'the court' for the one called so", () => {
    const found = mentionsOf(`
The DET 4 det the DT
Lagos PROPN 4 compound Lagos NNP B-ORG
Appeals PROPN 4 compound Appeals NNP I-ORG
Court PROPN 5 nsubj Court NNP I-ORG
ruled VERB 0 root rule VBD
+ PUNCT 5 punct . .

The DET 2 det the DT
court NOUN 3 nsubj court NN
freed VERB 0 root free VBD
miners NOUN 3 obj miner NNS
+ PUNCT 3 punct . .`);
    expect(found[1]!.entity).toBe(found[0]!.entity);
  });

  it("leave an expletive 'it' alone", () => {
    const found = mentionsOf(`
Peru PROPN 2 nsubj Peru NNP B-LOC
knows VERB 0 root know VBZ
it PRON 5 expl it PRP
is AUX 5 cop be VBZ
clear ADJ 2 ccomp clear JJ
+ PUNCT 2 punct . .`);
    expect(found).toHaveLength(1);
  });
});
