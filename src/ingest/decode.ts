import chardet from "chardet";
import htmlEncodingSniffer from "html-encoding-sniffer";
import iconv from "iconv-lite";
import { fail } from "../text/errors.ts";

/** Share of control characters from which bytes are no text. */
const BINARY_SHARE = 0.02;
/** A lone blemish in a short text is none. */
const FEWEST_CONTROLS = 4;

export interface DecodeOptions {
  readonly file: string;
  /** Encoding named by the user; wins over everything. */
  readonly encoding?: string;
  /** HTML says its encoding in its head. */
  readonly html?: boolean;
}

/**
 * Bytes to text. A byte order mark, the user, the page itself and valid UTF-8 decide in this order; else the
 * encoding is guessed. Throws K102 (empty), K103 (binary), K104 (cannot be decoded).
 */
export function decode(bytes: Buffer, options: DecodeOptions): string {
  if (bytes.length === 0) throw fail("K102", { file: options.file });
  const encoding = options.encoding ?? markedEncoding(bytes);
  if (encoding !== undefined && /^utf-?8$/i.test(encoding) && !isUtf8(bytes))
    throw fail("K104", { file: options.file, reason: "it is not valid UTF-8" });
  if (encoding !== undefined) return converted(bytes, encoding, options.file);
  refuseBinary(bytes, options.file);
  if (options.html)
    return converted(bytes, htmlEncodingSniffer(bytes, { defaultEncoding: guessed(bytes) }), options.file);
  return converted(bytes, isUtf8(bytes) ? "utf-8" : guessed(bytes), options.file);
}

function markedEncoding(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return unmarkedUtf16(bytes);
}

/** English in UTF-16 without a mark: nearly every second byte is zero, always on the same side. */
function unmarkedUtf16(bytes: Buffer): string | undefined {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]! += 1;
  });
  const [even = 0, odd = 0] = zeros;
  const half = sample.length / 2;
  if (sample.length < 8 || Math.max(even, odd) < half * 0.7 || Math.min(even, odd) > half * 0.02)
    return undefined;
  return odd > even ? "utf-16le" : "utf-16be";
}

/** A stray NUL is a blemish of a text; many control characters, or the first bytes of a known format, are no text. */
function refuseBinary(bytes: Buffer, file: string): void {
  const known = {
    "%PDF": "a PDF",
    "PK\u0003\u0004": "a ZIP or Office file",
    "\u007fELF": "a program",
    "\u0089PNG": "a picture",
  };
  for (const [start, name] of Object.entries(known)) {
    if (bytes.subarray(0, start.length).toString("latin1") === start)
      throw fail("K103", { file, reason: `it is ${name}` });
  }
  const sample = bytes.subarray(0, 65_536);
  let control = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control += 1;
  if (control >= FEWEST_CONTROLS && control / sample.length > BINARY_SHARE)
    throw fail("K103", { file, reason: `${control} control characters in the first ${sample.length} bytes` });
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function guessed(bytes: Buffer): string {
  return isUtf8(bytes) ? "utf-8" : (chardet.detect(bytes.subarray(0, 200_000)) ?? "windows-1252");
}

function converted(bytes: Buffer, encoding: string, file: string): string {
  if (!iconv.encodingExists(encoding))
    throw fail("K104", { file, reason: `the encoding ${encoding} is not known` });
  const text = iconv.decode(bytes, encoding);
  if (text.trim() === "") throw fail("K102", { file });
  return text;
}
