import { describe, expect, it } from "vitest";
import { parsed } from "../../../test/helpers/parsed.ts";
import { apply } from "../../text/annotator.ts";
import { read } from "../../text/document.ts";
import { createTimes } from "./index.ts";
import { TIMES } from "./layer.ts";

const annotator = createTimes();

/** A sentence as a flat parse: a past verb ("met") or a future one ("will") is all that times need of the tree. */
function timesIn(sentence: string, published?: string): readonly string[] {
  const rows = sentence.split(" ").map((word, index, words) => {
    const root = words.findIndex((one) => one === "met" || one === "meet") + 1;
    if (word === "will") return `will AUX ${root} aux will MD`;
    if (index + 1 === root) return `${word} VERB 0 root meet ${word === "met" ? "VBD" : "VB"}`;
    if (/^(on|in|by|since|until|for)$/i.test(word))
      return `${word} ADP ${Math.min(index + 2, words.length)} case`;
    return `${word} NOUN ${root} obl`;
  });
  const document = apply(parsed(rows.join("\n"), published), annotator);
  return read(document, TIMES).map(
    (time) => `${time.value} ${time.from ?? "?"}…${time.to ?? "?"} ${time.use}`,
  );
}

describe("times, in a report of Tuesday 2026-05-05", () => {
  it.each([
    ["They met on 3 May 2026", "2026-05-03 2026-05-03…2026-05-03 when"],
    ["They met on May 3", "2026-05-03 2026-05-03…2026-05-03 when"],
    ["They met on December 3", "2025-12-03 2025-12-03…2025-12-03 when"],
    ["They met in August 2020", "2020-08 2020-08-01…2020-08-31 when"],
    ["They met in 2019", "2019 2019-01-01…2019-12-31 when"],
    ["They met on Sunday", "2026-05-03 2026-05-03…2026-05-03 when"],
    ["They met on Tuesday", "2026-05-05 2026-05-05…2026-05-05 when"],
    ["They will meet on Friday", "2026-05-08 2026-05-08…2026-05-08 when"],
    ["They met today, May 4, in Geneva", "2026-05-04 2026-05-04…2026-05-04 when"],
    ["They met yesterday, 3 May, in Geneva", "2026-05-03 2026-05-03…2026-05-03 when"],
    ["They met yesterday", "2026-05-04 2026-05-04…2026-05-04 when"],
    ["They met last week", "2026-W18 2026-04-27…2026-05-03 when"],
    ["They met last month", "2026-04 2026-04-01…2026-04-30 when"],
    ["They met two weeks ago", "2026-W17 2026-04-20…2026-04-26 when"],
    ["They met over the weekend", "2026-W18-WE 2026-05-02…2026-05-03 when"],
    ["They met on the night of May 2 to 3", "2026-05-02TNI/2026-05-03 2026-05-02…2026-05-03 when"],
    ["They met in the summer of 2021", "2021-SU 2021-06-01…2021-08-31 when"],
    ["They met every Friday", "XXXX-WXX-5 ?…? repeated"],
    ["They met every May", "XXXX-05 ?…? repeated"],
    ["They met on Sunday nights", "XXXX-WXX-7TNI ?…? repeated"],
    ["They met in the first two months of 2019", "P2M 2019-01-01…2019-02-28 when"],
    ["They met for the last two weeks of May 2019", "P2W 2019-05-18…2019-05-31 when"],
    ["They met in the second half of the year", "2026-H2 2026-07-01…2026-12-31 when"],
    ["They met at about 7 a.m.", "2026-05-05T07:00 2026-05-05…2026-05-05 when"],
    ["They will meet for August delivery", "2026-08 2026-08-01…2026-08-31 when"],
    ["They met since 2019", "2019 2019-01-01…2026-05-05 since"],
    ["They will meet by February 2027", "2027-02 2027-02-01…2027-02-28 deadline"],
  ])("%s: %s", (sentence, expected) => expect(timesIn(sentence, "2026-05-05")).toEqual([expected]));

  it("a date inside the subject of a verb in the present is past: an announcement on Monday comes after it", () => {
    const document = apply(
      parsed(
        [
          "The DET 2 det",
          "announcement NOUN 5 nsubj",
          "on ADP 4 case",
          "Monday PROPN 2 nmod",
          "comes VERB 0 root come VBZ",
          "after ADP 7 case",
          "years NOUN 5 obl",
        ].join("\n"),
        "2026-05-05",
      ),
      annotator,
    );
    expect(read(document, TIMES)[0]?.value).toBe("2026-05-04");
  });

  it("counts months from the time told before, days from the day told before", () => {
    expect(timesIn("They met in August 2020 and nine months later", "2026-05-05")[1]).toBe(
      "2021-05 2021-05-01…2021-05-31 when",
    );
    expect(timesIn("They met on Monday in 2026 and a day earlier", "2026-05-05").at(-1)).toBe(
      "2026-05-03 2026-05-03…2026-05-03 when",
    );
  });

  it("leaves relative times open when the publication date is unknown, and says so", () => {
    expect(timesIn("They met on Sunday")).toEqual(["XXXX-WXX-7 ?…? when"]);
    expect(timesIn("They met in August 2020")).toEqual(["2020-08 2020-08-01…2020-08-31 when"]);
  });

  it.each(["They met on 31 February 2026", "They met 99999 times", "They met at 25:99"])(
    "does not fall over %s",
    (sentence) => {
      expect(() => timesIn(sentence, "2026-05-05")).not.toThrow();
    },
  );
});
