import { publicationDay } from "./html-date.ts";
import { outletOf } from "./outlet.ts";
import type { ReportFields } from "./text.ts";

/** The few parts of a DOM that we use; linkedom's own types are those of a browser. */
export interface PageElement {
  readonly tagName: string;
  readonly nodeType: number;
  readonly childNodes: Iterable<PageElement>;
  readonly nextElementSibling: PageElement | null;
  readonly textContent: string | null;
  readonly getAttribute: (name: string) => string | null;
  readonly querySelector: (selector: string) => PageElement | null;
  readonly querySelectorAll: (selector: string) => PageElement[];
  readonly closest: (selector: string) => PageElement | null;
}
export interface PageDocument extends PageElement {
  readonly body: PageElement;
}

/** What the head of a page says of its report. The day is the local day as written, never shifted. */
export function headerOf(document: PageDocument, html: string): ReportFields {
  const linked = linkedData(document);
  const meta = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const value = (
        document.querySelector(`meta[property="${name}"]`) ?? document.querySelector(`meta[name="${name}"]`)
      )
        ?.getAttribute("content")
        ?.trim();
      if (value) return value;
    }
    return undefined;
  };
  const url = document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? meta("og:url");
  const stated = text(linked?.datePublished) ?? text(linkedData(document, hasDay)?.datePublished);
  const dated = publicationDay(document, stated, meta, url ?? undefined);
  const title =
    unescaped(text(linked?.headline)) ??
    meta("og:title") ??
    document.querySelector("h1")?.textContent?.trim() ??
    undefined;
  const outlet = outletOf({
    publisher: nameOf(linked?.publisher),
    siteName: meta("og:site_name"),
    windowTitle: document.querySelector("title")?.textContent ?? undefined,
    url: url ?? undefined,
  });
  const language =
    document.querySelector("html")?.getAttribute("lang") ?? /<html[^>]+lang="([^"]+)"/i.exec(html)?.[1];
  return {
    ...(title === undefined ? {} : { title: title.replace(/\s+/g, " ").trim() }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(url ? { url } : {}),
    ...(language ? { language: language.slice(0, 2).toLowerCase() } : {}),
    ...dated,
  };
}

type LinkedData = Readonly<Record<string, unknown>>;

/** The first JSON-LD object that describes an article. A broken script is no reason to lose the page. */
function linkedData(
  document: PageDocument,
  fits: (data: LinkedData) => boolean = isArticle,
): LinkedData | undefined {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const found = objectIn(JSON.parse(script.textContent ?? ""), fits);
      if (found !== undefined) return found;
    } catch {}
  }
  return undefined;
}

function objectIn(value: unknown, fits: (data: LinkedData) => boolean): LinkedData | undefined {
  if (Array.isArray(value)) return value.map((one) => objectIn(one, fits)).find((one) => one !== undefined);
  if (typeof value !== "object" || value === null) return undefined;
  const data = value as LinkedData;
  return fits(data) ? data : objectIn(data["@graph"], fits);
}

function isArticle(data: LinkedData): boolean {
  return /Article|Report|BlogPosting/.test(String(data["@type"]));
}

/** Where no object is an article, or it has no day, the page's own description may have one. */
function hasDay(data: LinkedData): boolean {
  return (
    /WebPage|Article|Report|Posting/.test(String(data["@type"])) && text(data.datePublished) !== undefined
  );
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

/** Many sites leave character references in their JSON-LD. */
function unescaped(value: string | undefined): string | undefined {
  if (value === undefined || !value.includes("&")) return value;
  return value
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]{1,5});/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&(quot|apos|lt|gt|nbsp|amp);/g, (_, name: string) => CHARACTERS[name]!);
}

const CHARACTERS: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  lt: "<",
  gt: ">",
  nbsp: " ",
  amp: "&",
};

function nameOf(value: unknown): string | undefined {
  if (typeof value === "string") return text(value);
  return typeof value === "object" && value !== null ? text((value as LinkedData).name) : undefined;
}
