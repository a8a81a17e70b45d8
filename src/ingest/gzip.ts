import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { readStream } from "./read.ts";
import { damaged, type ReadOptions, type ReadResult } from "./result.ts";
import { type Around, unpackedGuard, within } from "./unpacked.ts";

/** What a compressed file holds, read as it is unpacked: `page.html.gz`, `reports.tar.gz`. Throws K109 and K112. */
export async function* readGzip(
  stream: AsyncIterable<Buffer>,
  name: string,
  options: ReadOptions,
  around: Around,
): AsyncIterable<ReadResult> {
  let packed = 0;
  const counted = async function* (): AsyncIterable<Buffer> {
    for await (const chunk of stream) {
      packed += chunk.length;
      yield chunk;
    }
  };
  const source = Readable.from(counted());
  const gunzip = createGunzip();
  source.on("error", (problem) => gunzip.destroy(problem));
  const guard = around.guard ?? unpackedGuard(name, () => packed);
  const inner = name.replace(/\.tgz$/i, ".tar").replace(/\.gz$/i, "");
  try {
    yield* readStream(guard.pass(source.pipe(gunzip)), inner, options, within(around, guard));
  } catch (problem) {
    throw damaged(name, "compressed file", problem);
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}
