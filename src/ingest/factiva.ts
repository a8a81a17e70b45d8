import { parseHTML } from "linkedom";
import { fail } from "../text/errors.ts";
import { datedFields, writtenDay } from "./dates.ts";
import type { PageDocument, PageElement } from "./html-header.ts";
import type { ReadOptions, ReadResult } from "./result.ts";
import { readText } from "./text.ts";

const ARTICLES = 'div[class~="article"],div[class*="Article"]:not([class*="ArticleParagraph"])';

/** Seen from the marks that only this database's pages have. */
export function isFactiva(html: string): boolean {
  return (
    /class="(?:article )?[a-z]{2}Article\b/.test(html) || /<b>\s*HD\s*<\/b>[\s\S]*<b>\s*AN\s*<\/b>/.test(html)
  );
}

/**
 * The articles of a page saved from Factiva, with field codes (HD headline, BY, PD day, SN outlet, LP and TD text, AN
 * number) or without them, where the lines under the headline give author, length, day and outlet in this order.
 */
export function readFactiva(html: string, name: string, options: ReadOptions): readonly ReadResult[] {
  const { document } = parseHTML(html) as unknown as { document: PageDocument };
  const articles = document.querySelectorAll(ARTICLES).filter((one) => one.querySelector(ARTICLES) === null);
  return articles.map((article, index): ReadResult => {
    const item = `${name}#${index + 1}`;
    const fields = codedFields(article) ?? plainFields(article);
    if (fields.paragraphs.length === 0) return { error: fail("K102", { file: item }), name: item };
    const { headline, byline, outlet, number } = fields;
    const lines = [headline, byline === undefined ? undefined : `By ${byline.replace(/^by\s+/i, "")}`];
    const report = readText([...lines, ...fields.paragraphs].filter(Boolean).join("\n\n"), {
      id: number ?? item,
      ...(headline === undefined ? {} : { title: headline }),
      ...(outlet === undefined ? {} : { outlet }),
      ...datedFields(options, fields.day, "factiva"),
    });
    return { report, name: item };
  });
}

interface Fields {
  readonly headline: string | undefined;
  readonly byline: string | undefined;
  readonly day: string | undefined;
  readonly outlet: string | undefined;
  readonly number: string | undefined;
  readonly paragraphs: readonly string[];
}

function codedFields(article: PageElement): Fields | undefined {
  const cells = new Map<string, PageElement>();
  for (const row of article.querySelectorAll("tr")) {
    const [code, cell] = row.querySelectorAll("td");
    if (code !== undefined && cell !== undefined) cells.set(clean(code.textContent), cell);
  }
  if (!cells.has("HD")) return undefined;
  const value = (code: string): string | undefined => clean(cells.get(code)?.textContent) || undefined;
  const texts = ["LP", "TD"].flatMap((code) => {
    const cell = cells.get(code);
    return cell === undefined ? [] : paragraphsOf(cell, "p");
  });
  return {
    headline: value("HD"),
    byline: value("BY"),
    day: value("PD"),
    outlet: value("SN"),
    number: value("AN"),
    paragraphs: texts,
  };
}

function plainFields(article: PageElement): Fields {
  const headline = clean(article.querySelector('[class*="Headline"]')?.textContent) || undefined;
  const lines = article
    .querySelectorAll("div")
    .filter((one) => one.querySelector("div,p") === null)
    .map((one) => clean(one.textContent))
    .filter((line) => line !== "" && line !== headline);
  const dayAt = lines.findIndex((line) => writtenDay(line) !== undefined);
  const author = lines[0] === undefined || /^\d[\d,]* words$/.test(lines[0]) ? undefined : lines[0];
  return {
    headline,
    byline: author,
    day: dayAt < 0 ? undefined : lines[dayAt],
    // A time of day may stand between the day and the outlet.
    outlet: dayAt < 0 ? undefined : lines.slice(dayAt + 1).find((line) => !/^\d{1,2}:\d{2}/.test(line)),
    number: lines.map((line) => /^Document (\w+)$/.exec(line)?.[1]).find(Boolean),
    paragraphs: paragraphsOf(article, 'p[class*="articleParagraph"],p[class*="ArticleParagraph"]'),
  };
}

function paragraphsOf(element: PageElement, selector: string): readonly string[] {
  const found = element.querySelectorAll(selector).map((one) => clean(one.textContent));
  return (found.length > 0 ? found : [clean(element.textContent)]).filter(
    (text) => text !== "" && !/^Document \w+$/.test(text),
  );
}

function clean(text: string | null | undefined): string {
  return (text ?? "").replace(/\s+/g, " ").trim();
}
