import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream, mkdirSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { type DatasetFile, datapackage } from "../formats/dataset/datapackage.ts";
import { datasetCodebook, datasetReadme } from "../formats/dataset/readme.ts";
import type { Summary } from "../formats/dataset/summary.ts";
import type { Sink } from "../formats/dataset/write.ts";
import { EXPORTS, type ExportName } from "../formats/index.ts";
import { openParquet } from "../formats/parquet.ts";
import type { Profile } from "../formats/profile.ts";
import { fail } from "../text/errors.ts";
import { write } from "./run.ts";

interface OutputFlags {
  readonly format: ExportName;
  readonly out?: string;
  readonly profile: Profile;
}

export interface Output {
  readonly sink: Sink;
  /** Ends the file and writes its description beside it. */
  readonly close: (summary: Summary, rule: string | undefined) => Promise<void>;
}

/** Standard output, or the file that is named, or one in the folder that is named. */
export async function openOutput({ format, out, profile }: OutputFlags): Promise<Output> {
  if (out === undefined) {
    if (format === "parquet") throw fail("K311", { format });
    return { sink: { text: write }, close: async () => undefined };
  }
  const { file, beside } = placesOf(out, format);
  try {
    mkdirSync(dirname(file), { recursive: true });
    const { sink, end } = format === "parquet" ? await parquetSink(file) : await textSink(file);
    return {
      sink,
      close: async (summary, rule) => {
        await end();
        const described: DatasetFile = {
          format,
          path: basename(file),
          bytes: statSync(file).size,
          sha256: await hashOf(file),
          profile,
          rule,
          summary,
        };
        writeFileSync(beside("datapackage.json"), datapackage(described));
        writeFileSync(beside("README.md"), datasetReadme(described));
        writeFileSync(beside("CODEBOOK.md"), datasetCodebook(described));
      },
    };
  } catch (problem) {
    throw fail("K312", { file, reason: (problem as Error).message }, problem);
  }
}

/** A folder takes the usual names; a file's companions bear its name, so that nobody's README is overwritten. */
function placesOf(out: string, format: ExportName): { file: string; beside: (name: string) => string } {
  if (extname(out) === "" || out.endsWith("/")) {
    return { file: join(out, `events.${EXPORTS[format].extension}`), beside: (name) => join(out, name) };
  }
  return { file: out, beside: (name) => `${out}.${name}` };
}

async function textSink(file: string): Promise<{ sink: Sink; end: () => Promise<void> }> {
  const stream = createWriteStream(file);
  await once(stream, "open");
  return {
    sink: {
      text: async (text) => {
        if (!stream.write(text)) await once(stream, "drain");
      },
    },
    end: async () => {
      stream.end();
      await once(stream, "finish");
    },
  };
}

async function parquetSink(file: string): Promise<{ sink: Sink; end: () => Promise<void> }> {
  const parquet = await openParquet(file);
  return {
    sink: { text: async () => undefined, cells: parquet.add },
    end: async () => parquet.close(),
  };
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
