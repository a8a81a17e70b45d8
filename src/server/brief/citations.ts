import type { Brief } from "./brief.ts";

type Reference = Brief["references"][number];

/** A report as reference managers read it: CSL-JSON. */
export interface CslItem {
  readonly id: string;
  readonly type: "article-newspaper";
  readonly title?: string;
  readonly "container-title"?: string;
  readonly issued?: CslDate;
  readonly accessed: CslDate;
  readonly URL?: string;
  readonly note: string;
}
interface CslDate {
  /** Exactly one, as CSL has it for a day: year, month, day. */
  readonly "date-parts": readonly (readonly number[])[];
}

/** The reports that a brief rests on, each once, however many of its words are quoted. */
export function briefCsl({ references }: Brief): readonly CslItem[] {
  return reportsOf(references).map(({ key, title, outlet, published, url, storedAt, sha256 }) => ({
    id: key,
    type: "article-newspaper",
    ...(title === undefined ? {} : { title }),
    ...(outlet === undefined ? {} : { "container-title": outlet }),
    ...(published === undefined ? {} : { issued: dateOf(published) }),
    accessed: dateOf(storedAt),
    ...(url === undefined ? {} : { URL: url }),
    note: noteOf(sha256),
  }));
}

/** The same for LaTeX: BibLaTeX, whose dates are ISO's. */
export function briefBibtex({ references }: Brief): string {
  return reportsOf(references).map(entryOf).join("\n");
}

function entryOf({ key, title, outlet, published, url, storedAt, sha256 }: Reference): string {
  const fields = [
    ["title", title],
    ["journaltitle", outlet],
    ["date", published?.slice(0, 10)],
    ["url", url],
    ["urldate", storedAt.slice(0, 10)],
    ["note", noteOf(sha256)],
  ] as const;
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = {${name === "url" ? plain(value) : escaped(value)}},`],
  );
  return [`@article{${key},`, ...lines, "}", ""].join("\n");
}

function reportsOf(references: readonly Reference[]): readonly Reference[] {
  return references.filter(({ key }, at) => references.findIndex((one) => one.key === key) === at);
}

const noteOf = (sha256: string): string => `SHA-256 of the text: ${sha256}`;

function dateOf(iso: string): CslDate {
  return { "date-parts": [iso.slice(0, 10).split("-").map(Number)] };
}

const SIGNS: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** Every sign that TeX would read is taken as a sign; a brace of a headline would else end the field. */
function escaped(words: string): string {
  return words
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\~^{}$&#%_]/g, (sign) => SIGNS[sign] ?? `\\${sign}`);
}

/** An address stands as it is, but for what would end the field. */
function plain(url: string): string {
  return url.replace(/[{}\\\s]/g, (sign) => encodeURIComponent(sign));
}
