import { describe, expect, it } from "vitest";
import type { Report } from "../../src/record/report.ts";
import { brief, readAs } from "../helpers/read-results.ts";
import { zipOf } from "../helpers/zip.ts";

const LEAD = "Two boats collided in thick fog on Monday, the harbour master of Lindau said.";
const NEXT = "He closed the northern quay until further notice.";

async function reports(name: string, content: string | Buffer): Promise<readonly Report[]> {
  return (await readAs(name, content)).map((result) => {
    if ("report" in result) return result.report;
    throw new Error(`${result.name}: ${brief(result)}`);
  });
}

function shown({ title, outlet, published, byline, blocks }: Report): unknown {
  return {
    title,
    outlet,
    byline: byline?.text,
    day: published.status === "known" ? published.from : undefined,
    body: blocks.filter(({ kind }) => kind === "body").map(({ text }) => text),
  };
}

const EXPECTED = {
  title: "Boats in fog",
  outlet: "Lake Post",
  byline: "By Ida Moll",
  day: "2026-05-05",
  body: [LEAD, NEXT],
};

describe("Markdown", () => {
  it("header lines, headings, pictures and links are what they are; marks are no text", async () => {
    const [report] = await reports(
      "note.md",
      `---\ntitle: "Boats in fog"\ndate: 2026-05-05\nsource: Lake Post\nurl: https://lake.example/boats\n---\n\n` +
        `Two boats collided in **thick fog** on Monday, the [harbour master](https://lake.example/hm) of Lindau said.\n\n${NEXT}\n\n` +
        `Read also: [Quay open again](https://lake.example/quay)\n`,
    );
    expect(shown(report!)).toEqual({ ...EXPECTED, byline: undefined });
    expect(report!.url).toBe("https://lake.example/boats");
    expect(report!.blocks.filter(({ kind }) => kind === "teaser")).toHaveLength(1);
  });

  it("without header lines the first heading is the title, and the day is unknown", async () => {
    const [report] = await reports("note.md", `# Boats & fog\n\n${LEAD}\n\n${NEXT}\n`);
    expect(report).toMatchObject({ title: "Boats & fog", published: { status: "unknown" } });
  });

  it("an empty one is refused", async () => {
    expect((await readAs("note.md", "---\ndate: 2026-05-05\n---\n")).map(brief)).toEqual(["K102"]);
  });
});

describe("exports of news databases", () => {
  const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
  const wordOf = (lines: readonly string[]): Buffer =>
    zipOf({
      "[Content_Types].xml":
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      "_rels/.rels":
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      "word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${lines.map(paragraph).join("")}</w:body></w:document>`,
    });

  it("Nexis, Word: an article a report; the day is the outlet's, not the Load-Date", async () => {
    const article = [
      "Boats in fog",
      "Lake Post",
      "May 5, 2026 Tuesday",
      "Copyright 2026 Lake Press All Rights Reserved",
      "Section: HARBOUR; Pg. 3",
      "Length: 21 words",
      "Byline: Ida Moll",
      "Body",
      LEAD,
      NEXT,
      "Classification",
      "Language: ENGLISH",
      "Load-Date: May 9, 2026",
      "End of Document",
    ];
    const found = await reports(
      "export.docx",
      wordOf(["Documents (2)", "1. Boats in fog", ...article, ...article]),
    );
    expect(found.map(shown)).toEqual([EXPECTED, EXPECTED]);
  });

  it("Nexis, older HTML: outlet and day stand before the title", async () => {
    const lines = [
      "1 of 1 DOCUMENTS",
      "Lake Post",
      "May 5, 2026 Tuesday",
      "Boats in fog",
      "BYLINE: Ida Moll",
      "LENGTH: 21 words",
      LEAD,
      NEXT,
      "LOAD-DATE: May 9, 2026",
      "LANGUAGE: ENGLISH",
    ];
    const html = `<html><body>${lines.map((line) => `<div class="c0"><p>${line}</p></div>`).join("")}</body></html>`;
    expect((await reports("export.html", html)).map(shown)).toEqual([EXPECTED]);
  });

  it("Factiva, with field codes", async () => {
    const rows = {
      HD: "Boats in fog",
      BY: "Ida Moll",
      WC: "21 words",
      PD: "5 May 2026",
      SN: "Lake Post",
      LP: `<p>${LEAD}</p>`,
      TD: `<p>${NEXT}</p>`,
      AN: "Document LAKE000020260505em55",
    };
    const table = Object.entries(rows).map(
      ([code, value]) => `<tr><td><b>${code}</b>&nbsp;</td><td>${value}</td></tr>`,
    );
    const article = `<div class="article enArticle"><table>${table.join("")}</table></div>`;
    const html = `<html><body>${article}${article}</body></html>`;
    expect((await reports("factiva.html", html)).map(shown)).toEqual([EXPECTED, EXPECTED]);
  });

  it("Factiva, without field codes", async () => {
    const html = `<html><body><div class="article enArticle"><div id="hd"><span class="enHeadline">Boats in fog</span></div>
      <div class="author">Ida Moll</div><div>21 words</div><div>5 May 2026</div><div>07:15</div><div>Lake Post</div>
      <div>LAKE</div><div>English</div><p class="articleParagraph enarticleParagraph">${LEAD}</p>
      <p class="articleParagraph enarticleParagraph">${NEXT}</p><p>Document LAKE000020260505em55</p></div></body></html>`;
    expect((await reports("factiva.html", html)).map(shown)).toEqual([EXPECTED]);
  });

  it("an article without its text is named", async () => {
    const html = `<html><body><div class="article enArticle"><table><tr><td><b>HD</b></td><td>Boats</td></tr></table></div></body></html>`;
    expect((await readAs("factiva.html", html)).map(brief)).toEqual(["K102"]);
  });
});
