import type { Readable } from "node:stream";
import { type Entry, fromBufferPromise, getFileNameLowLevel, openPromise, type ZipFile } from "yauzl";
import { fail } from "../text/errors.ts";
import { readStream } from "./read.ts";
import { asInputError, damaged, type ReadOptions, type ReadResult } from "./result.ts";
import { type Around, badName, endsAll, isPassedOver, unpackedGuard, within } from "./unpacked.ts";

/**
 * Every file of a ZIP archive, one after the other, by the path of the archive or its bytes. Members may lie over each
 * other in one that is made to do harm: what all of them unpack to is counted together. Throws K109 and K112.
 */
export async function* readZip(
  archive: string | Buffer,
  name: string,
  options: ReadOptions,
  around: Around,
): AsyncIterable<ReadResult> {
  const zip = await opened(archive).catch((problem: unknown) => {
    throw damaged(name, "ZIP archive", problem);
  });
  const guard = around.guard ?? unpackedGuard(name, () => zip.fileSize);
  try {
    for await (const entry of zip.eachEntry()) {
      const memberName = nameOf(entry);
      const item = `${name}/${memberName}`;
      if (isPassedOver(memberName)) continue;
      const reason = entry.isEncrypted() ? "it is encrypted" : badName(memberName);
      try {
        if (reason !== undefined) throw fail("K114", { file: item, reason });
        const stream: Readable = await zip.openReadStreamPromise(entry);
        yield* readStream(guard.pass(stream), item, options, within(around, guard));
      } catch (problem) {
        if (endsAll(problem)) throw problem;
        yield { error: asInputError(problem, item), name: item };
      }
    }
  } catch (problem) {
    throw damaged(name, "ZIP archive", problem);
  } finally {
    zip.close();
  }
}

// Names are decoded here: the library would give up the whole archive at the first name that leads out of it.
const OPTIONS = { lazyEntries: true, decodeStrings: false, autoClose: false, validateEntrySizes: true };

function opened(archive: string | Buffer): Promise<ZipFile> {
  return typeof archive === "string" ? openPromise(archive, OPTIONS) : fromBufferPromise(archive, OPTIONS);
}

function nameOf(entry: Entry): string {
  const raw = entry.fileName as string | Buffer;
  if (typeof raw === "string") return raw;
  return getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields ?? [], true);
}
