import iconv from "iconv-lite";

/** One line with something on it. `bytes` is absent if the line is longer than the limit. */
export interface Line {
  readonly number: number;
  readonly length: number;
  readonly bytes: Buffer | undefined;
}

/** Takes the bytes of a file as they come and gives whole lines back; holds one line at a time. */
export interface LineCutter {
  readonly push: (bytes: Buffer) => readonly Line[];
  readonly end: () => readonly Line[];
}

const NEWLINE = 10;

/**
 * Cuts at line feeds. Lines of UTF-8 stay bytes, so that a line in another encoding can still be told; a file whose
 * encoding is named or marked as UTF-16 is turned to UTF-8 on the way. A line over the limit is dropped as it comes.
 */
export function lineCutter(longest: number, encoding?: string): LineCutter {
  let recode: ((bytes: Buffer) => Buffer) | undefined;
  let held: Buffer[] = [];
  let length = 0;
  let number = 0;

  const close = (): readonly Line[] => {
    number += 1;
    const bytes = length > longest ? undefined : Buffer.concat(held);
    const line = { number, length, bytes };
    held = [];
    length = 0;
    return bytes !== undefined && isBlank(bytes) ? [] : [line];
  };
  const take = (bytes: Buffer): void => {
    length += bytes.length;
    if (length > longest) held = [];
    else if (bytes.length > 0) held.push(bytes);
  };
  const cut = (bytes: Buffer): readonly Line[] => {
    const lines: Line[] = [];
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      take(bytes.subarray(start, end));
      lines.push(...close());
      start = end + 1;
    }
    take(bytes.subarray(start));
    return lines;
  };
  return {
    push: (bytes) => {
      recode ??= recoderFor(encoding ?? markedUtf16(bytes));
      return cut(recode(bytes));
    },
    end: () => (length > 0 ? close() : []),
  };
}

function markedUtf16(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
}

function recoderFor(encoding: string | undefined): (bytes: Buffer) => Buffer {
  if (encoding === undefined || !iconv.encodingExists(encoding)) return (bytes) => bytes;
  const decoder = iconv.getDecoder(encoding);
  return (bytes) => Buffer.from(decoder.write(bytes), "utf8");
}

function isBlank(bytes: Buffer): boolean {
  return (
    bytes.length < 1000 &&
    bytes
      .toString("utf8")
      .replace(/^\uFEFF/, "")
      .trim() === ""
  );
}
