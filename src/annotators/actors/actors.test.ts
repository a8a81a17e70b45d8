import { describe, expect, it } from "vitest";
import { parsed } from "../../../test/helpers/parsed.ts";
import { loadCountries } from "../../knowledge/countries.ts";
import { loadRegistry } from "../../knowledge/registry.ts";
import { loadAgents } from "../../knowledge/roles.ts";
import { checkPipeline } from "../../text/annotator.ts";
import { type Document, read, withLayer } from "../../text/document.ts";
import { PLACES } from "../places/layer.ts";
import { createActors } from "./index.ts";
import { ACTORS, type ActorMention } from "./layer.ts";

const actors = createActors({
  registry: loadRegistry(),
  countries: loadCountries(),
  agents: loadAgents(),
});

function mentionsOf(notation: string, published?: string): readonly ActorMention[] {
  const document: Document = withLayer(parsed(notation, published), PLACES, []);
  const [layer] = actors.annotate(document).layers;
  expect(layer![0]).toBe(ACTORS);
  return layer![1] as readonly ActorMention[];
}

/** `words COUNTRY SECTOR #entity`, one a mention: what a table of expectations is compared with. */
function told(notation: string, published?: string): readonly string[] {
  const { text } = withLayer(parsed(notation, published), PLACES, []);
  return mentionsOf(notation, published).map(
    ({ start, end, country, sector, entity }) =>
      `${text.slice(start, end)} | ${country ?? "-"} ${sector} #${entity}`,
  );
}

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
