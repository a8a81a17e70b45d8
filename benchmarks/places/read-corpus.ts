import { readFileSync } from "node:fs";

/** A place name of the gold with its point. */
export interface GoldPlace {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lat: number;
  readonly lon: number;
  readonly geonames?: number;
  /** English name, as LGL gives it. */
  readonly country?: string;
}

export interface GoldText {
  readonly id: string;
  readonly text: string;
  readonly places: readonly GoldPlace[];
}

/** LGL and GeoWebNews: only toponyms with coordinates count. Offsets are characters of the text as stored. */
export function readCorpus(file: string): readonly GoldText[] {
  const articles = readFileSync(file, "utf8")
    .split(/<article\s/)
    .slice(1);
  if (articles.length === 0) throw new Error(`no articles in ${file}`);
  return articles.map((article, index) => {
    const text = textOf(/<text>([\s\S]*?)<\/text>/.exec(article)?.[1] ?? "");
    const places = article
      .split("<toponym>")
      .slice(1)
      .flatMap((block) => placeOf(block, text));
    return { id: String(index), text, places };
  });
}

function placeOf(block: string, text: string): readonly GoldPlace[] {
  const cell = (name: string): string | undefined =>
    new RegExp(`<${name}>([^<]*)</${name}>`).exec(block)?.[1];
  const lat = cell("lat") ?? cell("latitude");
  const lon = cell("lon") ?? cell("longitude");
  if (lat === undefined || lon === undefined) return [];
  const start = utf16(text, Number(cell("start")));
  const end = utf16(text, Number(cell("end")));
  const geonames = /geonameid="(\d+)"/.exec(block)?.[1] ?? cell("geonamesID");
  const country = /<country[^>]*>([^<]*)</.exec(block)?.[1];
  return [
    {
      start,
      end,
      text: text.slice(start, end),
      lat: Number(lat),
      lon: Number(lon),
      ...(geonames === undefined ? {} : { geonames: Number(geonames) }),
      ...(country === undefined ? {} : { country }),
    },
  ];
}

/** The corpora count code points. */
function utf16(text: string, offset: number): number {
  if (!/[\u{10000}-\u{10ffff}]/u.test(text)) return offset;
  return [...text].slice(0, offset).join("").length;
}

function textOf(raw: string): string {
  const literal = /^<!\[CDATA\[([\s\S]*)\]\]>$/.exec(raw)?.[1];
  if (literal !== undefined) return literal;
  return raw
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}
