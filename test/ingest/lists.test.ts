import { describe, expect, it } from "vitest";
import { brief, readAs } from "../helpers/read-results.ts";

const references = async (name: string, content: string): Promise<readonly unknown[]> =>
  (await readAs(name, content)).map((result) => ("reference" in result ? result.reference : brief(result)));

describe("sitemaps", () => {
  it("a news sitemap gives addresses with the day of publication as written; a plain one only the last change", async () => {
    const sitemap = `<?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
      <url><loc>https://lake.example/boats?a=1&amp;b=2</loc><news:news>
        <news:publication><news:name>Lake Post</news:name><news:language>en</news:language></news:publication>
        <news:publication_date>2026-05-05T23:30:00-04:00</news:publication_date>
        <news:title>Boats &amp; fog</news:title></news:news></url>
      <url><loc> https://lake.example/quay </loc><lastmod>2026-05-07</lastmod></url>
      <url><lastmod>2026-05-07</lastmod></url>
      </urlset>`;
    expect(await references("sitemap.xml", sitemap)).toEqual([
      {
        url: "https://lake.example/boats?a=1&b=2",
        title: "Boats & fog",
        outlet: "Lake Post",
        language: "en",
        published: "2026-05-05",
        publishedEvidence: "news-sitemap",
      },
      { url: "https://lake.example/quay", modified: "2026-05-07" },
      "K109",
    ]);
  });

  it("an index gives the addresses of sitemaps", async () => {
    const index = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap>
      <loc>https://lake.example/news.xml</loc><lastmod>2026-05-07</lastmod></sitemap></sitemapindex>`;
    expect(await references("index", index)).toEqual([
      { url: "https://lake.example/news.xml", leadsTo: "sitemap", modified: "2026-05-07" },
    ]);
  });

  it("entities that a file declares are not unfolded", async () => {
    const bomb = `<!DOCTYPE urlset [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
      <urlset><url><loc>https://lake.example/&b;&c;</loc></url></urlset>`;
    const [found] = await references("sitemap", `<?xml version="1.0"?>\n${bomb}`);
    expect(JSON.stringify(found)).not.toMatch(/aaaaaaaaaa|root:/);
  });

  it("what is said to be one and is none is refused", async () => {
    const [result] = await readAs("fog.txt", "Two boats collided.", { input: "sitemap" });
    expect(brief(result!)).toBe("K109");
  });
});

describe("lists of news archives", () => {
  it("Media Cloud's stories: no text, so addresses with what the list says of them", async () => {
    const list =
      "id,indexed_date,language,media_name,media_url,publish_date,title,url\n" +
      'f0a1,2026-05-06 08:00:00,en,lake.example,lake.example,2026-05-05,"Boats, fog",https://lake.example/boats\n' +
      "f0a2,2026-05-06 08:00:00,en,lake.example,lake.example,2026-05-05,No address,\n";
    expect(await references("stories.csv", list)).toEqual([
      {
        url: "https://lake.example/boats",
        title: "Boats, fog",
        outlet: "lake.example",
        published: "2026-05-05",
        publishedEvidence: "list",
        language: "en",
      },
      "K109",
    ]);
  });

  const row = (columns: number, cells: Readonly<Record<number, string>>): string =>
    Array.from({ length: columns }, (_, at) => cells[at] ?? "").join("\t");

  it.each([
    [
      "20260505120000.export.CSV",
      row(61, { 59: "20260505120000", 60: "https://lake.example/boats" }),
      undefined,
    ],
    [
      "20260505120000.mentions.CSV",
      row(16, { 2: "20260505120000", 3: "1", 4: "lake.example", 5: "https://lake.example/boats" }),
      "lake.example",
    ],
    [
      "20260505120000.gkg.csv",
      row(27, { 1: "20260505120000", 2: "1", 3: "lake.example", 4: "https://lake.example/boats" }),
      "lake.example",
    ],
  ])("GDELT %s: each address once; when it was seen is no publication", async (name, line, outlet) => {
    expect(await references(name, `${line}\n${line}\n`)).toEqual([
      {
        url: "https://lake.example/boats",
        ...(outlet === undefined ? {} : { outlet }),
        seen: "2026-05-05T12:00:00Z",
      },
    ]);
  });

  it("GDELT: a mention without an address is passed over, a row of another shape is named, another table refused", async () => {
    const good = row(16, { 3: "1", 5: "https://lake.example/boats" });
    const broadcast = row(16, { 3: "2", 5: "BBC_Monitoring" });
    expect(await references("x.mentions.csv", `${good}\n${broadcast}\na\tb\n`)).toEqual([
      { url: "https://lake.example/boats" },
      "K109",
    ]);
    expect(await references("y.mentions.csv", "a,b,c\n")).toEqual(["K109"]);
  });
});
