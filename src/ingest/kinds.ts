import { extname } from "node:path";

/** What an input may be told to be. */
export const INPUT_KINDS = ["text", "html", "jsonl", "feed", "mail", "docx", "pdf", "warc", "csv"] as const;
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
};

/** By the ending of the name; undefined where only the content can tell. `news.warc.gz` is an archive too. */
export function kindByName(name: string): InputKind | undefined {
  if (/\.warc\.gz$/i.test(name)) return "warc";
  return BY_EXTENSION[extname(name).toLowerCase()];
}

const START_CHARACTERS = 600;
const PROLOGUE = String.raw`^(?:\u00ef\u00bb\u00bf|[\u00fe\u00ff]{2})?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*`;
const HTML = new RegExp(`${PROLOGUE}<(?:!doctype html|html)\\b`, "i");
const FEED = new RegExp(
  `${PROLOGUE}(?:<\\?[^>]*>\\s*)*<(?:rss|feed|rdf:RDF)\\b|^\\s*\\{\\s*"version"\\s*:\\s*"https://jsonfeed\\.org/`,
  "i",
);

/** By how the content begins; plain text if nothing else. */
export function kindByContent(bytes: Buffer): InputKind {
  const start = bytes.subarray(0, START_CHARACTERS).toString("latin1").replaceAll("\0", "");
  if (start.startsWith("%PDF-")) return "pdf";
  if (start.startsWith("PK\u0003\u0004") && start.includes("[Content_Types].xml")) return "docx";
  if (FEED.test(start)) return "feed";
  return HTML.test(start) ? "html" : "text";
}
