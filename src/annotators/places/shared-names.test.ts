import { describe, expect, it } from "vitest";
import { parsed } from "../../../test/helpers/parsed.ts";
import { places } from "../../../test/helpers/places.ts";
import { apply } from "../../text/annotator.ts";
import { read } from "../../text/document.ts";
import { PLACES } from "./layer.ts";

/** "Goma COD", with "?" where two states of the name remain. */
function told(notation: string): readonly string[] {
  return read(apply(parsed(notation), places), PLACES).map(
    ({ name, country, ambiguous }) => `${name} ${country}${ambiguous === undefined ? "" : "?"}`,
  );
}

const CONGO = `
Congo PROPN 2 nsubj Congo NNP B-LOC
voted VERB 0 root vote VBD
in ADP 4 case in IN`;

describe("a name that two states bear", () => {
  it.each([
    [
      `${CONGO}\nBrazzaville PROPN 2 obl Brazzaville NNP B-LOC`,
      ["Republic of the Congo COG", "Brazzaville COG"],
    ],
    [`${CONGO}\nGoma PROPN 2 obl Goma NNP B-LOC`, ["DR Congo COD", "Goma COD"]],
  ])("is told apart by the other places of the report", (notation, expected) =>
    expect(told(notation)).toEqual(expected),
  );

  it("stays open where nothing else speaks for either, and both are named", () => {
    const [congo] = read(apply(parsed(`${CONGO}\nMarch PROPN 2 obl March NNP`), places), PLACES);
    expect(congo).toMatchObject({ ambiguous: ["Republic of the Congo, COG"] });
    expect(congo?.confidence).toBeLessThan(0.5);
  });
});

describe("a state and a part of another state", () => {
  it("are told apart by the office that stands with the name", () => {
    expect(
      told(`
Georgia PROPN 3 nmod:poss Georgia NNP B-LOC
's PART 1 case 's POS
governor NOUN 4 nsubj governor NN
spoke VERB 0 root speak VBD
in ADP 6 case in IN
Georgia PROPN 4 obl Georgia NNP B-LOC`),
    ).toEqual(["Georgia USA", "Georgia USA"]);
    expect(
      told(`
The DET 2 det the DT
president NOUN 5 nsubj president NN
of ADP 4 case of IN
Niger PROPN 2 nmod Niger NNP B-LOC
visited VERB 0 root visit VBD
Abuja PROPN 5 obj Abuja NNP B-LOC`),
    ).toEqual(["Niger NER", "Abuja NGA"]);
  });
});

describe("a month", () => {
  it("is no town of that name, also before a full stop", () =>
    expect(
      told(`
They PRON 2 nsubj they PRP
voted VERB 0 root vote VBD
in ADP 4 case in IN
March+ PROPN 2 obl March NNP
. PUNCT 2 punct . .`),
    ).toEqual([]));
});

describe("an embassy", () => {
  it("stands in another country than its own", () =>
    expect(
      read(
        apply(
          parsed(`
They PRON 2 nsubj they PRP
marched VERB 0 root march VBD
in ADP 4 case in IN
Basra PROPN 2 obl Basra NNP B-LOC
to ADP 8 case to IN
the DET 8 det the DT
Turkish ADJ 8 amod Turkish JJ B-MISC
consulate NOUN 2 obl consulate NN`),
          places,
        ),
        PLACES,
      ).map(({ name, country }) => [name, country]),
    ).toEqual([
      ["Basrah", "IRQ"],
      ["Turkish consulate", "IRQ"],
    ]));
});
