import { describe, expect, it } from "vitest";
import { readHtml } from "../../src/ingest/html.ts";
import type { Report } from "../../src/record/report.ts";

const SENTENCE =
  "The harbour master of Lindau said on Monday that the crews of two boats had been freed by the police. ";

interface PageParts {
  readonly head?: string;
  readonly above?: string;
  readonly below?: string;
  readonly language?: string;
}

function pageOf({ head = "", above = "", below = "", language = "en" }: PageParts): Report {
  const body = `<p>${SENTENCE.repeat(2)}</p>`.repeat(4);
  return readHtml(
    `<!doctype html><html lang="${language}"><head>${head}</head><body><article><h1>Crews freed</h1>${above}${body}${below}</article></body></html>`,
    "page.html",
  );
}

const linked = (data: object): string =>
  `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const address = (url: string): string => `<link rel="canonical" href="${url}">`;

describe("the day of publication", () => {
  it.each<[string, PageParts, string | undefined, string | undefined]>([
    [
      "in UTC, beside the day of the address: the outlet's own day",
      {
        head: `${linked({ "@type": "NewsArticle", datePublished: "2026-05-06T01:30:00Z" })}${address("https://lake.example/2026/05/05/crews")}`,
      },
      "2026-05-05",
      "url",
    ],
    [
      "in UTC, beside the day after the author's name: the day that readers see",
      {
        head: linked({ "@type": "NewsArticle", datePublished: "2026-05-06T01:30:00+0000" }),
        above: '<div class="byline">by Ida Moll — May 5, 2026</div>',
      },
      "2026-05-05",
      "visible-text",
    ],
    [
      "in UTC, with an address that is years off (an address is no calendar): the page's own word",
      {
        head: `${linked({ "@type": "NewsArticle", datePublished: "2026-05-06T01:30:00Z" })}${address("https://lake.example/2020/05/05/crews")}`,
      },
      "2026-05-06",
      "json-ld",
    ],
    [
      "in a zone of its own: as written",
      {
        head: `${linked({ "@type": "NewsArticle", datePublished: "2026-05-06T01:30:00+02:00" })}${address("https://lake.example/2026/05/05/crews")}`,
      },
      "2026-05-06",
      "json-ld",
    ],
    [
      "that a system writes where it knows none: the next one",
      {
        head: `${linked({ "@type": "NewsArticle", datePublished: "0001-01-01T00:00:00Z" })}${address("https://lake.example/2026/05/05/crews")}`,
      },
      "2026-05-05",
      "url",
    ],
    [
      "of the page where no article is described",
      { head: linked({ "@graph": [{ "@type": "WebPage", datePublished: "2026-05-05T09:00:00+02:00" }] }) },
      "2026-05-05",
      "json-ld",
    ],
    [
      "after the author's name",
      { above: '<p class="author">By Ida Moll - 2026-05-05</p>' },
      "2026-05-05",
      "visible-text",
    ],
    [
      "nowhere",
      { head: linked({ "@type": "NewsArticle", datePublished: "1970-01-01" }) },
      undefined,
      undefined,
    ],
  ])("%s", (_, parts, day, evidence) => {
    const { published, publishedEvidence } = pageOf(parts);
    expect([published.status === "known" ? published.from : undefined, publishedEvidence]).toEqual([
      day,
      evidence,
    ]);
  });
});

describe("who published a report, and whose it is", () => {
  it("a report taken over: published by one outlet, originated by another; teaser and credit are labelled", () => {
    const report = pageOf({
      head: '<meta property="og:site_name" content="Lake Post">',
      below:
        "<p>Read Also: Ferry prices to rise again</p><p>Fog is expected for the rest of the week, the office said on Monday.</p><p>SOURCE: AL JAZEERA</p>",
    });
    expect(report).toMatchObject({
      outlet: "Lake Post",
      originator: "Al Jazeera",
      credit: { text: "SOURCE: AL JAZEERA" },
    });
    expect(report.blocks.filter(({ kind }) => kind === "teaser").map(({ text }) => text)).toEqual([
      "Read Also: Ferry prices to rise again",
    ]);
  });

  it("an agency that the page's description calls the publisher is the origin, the site is the outlet", () => {
    const report = pageOf({
      head: `${linked({ "@type": "NewsArticle", publisher: { name: "Associated Press" } })}<meta property="og:site_name" content="Lake Post">`,
      above: '<p class="byline">By IDA MOLL, Associated Press</p>',
    });
    expect(report).toMatchObject({ outlet: "Lake Post", originator: "Associated Press" });
  });

  it("an outlet's own name in its byline is no other origin", () => {
    const report = pageOf({
      head: '<meta property="og:site_name" content="BBC News">',
      above: '<p class="byline">By BBC News</p>',
    });
    expect(report.originator).toBeUndefined();
  });

  it.each([
    ["This article was originally published by Fog Weekly. Read the original article.", "Fog Weekly"],
    ["Originally published on Lake Science.", "Lake Science"],
    ["Source: Reuters", "Reuters"],
    ["(The Lake Times)", "The Lake Times"],
    ["Reuters | Updated: 05-05-2026 15:20 IST | Created: 05-05-2026 15:20 IST", "Reuters"],
    [
      "(This story has not been edited by our staff and is auto-generated from a syndicated feed.)",
      undefined,
    ],
    ["(Fog)", undefined],
  ])("%s", (credit, originator) => expect(pageOf({ below: `<p>${credit}</p>` }).originator).toBe(originator));

  it.each([
    ["(ABC NEWS) —", "ABC News"],
    ["LINDAU (Hill News Agency) -", "Hill News Agency"],
    ["Hill Times /", "Hill Times"],
    ["Lake News /", undefined],
    ["LINDAU (Bavaria) -", undefined],
  ])("of the dateline %s the origin is %s", (dateline, originator) => {
    const html = `<!doctype html><html lang="en"><head><meta property="og:site_name" content="Lake News"></head><body><article><h1>Crews freed</h1><p>${dateline} ${SENTENCE.repeat(3)}</p><p>${SENTENCE.repeat(3)}</p></article></body></html>`;
    const report = readHtml(html, "page.html");
    expect(report.dateline?.text).toBe(dateline);
    expect(report.originator).toBe(originator);
  });

  it.each<[string, string, string | undefined]>([
    [
      "a site's name without what it says of itself",
      '<meta property="og:site_name" content="Lake Post | All the fog there is">',
      "Lake Post",
    ],
    [
      "a name of no outlet gives way to the host, and a well-known host has a name",
      `<meta property="og:site_name" content="Hosted">${address("https://www.nytimes.com/2026/05/05/crews")}`,
      "The New York Times",
    ],
    [
      "an address in the place of the name",
      `<meta property="og:site_name" content="nytimes.com">${address("https://mobile.nytimes.com/crews")}`,
      "The New York Times",
    ],
    [
      "the end of the window's title that reads like the host",
      `<title>Crews freed - The Lake-Post</title>${address("https://lakepost.example/crews")}`,
      "The Lake-Post",
    ],
    [
      "the end of the window's title is part of the headline",
      `<title>Crews freed - after a day</title>${address("https://lakepost.example/crews")}`,
      "lakepost.example",
    ],
    [
      "a maker of sites is no outlet",
      linked({ "@type": "BlogPosting", publisher: { name: "Blogger" } }),
      undefined,
    ],
    [
      "the host of the address, where nothing else is said",
      address("https://www.lake.example/crews"),
      "lake.example",
    ],
    [
      "an address for a name",
      '<meta property="og:site_name" content="https://www.lake.example">',
      "lake.example",
    ],
    ["nothing", "", undefined],
  ])("outlet: %s", (_, head, outlet) => expect(pageOf({ head }).outlet).toBe(outlet));
});

describe("the language of a report", () => {
  it("is that of its text, not of the edition that carries it", () => {
    expect(pageOf({ language: "de" }).language).toBe("en");
  });
});
