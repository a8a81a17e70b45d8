import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fail, KhaldunError } from "../../text/errors.ts";
import { EXPORTS, type ExportName } from "../index.ts";
import { openParquet } from "../parquet.ts";
import type { Profile } from "../profile.ts";
import { type DatasetFile, datapackage } from "./datapackage.ts";
import { datasetCodebook, datasetReadme } from "./readme.ts";
import type { Summary } from "./summary.ts";
import type { Sink } from "./write.ts";

export interface OutputPlace {
  readonly format: ExportName;
  /** A file, or a folder that takes the usual names. */
  readonly out: string;
  readonly profile: Profile;
}

export interface Output {
  readonly sink: Sink;
  /** Ends the file, gives it its name and writes its description beside it. Throws K312. */
  readonly close: (summary: Summary, rule: string | undefined) => Promise<void>;
  /** Takes away what was written: under its name nothing has changed. */
  readonly discard: () => Promise<void>;
}

/**
 * A file that is whole or not there: it is written beside its name and takes it at the end, in place of the one that was
 * there. Throws K312 if it cannot be written.
 */
export async function openOutput({ format, out, profile }: OutputPlace): Promise<Output> {
  const { file, beside } = placesOf(out, format);
  const part = `${file}.part`;
  const guarded = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    try {
      return await work();
    } catch (problem) {
      if (problem instanceof KhaldunError) throw problem;
      throw fail("K312", { file, reason: (problem as Error).message }, problem);
    }
  };
  const { sink, end } = await guarded(async () => {
    mkdirSync(dirname(file), { recursive: true });
    return format === "parquet" ? parquetSink(part) : textSink(part);
  });
  return {
    sink: {
      ...sink,
      text: (text) => guarded(() => sink.text(text)),
    },
    close: (summary, rule) =>
      guarded(async () => {
        await end();
        const described: DatasetFile = {
          format,
          path: basename(file),
          bytes: statSync(part).size,
          sha256: await hashOf(part),
          profile,
          rule,
          summary,
        };
        renameSync(part, file);
        writeFileSync(beside("datapackage.json"), datapackage(described));
        writeFileSync(beside("README.md"), datasetReadme(described));
        writeFileSync(beside("CODEBOOK.md"), datasetCodebook(described));
      }),
    discard: async () => {
      await end().catch(() => undefined);
      rmSync(part, { force: true });
    },
  };
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
  let broken: Error | undefined;
  // Without a listener a full disk would end the program, not the export.
  stream.on("error", (problem) => {
    broken = problem;
  });
  await once(stream, "open");
  return {
    sink: {
      text: async (text) => {
        if (broken !== undefined) throw broken;
        if (!stream.write(text)) await once(stream, "drain");
      },
    },
    end: async () => {
      if (broken !== undefined) throw broken;
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
