import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { type DatasetFile, datapackage } from "../../formats/dataset/datapackage.ts";
import { datasetCodebook, datasetReadme } from "../../formats/dataset/readme.ts";
import { createTally } from "../../formats/dataset/summary.ts";
import { writeRows } from "../../formats/dataset/write.ts";
import { type ZipMember, zipStream } from "../../formats/dataset/zip.ts";
import { EXPORTS, type ExportName } from "../../formats/index.ts";
import { openParquet } from "../../formats/parquet.ts";
import type { Store } from "../../store/index.ts";
import { type ExportWish, exportRows } from "./rows.ts";

/** A file as it is made, for an answer that is sent while rows are still read. */
export type Bytes = ReadableStream<Uint8Array>;

/** The rows alone. A text is sent as it is written; Parquet is written to the disk first. */
export function exportFile(store: Store, format: ExportName, wish: ExportWish): Promise<Bytes> {
  return format === "parquet"
    ? asStream(
        packedParts(store, format, wish, async function* (made) {
          yield* createReadStream(made.file);
        }),
      )
    : asStream(textOf(store, format, wish));
}

/** A ZIP of the file with its description, codebook and data package beside it. */
export function exportPackage(store: Store, format: ExportName, wish: ExportWish): Promise<Bytes> {
  return asStream(
    packedParts(store, format, wish, async function* (made) {
      const described = await describe(made, format, wish);
      const members: readonly ZipMember[] = [
        { name: described.path, content: createReadStream(made.file) },
        ...Object.entries({
          "README.md": datasetReadme(described),
          "CODEBOOK.md": datasetCodebook(described),
          "datapackage.json": datapackage(described),
        }).map(([name, text]) => ({ name, content: [Buffer.from(text)] })),
      ];
      yield* zipStream(members);
    }),
  );
}

async function* textOf(store: Store, format: ExportName, wish: ExportWish): AsyncIterable<string> {
  const tally = createTally();
  const notation = EXPORTS[format];
  let isFirst = true;
  yield notation.head;
  for await (const row of exportRows(store, wish, tally)) {
    if (notation.withheld(row) !== undefined) continue;
    for (const record of notation.records(row)) {
      yield isFirst ? record : notation.separator + record;
      isFirst = false;
    }
  }
  yield notation.tail;
}

interface Made {
  readonly file: string;
  readonly summary: ReturnType<ReturnType<typeof createTally>["summary"]>;
}

/** Writes the file into a folder of its own, gives what is made of it, and takes the folder away. */
async function* packedParts(
  store: Store,
  format: ExportName,
  wish: ExportWish,
  parts: (made: Made) => AsyncIterable<Uint8Array>,
): AsyncIterable<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "khaldun-export-"));
  try {
    yield* parts(await writeFile(store, format, wish, join(folder, "events")));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeFile(store: Store, format: ExportName, wish: ExportWish, file: string): Promise<Made> {
  const tally = createTally();
  const rows = exportRows(store, wish, tally);
  if (format === "parquet") {
    const parquet = await openParquet(file);
    await writeRows(rows, EXPORTS[format], { text: async () => undefined, cells: parquet.add }, tally);
    parquet.close();
  } else {
    const stream = createWriteStream(file);
    const text = async (words: string): Promise<void> => {
      if (!stream.write(words)) await new Promise<void>((resolve) => stream.once("drain", resolve));
    };
    await writeRows(rows, EXPORTS[format], { text }, tally);
    stream.end();
    await finished(stream);
  }
  return { file, summary: tally.summary() };
}

async function describe({ file, summary }: Made, format: ExportName, wish: ExportWish): Promise<DatasetFile> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return {
    format,
    path: `events.${EXPORTS[format].extension}`,
    bytes: (await stat(file)).size,
    sha256: hash.digest("hex"),
    profile: wish.profile,
    rule: wish.choice?.rule,
    values: wish.filter.values,
    summary,
  };
}

/**
 * The first part is read before the answer begins: what is wrong with the wish is then said as a problem, not by a file
 * that breaks off. Who breaks off ends the reading.
 */
async function asStream(parts: AsyncIterable<string | Uint8Array>): Promise<Bytes> {
  const source = gathered(parts);
  let part = await source.next();
  return new ReadableStream({
    pull: async (controller) => {
      if (part.done) return controller.close();
      controller.enqueue(part.value);
      part = await source.next();
    },
    cancel: async () => {
      await source.return(undefined);
    },
  });
}

const ENOUGH = 1 << 16;

async function* gathered(parts: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  let held = "";
  for await (const part of parts) {
    if (typeof part !== "string") {
      yield part;
      continue;
    }
    held += part;
    if (held.length < ENOUGH) continue;
    yield Buffer.from(held);
    held = "";
  }
  if (held !== "") yield Buffer.from(held);
}
