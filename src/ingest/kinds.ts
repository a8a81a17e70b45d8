import { extname } from "node:path";

/** What an input may be told to be. */
export const INPUT_KINDS = [
  "text",
  "markdown",
  "html",
  "jsonl",
  "feed",
  "sitemap",
  "mail",
  "docx",
  "pdf",
  "warc",
  "csv",
  "gdelt",
  "zip",
  "tar",
  "gzip",
] as const;
export type InputKind = (typeof INPUT_KINDS)[number];

const BY_EXTENSION: Readonly<Record<string, InputKind>> = {
  ".jsonl": "jsonl",
  ".ndjson": "jsonl",
  ".htm": "html",
  ".html": "html",
  ".xhtml": "html",
  ".xhtm": "html",
  ".shtml": "html",
  ".rss": "feed",
  ".atom": "feed",
  ".eml": "mail",
  ".mbox": "mail",
  ".docx": "docx",
  ".pdf": "pdf",
  ".warc": "warc",
  ".csv": "csv",
  ".tsv": "csv",
  ".md": "markdown",
  ".markdown": "markdown",
  ".zip": "zip",
  ".tar": "tar",
  ".tgz": "gzip",
  ".gz": "gzip",
};

/** GDELT names its files so: `20260505120000.export.CSV`, `….mentions.CSV`, `….gkg.csv`. */
const GDELT = /\.(?:export|mentions|gkg)\.csv$/i;

/** By the ending of the name; undefined where only the content can tell. */
export function kindByName(name: string): InputKind | undefined {
  if (/\.warc\.gz$/i.test(name)) return "warc";
  if (GDELT.test(name)) return "gdelt";
  return BY_EXTENSION[extname(name).toLowerCase()];
}

const START_CHARACTERS = 600;
const PROLOGUE = String.raw`^(?:\u00ef\u00bb\u00bf|[\u00fe\u00ff]{2})?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*`;
const HTML = new RegExp(`${PROLOGUE}<(?:!doctype html|html)\\b`, "i");
const FEED = new RegExp(
  `${PROLOGUE}(?:<\\?[^>]*>\\s*)*<(?:rss|feed|rdf:RDF)\\b|^\\s*\\{\\s*"version"\\s*:\\s*"https://jsonfeed\\.org/`,
  "i",
);

const SITEMAP = new RegExp(`${PROLOGUE}(?:<\\?[^>]*>\\s*)*<(?:\\w+:)?(?:urlset|sitemapindex)\\b`, "i");
const TAR_MARK_AT = 257;

/** By how the content begins; plain text if nothing else. */
export function kindByContent(bytes: Buffer): InputKind {
  const start = bytes.subarray(0, START_CHARACTERS).toString("latin1").replaceAll("\0", "");
  if (start.startsWith("%PDF-")) return "pdf";
  if (start.startsWith("PK\u0003\u0004") && start.includes("[Content_Types].xml")) return "docx";
  if (start.startsWith("PK\u0003\u0004")) return "zip";
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return "gzip";
  if (bytes.subarray(TAR_MARK_AT, TAR_MARK_AT + 5).toString("latin1") === "ustar") return "tar";
  if (SITEMAP.test(start)) return "sitemap";
  if (FEED.test(start)) return "feed";
  return HTML.test(start) ? "html" : "text";
}
