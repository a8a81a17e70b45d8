import { createGunzip } from "node:zlib";
import { readStream } from "./read.ts";
import { damaged, type ReadOptions, type ReadResult } from "./result.ts";
import { type Around, countedStream, unpackedGuard, within } from "./unpacked.ts";

/** What a compressed file holds, read as it is unpacked: `page.html.gz`, `reports.tar.gz`. Throws K109 and K112. */
export async function* readGzip(
  stream: AsyncIterable<Buffer>,
  name: string,
  options: ReadOptions,
  around: Around,
): AsyncIterable<ReadResult> {
  const { source, packed } = countedStream(stream);
  const gunzip = createGunzip();
  source.on("error", (problem) => gunzip.destroy(problem));
  const guard = around.guard ?? unpackedGuard(name, packed);
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
