import { mkdirSync, renameSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { Command, Option } from "commander";
import { loadCountries } from "../knowledge/countries.ts";
import { readDumpLine } from "../knowledge/gazetteer-dump.ts";
import { createIndexBuilder } from "../knowledge/gazetteer-index-build.ts";
import { writeIndex } from "../knowledge/gazetteer-index-write.ts";
import { LOCAL_EXTENSION, localFolder } from "../knowledge/gazetteer-local.ts";
import { fail } from "../text/errors.ts";
import { write } from "./run.ts";

const LINES_BETWEEN_SIGNS = 500_000;
const PROBLEMS_SHOWN = 20;

interface AddFlags {
  readonly folder?: string;
  readonly quiet?: boolean;
}

/** Puts GeoNames dumps beside the gazetteer of the package. */
export function gazetteerCommand(): Command {
  const add = new Command("add")
    .description("GeoNames dumps, and alternateNamesV2 for their places, as one local index")
    .argument("<files...>")
    .addOption(new Option("--folder <path>", "where the index goes (also: KHALDUN_GAZETTEER)"))
    .addOption(new Option("--quiet", "no progress"))
    .action(addFiles);
  return new Command("gazetteer")
    .description("add more places from GeoNames")
    .addHelpText("after", "\nExample:\n  khaldun gazetteer add ML.txt alternateNamesV2.txt")
    .addCommand(add);
}

async function addFiles(
  files: readonly string[],
  { folder = localFolder(), quiet = false }: AddFlags,
): Promise<void> {
  // Alternate names last: only those of places that a dump has brought are kept.
  const namesLast = [...files].sort((a, b) => Number(isNames(a)) - Number(isNames(b)));
  const name = basename(namesLast[0]!, extname(namesLast[0]!));
  const target = join(folder, `${name}${LOCAL_EXTENSION}`);
  const workshop = `${target}.${process.pid}.tmp`;
  const say = (words: string): void => {
    if (!quiet) process.stderr.write(`${words}\n`);
  };
  try {
    mkdirSync(workshop, { recursive: true });
    const { places, problems } = await buildIndex(namesLast, name, workshop, say);
    // A reader never sees half an index: it gets its name when it is whole.
    renameSync(join(workshop, "index"), target);
    await write(`${places} places in ${target}; lines left out as malformed: ${problems}\n`);
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
    throw fail("K407", { folder, reason: error.message }, error);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

async function buildIndex(
  files: readonly string[],
  name: string,
  workshop: string,
  say: (words: string) => void,
): Promise<{ readonly places: number; readonly problems: number }> {
  const builder = createIndexBuilder(workshop);
  let problems = 0;
  try {
    for (const file of files) {
      for await (const [number, text] of numberedLines(file, say)) {
        const line = readDumpLine(text, loadCountries().fromIso2);
        if (line === undefined) continue;
        if ("problem" in line) {
          problems += 1;
          if (problems <= PROBLEMS_SHOWN)
            process.stderr.write(`${file} line ${number}: ${line.problem}; left out\n`);
        } else if ("place" in line) builder.addPlace(line);
        else builder.addName(line);
      }
    }
    say("sorting the names");
    const built = builder.finish();
    if (built.places === 0) throw fail("K405", { file: files.join(", ") });
    const version = `${name} (${built.places} places)`;
    writeIndex(built, { version, sources: [`GeoNames ${name}, CC BY 4.0`] }, join(workshop, "index"));
    return { places: built.places, problems };
  } finally {
    builder.close();
  }
}

function isNames(file: string): boolean {
  return basename(file).startsWith("alternateNames");
}

async function* numberedLines(
  file: string,
  say: (words: string) => void,
): AsyncIterable<readonly [number, string]> {
  let number = 0;
  let bytes = 0;
  try {
    const handle = await open(file);
    const { size } = await handle.stat();
    for await (const line of handle.readLines({ encoding: "utf8" })) {
      number += 1;
      bytes += Buffer.byteLength(line) + 1;
      if (number % LINES_BETWEEN_SIGNS === 0)
        say(`${file}: ${number} lines, ${Math.floor((100 * bytes) / size)} %`);
      yield [number, line];
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error && "syscall" in error)) throw error;
    throw fail("K101", { file, reason: error.message }, error);
  }
}
