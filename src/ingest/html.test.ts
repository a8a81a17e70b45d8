import { describe, expect, it } from "vitest";
import { readHtml } from "./html.ts";

const LEAD =
  "LINDAU (AP) — Two boats collided in thick fog on Monday and the harbour master closed the northern quay until further notice.";
const SECOND =
  "Nobody was hurt, the police said, but the ferry to the island will stay where it is until the inquiry has ended this week.";

function page(head: string, inside = ""): string {
  return `<!doctype html><html lang="en"><head><title>Boats collide | Lake Post</title>${head}</head><body>
    <nav><a href="/">Home</a><a href="/world">World</a></nav>
    <article><h1>Boats collide in fog</h1><p>${LEAD}</p><h2>An inquiry begins</h2><p>${SECOND}</p>${inside}
    <p>${SECOND} It was the third such accident since the winter.</p></article></body></html>`;
}

function kinds(html: string): readonly (readonly [string, string])[] {
  return readHtml(html, "page.html").blocks.map((block) => [block.kind, block.text] as const);
}

describe("saved pages", () => {
  it("labels headline, dateline, cross-heading and body, and leaves the navigation out", () => {
    const blocks = kinds(page(`<meta property="og:title" content="Boats collide in fog">`));
    expect(blocks.slice(0, 5).map(([kind]) => kind)).toEqual([
      "headline",
      "dateline",
      "body",
      "cross-heading",
      "body",
    ]);
    expect(blocks.filter(([, text]) => text === "Boats collide in fog")).toHaveLength(1);
    expect(blocks.some(([, text]) => text.includes("World"))).toBe(false);
  });

  it("knows captions and links to other reports", () => {
    const blocks = kinds(
      page(
        "",
        `<figure><img src="a.jpg"><figcaption>The quay in winter</figcaption></figure><p><a href="/b">Fog closes a second harbour</a></p>`,
      ),
    );
    expect(blocks).toContainEqual(["caption", "The quay in winter"]);
    expect(blocks).toContainEqual(["teaser", "Fog closes a second harbour"]);
  });

  it("takes the list under such a heading for teasers, but the links of a page about links for its body", () => {
    const more =
      "<h3>More from Lindau</h3><ul><li>Fog closes a second harbour</li><li>Ferry fares rise</li></ul>";
    expect(kinds(page("", more))).toContainEqual(["teaser", "Ferry fares rise"]);
    const documents =
      "<p><a href='/d'>Minutes of the harbour council, third sitting of the spring</a></p>".repeat(3);
    expect(kinds(page("", documents)).filter(([kind]) => kind === "teaser")).toEqual([]);
  });

  it("keeps what opens over a word out of the sentence that it hangs on", () => {
    const blocks = kinds(
      page(
        "",
        `<p>The harbour master, Ada Quay<span class="people-rollover-block">Ada Quay<a href="/q">Fog closes a second harbour</a></span>, said on Monday that the boats were safe.</p>`,
      ),
    );
    expect(blocks).toContainEqual([
      "body",
      "The harbour master, Ada Quay, said on Monday that the boats were safe.",
    ]);
    expect(blocks).toContainEqual(["teaser", expect.stringContaining("Fog closes a second harbour")]);
  });

  it("tells no word twice and loses none, however the paragraphs are nested", () => {
    const html = page(
      "",
      `<ul><li><p>First demand of the captains is a radar.</p></li><li>Second demand is a light.<ul><li>It must be red.</li></ul></li></ul><div>Loose words here.<br><br>And more of them.</div>`,
    );
    const text = readHtml(html, "page.html").text;
    for (const words of [
      "First demand of the captains",
      "Second demand is a light.",
      "It must be red.",
      "Loose words here.",
      "And more of them.",
    ])
      expect(text.split(words)).toHaveLength(2);
  });

  const jsonLd = `<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"headline":"Boats &amp; fog","datePublished":"2026-05-06T23:30:00-05:00","publisher":{"name":"Lake Post"}}]}</script>`;
  const meta = `<meta property="article:published_time" content="2026-05-05T01:00:00Z">`;
  const canonical = `<link rel="canonical" href="https://lake.example/2026/may/03/boats">`;
  it.each([
    ["json-ld", "2026-05-06", jsonLd + meta + canonical, ""],
    ["meta", "2026-05-05", meta + canonical, ""],
    ["meta", "2026-05-02", `<meta name="pubdate" content="Sat, 02 May 2026 23:10:00 GMT">`, ""],
    ["time-element", "2026-05-04", canonical, `<time datetime="2026-05-04">4 May</time>`],
    [
      "microdata",
      "2026-05-04",
      canonical,
      `<span itemprop="datePublished" content="2026-05-04T08:00">today</span>`,
    ],
    ["url", "2026-05-03", canonical, ""],
    ["visible-text", "2026-05-05", "", `<div class="post-date">Published: May 5, 2026</div>`],
    [undefined, undefined, "", `<div class="post-date">Updated May 5, 2026</div>`],
    [undefined, undefined, "", ""],
    [undefined, undefined, `<meta name="date" content="05/06/2026">`, ""],
    [
      "visible-text",
      "2026-05-04",
      `<meta name="date" content="2026-05-05 02:24:00">`,
      `<time datetime="2026-05-05 02:24:00 UTC">May 4, 2026 at 9:24 pm ET</time>`,
    ],
    [
      "visible-text",
      "2026-05-04",
      `<meta name="date" content="2026-05-05T00:26:12Z">`,
      `<p class="byline">By A. Writer | May 4, 2026 at 2:26 PM HST - Updated May 4 at 4:46 PM</p>`,
    ],
    [
      "meta",
      "2026-05-04",
      `<meta name="date" content="2026-05-05T01:19:34Z"><meta name="article_date_original" content="Monday, May 04, 2026, 08:19 PM">`,
      "",
    ],
    ["meta", "2026-05-05", `<meta name="date" content="2026-05-05 12:00">`, `<time>May 6, 2026</time>`],
    ["visible-text", "2026-05-05", "", `입력: [ 2026-05-05 15:24 ]`],
    ["visible-text", "2026-05-05", "", `2026年5月5日`],
    [undefined, undefined, "", `<p>2026-05-05</p><p>2026-05-09</p>`],
  ])("publication date from %s: %s", (evidence, day, head, inside) => {
    const report = readHtml(page(head, inside), "page.html");
    expect(report.publishedEvidence).toBe(evidence);
    expect(report.published.status === "known" ? report.published.from : undefined).toBe(day);
  });

  it("lets the user's date win", () => {
    const given = { published: "2026-01-01", publishedEvidence: "option" };
    expect(readHtml(page(meta), "page.html", given)).toMatchObject({ publishedEvidence: "option" });
  });

  it("reads title, outlet and address from the head, and survives a broken JSON-LD", () => {
    const broken = `<script type="application/ld+json">{"@type":</script>`;
    expect(readHtml(page(broken + jsonLd + canonical), "page.html")).toMatchObject({
      title: "Boats & fog",
      outlet: "Lake Post",
      originator: "Associated Press",
      url: "https://lake.example/2026/may/03/boats",
      language: "en",
    });
  });

  it.each([
    ["an empty page", "<html><body></body></html>"],
    ["only links", `<html><body>${"<a href='/x'>More news</a>".repeat(40)}</body></html>`],
    ["no page at all", "just words"],
  ])("%s has no article", (_, html) => {
    expect(() => readHtml(html, "page.html")).toThrow("no article found in page.html");
  });
});
