import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writtenDay } from "./dates.ts";
import { readHtml } from "./html.ts";
import { readReports } from "./read.ts";
import type { ReadOptions, ReadResult } from "./result.ts";
import { readText } from "./text.ts";

const LEAD =
  "Dockers in the port of Bari blocked the gates of the container terminal on Monday, the harbour office said.";

async function read(
  name: string,
  content: string,
  options: ReadOptions = {},
): Promise<readonly ReadResult[]> {
  const file = join(mkdtempSync(join(tmpdir(), "khaldun-")), name);
  writeFileSync(file, content);
  const results: ReadResult[] = [];
  for await (const result of readReports([file], options)) results.push(result);
  return results;
}

describe("the day of a plain text", () => {
  it.each([
    ["a line under the headline", `Dockers block the port\n\nMay 5, 2026\n\nHarbour Post\n\n${LEAD}`],
    ["an ISO date", `Dockers block the port\n\n2026-05-05\n\n${LEAD}`],
    ["a dateline with its year", `Dockers block the port\n\nBARI, Italy, May 5, 2026 - ${LEAD}`],
    ["a dateline with an ordinal", `BARI (Harbour News / Reuters - 5th May, 2026) ${LEAD}`],
  ])("%s", (_, text) => {
    expect(readText(text).published).toMatchObject({ from: "2026-05-05" });
  });

  it.each([
    ["a date in a headline", `What happened in Bari on 5 May 2026\n\n${LEAD}`],
    ["a dateline without its year", `BARI, May 5 - ${LEAD}`],
    ["a date after the first paragraph", `Dockers block the port\n\n${LEAD}\n\nMay 5, 2026`],
    ["when it was changed", `Dockers block the port\n\nUpdated May 6, 2026\n\n${LEAD}`],
  ])("%s says nothing of it", (_, text) => {
    expect(readText(text).published.status).toBe("unknown");
  });

  it("gives way to what the input says", () => {
    const report = readText(`Dockers block the port\n\nMay 5, 2026\n\n${LEAD}`, { published: "2026-05-07" });
    expect(report).toMatchObject({ published: { from: "2026-05-07" }, publishedEvidence: "input" });
  });
});

describe("dates all in figures", () => {
  it.each([
    ["04.30.18, 21:31", "2018-04-30"],
    ["30/04/2018", "2018-04-30"],
    ["31.12.2025", "2025-12-31"],
  ])("%s has one reading", (written, day) => expect(writtenDay(written)).toBe(day));
  it.each(["05/06/2026", "11.12.13", "25/12/11", "45/46/2026"])("%s has none that is sure", (written) =>
    expect(writtenDay(written)).toBeUndefined(),
  );
});

describe("whose report it is", () => {
  const originator = (text: string): string | undefined => readText(text).originator;
  it("a summary may stand before the dateline of the agency", () => {
    const text = `Dockers block the port\n\nThe gates are shut, the ships wait.\n\nBARI (Reuters) - ${LEAD}`;
    expect(originator(text)).toBe("Reuters");
    expect(readText(text).blocks.map(({ kind }) => kind)).toEqual(["headline", "body", "dateline", "body"]);
  });
  it.each([
    ["From The Guardian, August 7:", "The Guardian"],
    ["Read it at Associated Press", "Associated Press"],
    ["— Bloomberg News", "Bloomberg"],
  ])("%s", (line, name) => expect(originator(`Dockers block the port\n\n${LEAD}\n\n${line}`)).toBe(name));
  it("from a place is no credit", () => {
    expect(originator(`Dockers block the port\n\nFrom the old quay:\n\n${LEAD}`)).toBeUndefined();
  });
  it("the month and day of an address without dashes", () => {
    const html = `<html><head><title>Port</title><link rel="canonical" href="https://harbour.example/a/202605/05/W17.html"></head>
      <body><article><h1>Dockers block the port</h1><p>${LEAD}</p><p>${LEAD}</p></article></body></html>`;
    expect(readHtml(html, "port.html")).toMatchObject({
      published: { from: "2026-05-05" },
      publishedEvidence: "url",
    });
  });
});

describe("the sender of a mail", () => {
  const mail = (from: string, more = ""): string =>
    `From: ${from}\nSubject: Port blocked\nDate: Tue, 05 May 2026 10:00:00 +0200\n${more}Content-Type: text/plain\n\n${LEAD}\n`;
  it.each([
    ["an office", mail("Harbour Post <newsletter@harbour.example>"), "Harbour Post"],
    [
      "a list",
      mail("Harbour Post <post@harbour.example>", "List-Id: <daily.harbour.example>\n"),
      "Harbour Post",
    ],
    ["a person", mail("Ada Rossi <ada@harbour.example>"), undefined],
  ])("%s", async (_, content, outlet) => {
    expect(await read("one.eml", content)).toMatchObject([{ report: { title: "Port blocked" } }]);
    const [result] = await read("one.eml", content);
    expect(result !== undefined && "report" in result ? result.report.outlet : "none").toBe(outlet);
  });
});

describe("columns of a table", () => {
  const row = `Port blocked,"${LEAD}",Harbour Post,2026-05-05,https://harbour.example/port\n`;
  const whole = [
    {
      report: {
        title: "Port blocked",
        text: LEAD,
        outlet: "Harbour Post",
        url: "https://harbour.example/port",
        published: { from: "2026-05-05" },
      },
    },
  ];
  it("usual titles however they are written", async () => {
    expect(await read("t.csv", `Headline,Full Text,Newspaper,Date-Published,Link\n${row}`)).toMatchObject(
      whole,
    );
  });
  it("other titles by a map, in tables and in lines of JSONL", async () => {
    const columns = {
      text: "words",
      title: "Name of piece",
      outlet: "Paper",
      published: "Day",
      url: "Where",
    };
    expect(await read("t.csv", `Name of piece,Words,Paper,Day,Where\n${row}`, { columns })).toMatchObject(
      whole,
    );
    const line = JSON.stringify({ words: LEAD, Paper: "Harbour Post" });
    expect(await read("t.jsonl", line, { columns })).toMatchObject([
      { report: { text: LEAD, outlet: "Harbour Post" } },
    ]);
  });
  it("a title that is not there is said, with those that are", async () => {
    const [result] = await read("t.csv", `headline,body\nPort,${LEAD}\n`, { columns: { text: "Words" } });
    expect(result).toMatchObject({
      error: { code: "K530", message: expect.stringContaining("headline, body") },
    });
  });
});
