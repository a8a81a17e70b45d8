import { describe, expect, it } from "vitest";
import { type Brief, METHOD } from "./brief.ts";
import { briefBibtex, briefCsl } from "./citations.ts";

const reference = (number: number, key: string, over: Partial<Brief["references"][number]> = {}) => ({
  number,
  key,
  title: "Five held at 50% of {posts} & \\roads",
  outlet: "Lakeside Wire",
  url: "https://wire.example/a_{1}",
  published: "2026-05-06",
  sha256: "ab12",
  storedAt: "2026-05-07T10:00:00.000Z",
  quote: { report: key, start: number, end: number + 1, text: "x" },
  ...over,
});
const brief = (references: Brief["references"]): Brief => ({
  title: "t",
  made: "2026-05-08T00:00:00Z",
  sentences: [],
  references,
  method: METHOD,
  limits: [],
});

describe("the references of a brief for other programs", () => {
  it("are the reports, each once, in the order of the brief", () => {
    const csl = briefCsl(brief([reference(1, "b"), reference(2, "a"), reference(3, "b")]));
    expect(csl.map(({ id }) => id)).toEqual(["b", "a"]);
    expect(csl[0]).toEqual({
      id: "b",
      type: "article-newspaper",
      title: "Five held at 50% of {posts} & \\roads",
      "container-title": "Lakeside Wire",
      issued: { "date-parts": [[2026, 5, 6]] },
      accessed: { "date-parts": [[2026, 5, 7]] },
      URL: "https://wire.example/a_{1}",
      note: "SHA-256 of the text: ab12",
    });
  });

  it("hold no sign that TeX would read", () => {
    expect(briefBibtex(brief([reference(1, "b")]))).toBe(
      [
        "@article{b,",
        "  title = {Five held at 50\\% of \\{posts\\} \\& \\textbackslash{}roads},",
        "  journaltitle = {Lakeside Wire},",
        "  date = {2026-05-06},",
        "  url = {https://wire.example/a_%7B1%7D},",
        "  urldate = {2026-05-07},",
        "  note = {SHA-256 of the text: ab12},",
        "}",
        "",
      ].join("\n"),
    );
  });

  it("leave out what a report does not say", () => {
    const bare = reference(1, "b", {
      title: undefined,
      outlet: undefined,
      url: undefined,
      published: undefined,
    });
    expect(Object.keys(briefCsl(brief([bare]))[0]!)).toEqual(["id", "type", "accessed", "note"]);
    expect(briefBibtex(brief([bare]))).not.toContain("undefined");
  });
});
