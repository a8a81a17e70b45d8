import { DOMParser } from "linkedom";
import { fail } from "../text/errors.ts";
import { writtenDay } from "./dates.ts";
import type { ReadResult, Reference } from "./result.ts";

/** The protocol allows 50,000 addresses a file (sitemaps.org); more is cut off and said. */
const MOST_ADDRESSES = 50_000;

/** The few parts of an XML document that we use. */
interface XmlElement {
  readonly tagName: string;
  readonly textContent: string | null;
  readonly children: Iterable<XmlElement>;
}

/**
 * The addresses of a sitemap, news sitemap or index of sitemaps (sitemaps.org, Google's news extension). Their texts
 * stand elsewhere. `lastmod` is a change, not the publication; only a news sitemap tells that. Throws K109.
 */
export function readSitemap(content: string, name: string): readonly ReadResult[] {
  const { documentElement } = new DOMParser().parseFromString(content, "text/xml") as unknown as {
    documentElement: XmlElement | null;
  };
  const root = documentElement === null ? "" : local(documentElement.tagName);
  if (documentElement === null || (root !== "urlset" && root !== "sitemapindex"))
    throw fail("K109", { file: name, kind: "sitemap", reason: "it has neither urlset nor sitemapindex" });
  const entries = [...documentElement.children];
  const results = entries.slice(0, MOST_ADDRESSES).map((entry, index): ReadResult => {
    const item = `${name}#${index + 1}`;
    const url = wordsOf(entry, "loc");
    if (url === undefined || !URL.canParse(url))
      return {
        error: fail("K109", {
          file: item,
          kind: "sitemap entry",
          reason: `its address is ${url ?? "missing"}`,
        }),
        name: item,
      };
    return { reference: referenceOf(entry, url, root === "sitemapindex"), name: item };
  });
  if (entries.length <= MOST_ADDRESSES) return results;
  const limit = `${MOST_ADDRESSES} addresses`;
  return [
    ...results,
    { error: fail("K108", { file: name, length: `${entries.length} addresses`, limit }), name },
  ];
}

function referenceOf(entry: XmlElement, url: string, isIndex: boolean): Reference {
  const news = childOf(entry, "news");
  const publication = news === undefined ? undefined : childOf(news, "publication");
  const written = news === undefined ? undefined : wordsOf(news, "publication_date");
  const day = written === undefined ? undefined : writtenDay(written);
  const title = news === undefined ? undefined : wordsOf(news, "title");
  const outlet = publication === undefined ? undefined : wordsOf(publication, "name");
  const language = publication === undefined ? undefined : wordsOf(publication, "language");
  const modified = wordsOf(entry, "lastmod");
  return {
    url,
    ...(isIndex ? { leadsTo: "sitemap" } : {}),
    ...(title === undefined ? {} : { title }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(language === undefined ? {} : { language }),
    ...(day === undefined ? {} : { published: day, publishedEvidence: "news-sitemap" }),
    ...(modified === undefined ? {} : { modified }),
  };
}

function local(tag: string): string {
  return tag.toLowerCase().replace(/^.*:/, "");
}

function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return [...element.children].find((child) => local(child.tagName) === name);
}

function wordsOf(element: XmlElement, name: string): string | undefined {
  return childOf(element, name)?.textContent?.trim() || undefined;
}
