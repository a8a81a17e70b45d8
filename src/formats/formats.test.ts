import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codedReport } from "../../test/helpers/coded.ts";
import { quotesOf } from "../../test/helpers/quotes.ts";
import { CSV_COLUMNS, csvHead, csvRows } from "./csv.ts";
import { FORMAT_NAMES, formatOf } from "./index.ts";
import { withOffsets } from "./offsets.ts";
import { PLOVER_FIELDS, ploverLines } from "./plover.ts";

/** Cells of RFC 4180 rows, as a spreadsheet reads them. */
function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, border] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    if (border === "" && quoted === undefined && bare === "") break;
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bare ?? "");
    if (border === "\n") rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

function rowsOf(coded: Parameters<typeof csvRows>[0]): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = parseCsv(csvHead() + csvRows(coded));
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ""])));
}

describe("offsets at the border", () => {
  it.each(["Police 😀 arrested 😀😀 two men", "e\u0301 مرحبا 😀x", "plain", "\ud800 lone"])(
    "%j: every quote is its slice in code points, and comes back",
    (text) => {
      const coded = codedReport(text);
      const converted = withOffsets(coded, "code-points");
      const characters = Array.from(text);
      expect(quotesOf(converted).length).toBeGreaterThan(3);
      for (const quote of quotesOf(converted))
        expect(characters.slice(quote.start, quote.end).join("")).toBe(quote.text);
      expect(withOffsets(converted, "utf-16")).toEqual(coded);
    },
  );

  it("holds for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (text) => {
        const characters = Array.from(text);
        for (const quote of quotesOf(withOffsets(codedReport(text), "code-points")))
          expect(characters.slice(quote.start, quote.end).join("")).toBe(quote.text);
      }),
    );
  });
});

describe("formats", () => {
  const coded = codedReport('He said "one, two"\nthen | left');

  it.each(["json", "jsonl"] as const)("%s parses back to the record", (name) => {
    const format = formatOf(name);
    const text = format.head + format.body(coded, 0) + format.body(coded, 1) + format.tail;
    const back =
      name === "json"
        ? JSON.parse(text)
        : text
            .trim()
            .split("\n")
            .map((line) => JSON.parse(line));
    expect(back).toEqual([coded, coded]);
  });

  it("json without reports is an empty list", () => {
    const format = formatOf("json");
    expect(JSON.parse(format.head + format.tail)).toEqual([]);
  });

  it("csv keeps quotes, commas and line ends in their cells", () => {
    expect(rowsOf(coded)).toHaveLength(1);
    expect(rowsOf(coded)[0]).toMatchObject({
      report_id: "r1",
      type: "COERCE",
      trigger: coded.events[0]!.trigger.text,
      date_unknown: "not-stated",
      offsets: "utf-16",
    });
  });

  it.each([
    ["=SUM(A1)", "'=SUM(A1)"],
    ["@cmd", "'@cmd"],
    ["-5", "-5"],
    ["a|b", "a/b"],
  ])("csv: %j becomes %j, which no spreadsheet runs and no reader splits", (name, cell) => {
    expect(rowsOf(codedReport("words", name))[0]?.actor_names).toBe(cell);
  });

  it("csv columns have each name once", () => {
    expect(new Set(CSV_COLUMNS.map((column) => column.name)).size).toBe(CSV_COLUMNS.length);
  });

  it("plover has the manual's fields, leaves unknown dates empty, and says in the comment what it cannot hold", () => {
    const [event] = ploverLines(coded)
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(Object.keys(event)).toEqual([...PLOVER_FIELDS]);
    expect(event).toMatchObject({ date: "", event: ["COERCE"] });
    expect(event.comment).toContain("date unknown: not-stated");
    expect(event.comment).toContain("factuality Uu");
  });

  it.each(FORMAT_NAMES)("%s of the same record is the same text", (name) => {
    expect(formatOf(name).body(coded, 0)).toBe(formatOf(name).body(coded, 0));
  });
});
