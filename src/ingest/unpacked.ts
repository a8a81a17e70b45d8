import { Readable } from "node:stream";
import { fail, KhaldunError } from "../text/errors.ts";

/** No text shrinks so far; what unpacks to more is made to fill disks and memory. */
const MOST_TIMES = 200;
/** A small archive may hold one very repetitive file. */
const ALWAYS_ALLOWED = 50_000_000;

/** Counts what an archive unpacks to, over all of its members and the archives among them. Throws K112. */
export interface UnpackedGuard {
  readonly pass: (stream: AsyncIterable<Buffer | string>) => AsyncIterable<Buffer>;
}

/** The archives around something: how many, and the count that they share, which is the outermost one's. */
export interface Around {
  readonly depth: number;
  readonly guard?: UnpackedGuard;
}

/** What lies in an archive has one more around it. */
export function within({ depth }: Around, guard: UnpackedGuard): Around {
  return { depth: depth + 1, guard };
}

/** A whole upload that unpacks to too much is given up as a whole, whichever of its archives it was. */
export function endsAll(problem: unknown): boolean {
  return problem instanceof KhaldunError && problem.code === "K112";
}

/** `packedBytes` gives the bytes of the archive itself, as far as they are known. */
export function unpackedGuard(file: string, packedBytes: () => number): UnpackedGuard {
  let unpacked = 0;
  return {
    pass: async function* (stream) {
      for await (const chunk of stream) {
        const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
        unpacked += bytes.length;
        if (unpacked > ALWAYS_ALLOWED && unpacked > packedBytes() * MOST_TIMES)
          throw fail("K112", { file, limit: MOST_TIMES });
        yield bytes;
      }
    },
  };
}

/** Why a member's name is refused; nothing is ever written under it, but whoever made it meant harm. */
export function badName(name: string): string | undefined {
  if (/^(?:[/\\]|[A-Za-z]:)/.test(name)) return "its name is an absolute path";
  if (name.split(/[/\\]/).includes("..")) return "its name leads out of the archive";
  return name.includes("\0") ? "its name has a NUL character" : undefined;
}

/** Folders, hidden files and what macOS adds are no reports. */
export function isPassedOver(name: string): boolean {
  return /[/\\]$/.test(name) || name.split(/[/\\]/).some((part) => /^\.(?!\.?$)|^__MACOSX$/.test(part));
}

/** The stream as it is, and how many bytes of it have gone by. */
export function countedStream(stream: AsyncIterable<Buffer>): {
  readonly source: Readable;
  readonly packed: () => number;
} {
  let packed = 0;
  const counted = async function* (): AsyncIterable<Buffer> {
    for await (const chunk of stream) {
      packed += chunk.length;
      yield chunk;
    }
  };
  return { source: Readable.from(counted()), packed: () => packed };
}
