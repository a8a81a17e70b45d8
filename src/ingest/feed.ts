import { parseFeed } from "feedsmith";
import { fail } from "../text/errors.ts";
import { datedFields, writtenDay } from "./dates.ts";
import { decode } from "./decode.ts";
import { readMarkup } from "./markup.ts";
import type { ReadOptions, ReadResult, Reference } from "./result.ts";

/** One entry of a feed, whatever its format. */
interface Entry {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  readonly published?: string | undefined;
  /** Markup or plain text. */
  readonly content?: string | undefined;
}

/** One report an entry of an RSS, Atom, RDF or JSON feed. The day is the first publication's, as written. */
export function readFeed(content: string, name: string, options: ReadOptions): readonly ReadResult[] {
  const { outlet, entries } = entriesOf(content, name);
  return entries.map((entry, index): ReadResult => {
    const item = `${name}#${index + 1}`;
    if (!entry.content?.trim() && !entry.title?.trim())
      return { error: fail("K102", { file: item }), name: item };
    const report = readMarkup(entry.content ?? "", item, {
      id: entry.id ?? entry.url ?? item,
      ...(entry.title === undefined ? {} : { title: entry.title }),
      ...(entry.url === undefined ? {} : { url: entry.url }),
      ...(outlet === undefined ? {} : { outlet }),
      ...datedFields(options, entry.published, "feed"),
    });
    return { report, name: item };
  });
}

/** The addresses of a feed's entries with what it says of them: their pages have the whole texts. Throws K109. */
export function readFeedReferences(bytes: Buffer, name: string, options: ReadOptions): readonly ReadResult[] {
  const { encoding } = options;
  const content = decode(bytes, { file: name, ...(encoding === undefined ? {} : { encoding }) });
  const { outlet, entries } = entriesOf(content, name);
  return entries.flatMap(({ url, title, published }, index): readonly ReadResult[] => {
    const item = `${name}#${index + 1}`;
    if (url === undefined || !URL.canParse(url, name)) return [];
    const day = published === undefined ? undefined : writtenDay(published);
    const reference: Reference = {
      url: new URL(url, name).href,
      ...(title === undefined ? {} : { title }),
      ...(outlet === undefined ? {} : { outlet }),
      ...(day === undefined ? {} : { published: day, publishedEvidence: "feed" }),
    };
    return [{ reference, name: item }];
  });
}

function entriesOf(content: string, name: string): { outlet: string | undefined; entries: readonly Entry[] } {
  try {
    const parsed = parseFeed(content);
    if (parsed.format === "json")
      return {
        outlet: parsed.feed.title,
        entries: (parsed.feed.items ?? []).map((item) => ({
          id: item.id,
          title: item.title,
          url: item.url,
          published: item.date_published,
          content: item.content_html ?? item.content_text ?? item.summary,
        })),
      };
    if (parsed.format === "atom")
      return {
        outlet: parsed.feed.title?.value,
        entries: (parsed.feed.entries ?? []).map((item) => ({
          id: item.id,
          title: item.title?.value,
          url: (item.links?.find((link) => (link.rel ?? "alternate") === "alternate") ?? item.links?.[0])
            ?.href,
          published: item.published ?? item.updated,
          content: item.content?.value ?? item.summary?.value,
        })),
      };
    return {
      outlet: parsed.feed.title,
      entries: (parsed.feed.items ?? []).map((item) => ({
        id: ("guid" in item ? item.guid?.value : undefined) ?? item.link,
        title: item.title,
        url: item.link,
        published: ("pubDate" in item ? item.pubDate : undefined) ?? item.dc?.dates?.[0],
        content: item.content?.encoded ?? item.description,
      })),
    };
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message : String(problem);
    throw fail("K109", { file: name, kind: "feed", reason }, problem);
  }
}
