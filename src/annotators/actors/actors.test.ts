import { describe, expect, it } from "vitest";
import { actors, mentionsOf, told } from "../../../test/helpers/actors.ts";
import { parsed } from "../../../test/helpers/parsed.ts";
import { checkPipeline } from "../../text/annotator.ts";
import { read, withLayer } from "../../text/document.ts";
import { PLACES } from "../places/layer.ts";
import { ACTORS } from "./layer.ts";

const SPOKESMAN = `
The DET 3 det the DT
Kenyan ADJ 3 amod Kenyan JJ B-MISC
army NOUN 4 nsubj army NN
said VERB 0 root say VBD
its PRON 6 nmod:poss its PRP$
soldiers NOUN 7 nsubj soldier NNS
killed VERB 4 ccomp kill VBD
rebels NOUN 7 obj rebel NNS
in ADP 10 case in IN
Lamu PROPN 7 obl Lamu NNP B-LOC
+ PUNCT 4 punct . .`;

describe("noun phrases", () => {
  it("give country, sector and number, with the pronoun's own antecedent", () =>
    expect(told(SPOKESMAN)).toEqual([
      "Kenyan army | KEN MIL #0",
      "its | KEN MIL #0",
      "its soldiers | KEN MIL #1",
      "rebels | KEN REB #2",
    ]));

  it("say on what a country rests", () => {
    const [army, , soldiers, rebels] = mentionsOf(SPOKESMAN);
    expect(army).toMatchObject({
      countryBasis: "normalised",
      countrySpan: { start: 4, end: 10 },
      kind: "organ",
    });
    expect(soldiers).toMatchObject({ countryBasis: "inferred", kind: "population", plural: true });
    expect(rebels).toMatchObject({ countryBasis: "inferred", kind: "armed-group" });
  });

  it("take in possessor, title and complement, but no article and no relative clause", () =>
    expect(
      told(`
Norway PROPN 3 nmod:poss Norway NNP B-LOC
's PART 1 case 's POS
ambassador NOUN 11 nsubj ambassador NN
to ADP 5 case to IN
Chad PROPN 3 nmod Chad NNP B-LOC
, PUNCT 8 punct , ,
who PRON 8 nsubj who WP
arrived VERB 3 acl:relcl arrive VBD
Monday PROPN 8 obl:tmod Monday NNP
, PUNCT 8 punct , ,
met VERB 0 root meet VBD
the DET 14 det the DT
opposition NOUN 14 compound opposition NN
leader NOUN 11 obj leader NN
+ PUNCT 11 punct . .`),
    ).toEqual([
      "Norway | NOR GOV #0",
      "Norway's ambassador to Chad | NOR GOV #1".replace("Norway's", "Norway 's"),
      "Chad | TCD GOV #2",
      "who | NOR GOV #1",
      "opposition leader | NOR OPP #3",
    ]));

  it("are one each in a coordination", () =>
    expect(
      told(`
Police NOUN 4 nsubj police NNS
and CCONJ 3 cc and CC
students NOUN 1 conj student NNS
clashed VERB 0 root clash VBD
in ADP 6 case in IN
Lima PROPN 4 obl Lima NNP B-LOC
+ PUNCT 4 punct . .`),
    ).toEqual(["Police | - COP #0", "students | - EDU #1"]));
});

describe("those whom the report does not name", () => {
  it.each([
    ["unnamed", "withheld-by-report", "GOV"],
    ["foreign", "not-stated", "GOV"],
    ["Western", "not-stated", "GOV"],
  ])("a %s power has no country", (adjective, reason, sector) => {
    const found = mentionsOf(`
Belgium PROPN 2 nsubj Belgium NNP B-LOC
accused VERB 0 root accuse VBD
a DET 5 det a DT
${adjective} ADJ 5 amod ${adjective} JJ
power NOUN 2 obj power NN
+ PUNCT 2 punct . .`);
    expect(found[1]).toMatchObject({ countryUnknown: reason, sector });
    expect(found[1]!.country).toBeUndefined();
    expect(found[1]!.entity).not.toBe(found[0]!.entity);
  });

  it("stay nobody when a pronoun follows", () => {
    const found = mentionsOf(`
Officials NOUN 2 nsubj official NNS
blamed VERB 0 root blame VBD
an DET 5 det a DT
unnamed ADJ 5 amod unnamed JJ
state NOUN 2 obj state NN
+ PUNCT 2 punct . .

It PRON 2 nsubj it PRP
denied VERB 0 root deny VBD
this PRON 2 obj this DT
+ PUNCT 2 punct . .`);
    expect(found.map(({ form }) => form)).toEqual(["nominal", "nominal"]);
  });
});

describe("phrases of several words", () => {
  it("keep what belongs to an international body apart from where it works", () => {
    const found = mentionsOf(`
The DET 4 det the DT
United PROPN 3 amod United NNP B-ORG
Nations PROPN 4 compound Nations NNPS I-ORG
mission NOUN 7 nsubj mission NN
in ADP 6 case in IN
Togo PROPN 4 nmod Togo NNP B-LOC
left VERB 0 root leave VBD
+ PUNCT 7 punct . .`);
    const mission = found.find(({ head }) => head === 3);
    expect(mission).toMatchObject({ sector: "IGO", countryUnknown: "not-stated" });
    expect(mission!.country).toBeUndefined();
  });

  it("count a group and its members as one", () => {
    const found = mentionsOf(`
A DET 2 det a DT
group NOUN 5 nsubj group NN
of ADP 4 case of IN
miners NOUN 2 nmod miner NNS
marched VERB 0 root march VBD
in ADP 7 case in IN
Lima PROPN 5 obl Lima NNP B-LOC
+ PUNCT 5 punct . .`);
    expect(found.map(({ sector, entity }) => `${sector} ${entity}`)).toEqual(["LAB 0", "LAB 0"]);
  });

  it("do not take the local governor for the regional one", () => {
    const row = (adjective: string): string => `
The DET 3 det the DT
${adjective} ADJ 3 amod ${adjective} JJ
governor NOUN 4 nsubj governor NN
resigned VERB 0 root resign VBD
+ PUNCT 4 punct . .
`;
    const found = mentionsOf(`${row("regional")}\n${row("local")}\n${row("local")}`);
    expect(found.map(({ entity }) => entity)).toEqual([0, 1, 1]);
  });
});

describe("the annotator", () => {
  it("fits the pipeline", () => {
    expect(() => checkPipeline(actors.requires, [actors])).not.toThrow();
    expect(actors.provides).toEqual([ACTORS]);
  });

  it("says the same of the same text, and nothing of an empty one", () => {
    expect(told(SPOKESMAN)).toEqual(told(SPOKESMAN));
    const empty = withLayer(withLayer(parsed("Rain NOUN 0 root"), PLACES, []), ACTORS, []);
    expect(read(empty, ACTORS)).toEqual([]);
    expect(mentionsOf("Rain NOUN 0 root")).toEqual([]);
  });

  it.each([
    ["a chain", (index: number) => index],
    ["a star", (index: number) => (index === 0 ? 0 : 1)],
    ["single words", () => 0],
  ])("does not throw when the tree is %s", (_, headOf) => {
    const rows = SPOKESMAN.trim().split("\n");
    const broken = rows.map((row, index) => row.replace(/ \d+ (?=\S+ )/, ` ${headOf(index)} `));
    expect(broken).not.toEqual(rows);
    expect(() => mentionsOf(broken.join("\n"))).not.toThrow();
  });
});
