import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageFile } from "../text/package-files.ts";
import { kindByContent } from "./kinds.ts";
import { readReports } from "./read.ts";
import type { ReadOptions, ReadResult } from "./result.ts";

const FOLDER = "test/fixtures/inputs";
const LEAD =
  "Two boats collided in thick fog on Monday and the harbour master of Lindau closed the northern quay until further notice.";

async function read(file: string, options: ReadOptions = {}): Promise<readonly ReadResult[]> {
  const results: ReadResult[] = [];
  for await (const result of readReports([packageFile(`${FOLDER}/${file}`)], options)) results.push(result);
  return results;
}

function shown(result: ReadResult): Readonly<Record<string, string | undefined>> {
  if ("error" in result) return { error: result.error.code };
  if ("reference" in result) return { reference: result.reference.url };
  const { externalId, title, url, outlet, published } = result.report;
  return { externalId, title, url, outlet, day: published.status === "known" ? published.from : undefined };
}

describe("files of every kind that users have", () => {
  it.each([
    "feed.rss",
    "feed.atom",
    "feed.json",
    "mail.eml",
    "report.docx",
    "report.pdf",
    "pages.warc.gz",
    "reports.csv",
  ])("%s: the text is read whole", async (file) => {
    const [first] = await read(file);
    expect(first).toHaveProperty("report");
    if (first !== undefined && "report" in first)
      expect(first.report.text.replace(/\s+/g, " ")).toContain(LEAD);
  });

  it("RSS: an entry a report, the local day as written, an entry without words an error", async () => {
    expect((await read("feed.rss")).map(shown)).toEqual([
      {
        externalId: "post-1",
        title: "Boats & fog",
        url: "https://lake.example/boats",
        outlet: "Lake Post",
        day: "2026-05-05",
      },
      {
        externalId: "https://lake.example/quay",
        title: "Quay open again",
        url: "https://lake.example/quay",
        outlet: "Lake Post",
        day: "2026-05-06",
      },
      { error: "K102" },
    ]);
  });

  it.each(["feed.atom", "feed.json"])("%s: the day of publication, not of the last change", async (file) => {
    expect(shown((await read(file))[0]!).day).toBe("2026-05-05");
  });

  it("mail: subject decoded, day as written there", async () => {
    expect((await read("mail.eml")).map(shown)).toEqual([
      {
        externalId: "<mail-1@lake.example>",
        title: "Boats in fog – harbour closed",
        url: undefined,
        outlet: "Lake Post",
        day: "2026-05-05",
      },
    ]);
  });

  it("mailbox: every mail, quoted lines unquoted", async () => {
    const mails = await read("mails.mbox");
    expect(mails.map((mail) => shown(mail).externalId)).toEqual([
      "<mail-1@lake.example>",
      "<mail-2@lake.example>",
    ]);
    expect(mails[1]).toMatchObject({
      report: { text: expect.stringContaining("\nFrom here on the quay is open.") },
    });
  });

  it("web archive: pages only; one without an article is named and the rest goes on", async () => {
    expect((await read("pages.warc.gz")).map(shown)).toEqual([
      {
        externalId: "https://lake.example/boats",
        title: "Boats collide in fog",
        url: "https://lake.example/boats",
        outlet: undefined,
        day: "2026-05-05",
      },
      { error: "K107" },
    ]);
  });

  it("table: a row a report, columns by their usual names, a row without text an error", async () => {
    expect((await read("reports.csv")).map(shown)).toEqual([
      {
        externalId: "17",
        title: "Boats, fog",
        url: "https://lake.example/boats",
        outlet: "Lake Post",
        day: "2026-05-05",
      },
      { error: "K102" },
    ]);
  });

  it("a day that cannot be read is unknown, and the report says what was written", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "khaldun-")), "table.csv");
    writeFileSync(file, "text,date\nTwo boats collided in thick fog on Monday.,05/06/2026\n");
    const results: ReadResult[] = [];
    for await (const result of readReports([file])) results.push(result);
    expect(results[0]).toMatchObject({
      report: { published: { status: "unknown" }, publishedEvidence: "input, unreadable: “05/06/2026”" },
    });
  });

  it("a folder stands for its files", async () => {
    const results: ReadResult[] = [];
    for await (const result of readReports([packageFile(FOLDER)])) results.push(result);
    expect(results.filter((result) => "report" in result).length).toBe(11);
    expect(
      results
        .map((result) => ("error" in result ? result.error.code : ""))
        .filter(Boolean)
        .sort(),
    ).toEqual(["K102", "K102", "K107"]);
  });

  it.each([
    ["docx", "K109"],
    ["pdf", "K109"],
    ["feed", "K109"],
    ["csv", "K110"],
  ] as const)("a text that is said to be %s is refused with %s", async (input, code) => {
    expect((await read("mail.eml", { input })).map(shown)).toEqual([{ error: code }]);
  });

  it.each([
    ["report.pdf", "pdf"],
    ["report.docx", "docx"],
    ["feed.rss", "feed"],
    ["feed.atom", "feed"],
    ["feed.json", "feed"],
    ["mail.eml", "text"],
  ])("%s is seen to be %s without its name", (file, kind) => {
    expect(kindByContent(readFileSync(packageFile(`${FOLDER}/${file}`)))).toBe(kind);
  });
});
