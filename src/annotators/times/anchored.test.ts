import { describe, expect, it } from "vitest";
import { parsed } from "../../../test/helpers/parsed.ts";
import { apply } from "../../text/annotator.ts";
import { type Document, read } from "../../text/document.ts";
import { createTimes } from "./index.ts";
import { TIMES } from "./layer.ts";

const annotator = createTimes();

/** Published on Tuesday 2026-05-05. */
function annotated(...rows: readonly string[]): Document {
  return apply(parsed(rows.join("\n"), "2026-05-05"), annotator);
}
const lastTime = (document: Document) => read(document, TIMES).at(-1);

/** "the vote was held on 12 April", then "COUNT before the vote rebels attacked". */
const VOTE = ["vote NOUN 3 nsubj:pass", "was AUX 3 aux:pass", "held VERB 0 root hold VBN", "on ADP 6 case"];
const APRIL = ["12 NUM 6 nummod", "April PROPN 3 obl", ", PUNCT 3 punct"];

describe("times counted from an event", () => {
  it("count from the date that the report gives the event elsewhere", () => {
    const document = annotated(
      ...VOTE,
      ...APRIL,
      "two NUM 9 nummod two CD",
      "days NOUN 12 obl day NNS",
      "before ADP 12 case",
      "the DET 12 det",
      "vote NOUN 14 obl",
      "rebels NOUN 14 nsubj",
      "attacked VERB 3 conj attack VBD",
    );
    expect(lastTime(document)).toMatchObject({
      type: "DURATION",
      value: "P2D",
      from: "2026-04-10",
      to: "2026-04-10",
      precision: "day",
      anchor: "event",
      use: "when",
    });
    const { anchorSpan } = lastTime(document)!;
    expect(document.text.slice(anchorSpan!.start, anchorSpan!.end)).toBe("12 April");
  });

  it("count from a date at the event itself, as finely as that allows", () => {
    const document = annotated(
      "Nine NUM 2 nummod nine CD",
      "months NOUN 7 obl month NNS",
      "after ADP 7 case",
      "the DET 7 det",
      "August PROPN 7 compound",
      "2020 NUM 5 nummod",
      "coup NOUN 9 obl",
      "soldiers NOUN 9 nsubj",
      "returned VERB 0 root return VBD",
    );
    expect(read(document, TIMES)[0]).toMatchObject({
      from: "2021-05-01",
      to: "2021-05-31",
      precision: "month",
    });
  });

  it("stay open, and say why, when the report dates the event nowhere", () => {
    const document = annotated(
      "Three NUM 2 nummod three CD",
      "days NOUN 5 obl day NNS",
      "after ADP 5 case",
      "the DET 5 det",
      "funeral NOUN 7 obl",
      "police NOUN 7 nsubj",
      "returned VERB 0 root return VBD",
    );
    expect(lastTime(document)).toMatchObject({ use: "when", unknown: "relative-to-undated-event" });
    expect(lastTime(document)).not.toHaveProperty("from");
  });

  it("do not count from the publication: nothing has been told before “a day earlier”", () => {
    const document = annotated("A DET 2 det", "day NOUN 4 obl", "earlier ADV 2 advmod", "rebels NOUN 0 root");
    expect(lastTime(document)).toMatchObject({ unknown: "relative-to-undated-event" });
  });
});

describe("days that no calendar has", () => {
  const on = (...words: readonly string[]): Document =>
    annotated("They PRON 2 nsubj", "met VERB 0 root meet VBD", ...words.map((word) => `${word} NOUN 2 obl`));

  it.each([
    ["31 February", ["31", "February"]],
    ["the 45th of May", ["the", "45th", "of", "May"]],
    ["February 29, 2025", ["February", "29,", "2025"]],
    ["2026-13-01", ["2026-13-01"]],
  ])("%s dates nothing, and a note says so", (words, tokens) => {
    const document = on("on", ...tokens);
    expect(read(document, TIMES)).toMatchObject([{ unknown: "impossible-date" }]);
    expect(document.notes).toMatchObject([{ code: "impossible-date", quote: { text: words } }]);
  });

  it.each([
    ["a leap day", ["29", "February"]],
    ["a count after a month", ["in", "May", "45", "people"]],
  ])("%s is none of them", (_, tokens) => {
    const codes = on(...tokens).notes.map(({ code }) => code);
    expect(codes).not.toContain("impossible-date");
  });
});
