import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Span } from "../../src/text/span.ts";

/** A time expression as TIMEX3 has it. */
export interface Timex extends Span {
  readonly type: string;
  readonly value: string;
  readonly mod?: string;
}

export interface GoldText {
  readonly id: string;
  /** Document creation day, ISO. */
  readonly published: string;
  readonly text: string;
  readonly times: readonly Timex[];
}

/** A folder of TimeML files (`.tml`): the text inside TEXT, offsets into it. Throws if there is none. */
export function readTimeml(folder: string): readonly GoldText[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".tml"));
  if (files.length === 0) throw new Error(`no .tml files in ${folder}`);
  return files.sort().map((file) => parseTimeml(file, readFileSync(join(folder, file), "utf8")));
}

export function parseTimeml(id: string, markup: string): GoldText {
  const published = /<DCT>[\s\S]*?value="(\d{4}-\d{2}-\d{2})/.exec(markup)?.[1];
  const body = /<TEXT>([\s\S]*)<\/TEXT>/.exec(markup)?.[1];
  if (published === undefined || body === undefined) throw new Error(`${id}: no DCT or no TEXT`);
  const times: Timex[] = [];
  let text = "";
  let open: Readonly<Record<string, string>> | undefined;
  let start = 0;
  for (const piece of body.split(/(<[^>]+>)/)) {
    if (piece.startsWith("<TIMEX3")) {
      open = Object.fromEntries(
        [...piece.matchAll(/([\w]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
      );
      start = text.length;
    } else if (piece === "</TIMEX3>" && open !== undefined) {
      const { type = "", value = "", mod } = open;
      times.push({ start, end: text.length, type, value, ...(mod === undefined ? {} : { mod }) });
      open = undefined;
    } else if (!piece.startsWith("<")) {
      text += decoded(piece);
    }
  }
  return { id, published, text, times };
}

function decoded(raw: string): string {
  return raw
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}

/** Our own notation (`news.txt`): a head, then reports under `# YYYY-MM-DD` with `[words|TYPE|value|MOD]` in the text. */
export function readMarked(file: string): readonly GoldText[] {
  const reports = readFileSync(file, "utf8")
    .split(/^# (?=\d{4}-)/m)
    .slice(1);
  return reports.map((report, index) => {
    const published = report.slice(0, 10);
    const times: Timex[] = [];
    let text = "";
    for (const piece of report
      .slice(11)
      .trim()
      .split(/(\[[^\]]+\])/)) {
      const [, words, type, value, mod] =
        /^\[([^|]+)\|([A-Z]+)\|([^|\]]+)(?:\|([A-Z_]+))?\]$/.exec(piece) ?? [];
      if (words !== undefined && type !== undefined && value !== undefined)
        times.push({
          start: text.length,
          end: text.length + words.length,
          type,
          value,
          ...(mod === undefined ? {} : { mod }),
        });
      text += words ?? piece;
    }
    return { id: `news-${index + 1}`, published, text, times };
  });
}
