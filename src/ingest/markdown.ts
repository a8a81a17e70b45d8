import { marked } from "marked";
import type { Report } from "../record/report.ts";
import { fail } from "../text/errors.ts";
import { datedFields } from "./dates.ts";
import { readMarkup } from "./markup.ts";
import type { ReadOptions } from "./result.ts";
import type { ReportFields } from "./text.ts";

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** A Markdown file as one report; title, date, outlet and address from its front matter, if it has one. Throws K102. */
export function readMarkdown(
  content: string,
  name: string,
  given: ReportFields,
  options: ReadOptions,
): Report {
  const front = FRONT_MATTER.exec(content);
  const header = front === null ? {} : headerOf(front[1]!);
  const body = front === null ? content : content.slice(front[0].length);
  const html = marked.parse(body, { async: false });
  const title = header.title ?? /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1]?.replace(/<[^>]+>/g, "");
  const markup = html.replace(/<h1[^>]*>.*?<\/h1>/s, (heading) =>
    header.title === undefined ? "" : heading,
  );
  if (markup.replace(/<[^>]+>/g, "").trim() === "" && title === undefined) throw fail("K102", { file: name });
  const outlet = header.outlet ?? header.source ?? header.publisher;
  const url = header.url ?? header.canonical ?? header.link;
  return readMarkup(markup, name, {
    ...given,
    ...(title === undefined ? {} : { title: unescaped(title) }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(url === undefined ? {} : { url }),
    ...datedFields(options, header.published ?? header.date, "front-matter"),
  });
}

/** The plain `key: value` lines of a front matter, which is all that notes of reports use. */
function headerOf(front: string): Readonly<Record<string, string>> {
  const pairs = front.split(/\r?\n/).flatMap((line) => {
    const found = /^([A-Za-z_-]+)\s*:\s*(.+?)\s*$/.exec(line);
    return found === null ? [] : [[found[1]!.toLowerCase(), found[2]!.replace(/^(["'])(.*)\1$/, "$2")]];
  });
  return Object.fromEntries(pairs) as Record<string, string>;
}

/** The title goes back into markup later: what the converter escaped is undone here. */
function unescaped(title: string): string {
  return title
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
