import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { Command, Option } from "commander";
import { loadCountries } from "../knowledge/countries.ts";
import { type DumpPlace, readDumpLine } from "../knowledge/gazetteer-dump.ts";
import { dumpRows } from "../knowledge/gazetteer-dump-rows.ts";
import { ROW_MASK } from "../knowledge/gazetteer-format.ts";
import { LOCAL_EXTENSION, localFolder } from "../knowledge/gazetteer-local.ts";
import { packGazetteer } from "../knowledge/gazetteer-pack.ts";
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

async function addFiles(files: readonly string[], flags: AddFlags): Promise<void> {
  const places = new Map<number, DumpPlace>();
  const alternates = new Map<number, string[]>();
  let problems = 0;
  // Alternate names last: only those of places that a dump has brought are kept.
  const namesLast = [...files].sort((a, b) => Number(isNames(a)) - Number(isNames(b)));
  for (const file of namesLast) {
    for await (const [number, text] of numberedLines(file, flags.quiet ?? false)) {
      const line = readDumpLine(text, loadCountries().fromIso2);
      if (line === undefined) continue;
      if ("problem" in line) {
        problems += 1;
        if (problems <= PROBLEMS_SHOWN)
          process.stderr.write(`${file} line ${number}: ${line.problem}; left out\n`);
      } else if ("place" in line) places.set(line.place.geonames, line);
      else if (places.has(line.geonames))
        alternates.set(line.geonames, [...(alternates.get(line.geonames) ?? []), line.alternate]);
      if (places.size > ROW_MASK) throw fail("K406", { file, limit: ROW_MASK });
    }
  }
  if (places.size === 0) throw fail("K405", { file: files.join(", ") });
  const name = basename(namesLast[0]!, extname(namesLast[0]!));
  const about = { version: `${name} (${places.size} places)`, sources: [`GeoNames ${name}, CC BY 4.0`] };
  const packed = packGazetteer(dumpRows([...places.values()], alternates), about);
  const target = save(packed, flags.folder ?? localFolder(), name);
  await write(`${places.size} places in ${target}; lines left out as malformed: ${problems}\n`);
}

function isNames(file: string): boolean {
  return basename(file).startsWith("alternateNames");
}

/** A reader never sees half an index: it gets its name when it is whole. */
function save(packed: Uint8Array, folder: string, name: string): string {
  const target = join(folder, `${name}${LOCAL_EXTENSION}`);
  const unfinished = `${target}.${process.pid}.tmp`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(unfinished, packed);
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw fail("K407", { folder, reason: error instanceof Error ? error.message : String(error) }, error);
  }
  return target;
}

async function* numberedLines(file: string, quiet: boolean): AsyncIterable<readonly [number, string]> {
  let number = 0;
  try {
    const handle = await open(file);
    for await (const line of handle.readLines({ encoding: "utf8" })) {
      number += 1;
      if (!quiet && number % LINES_BETWEEN_SIGNS === 0) process.stderr.write(`${file}: ${number} lines\n`);
      yield [number, line];
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error && "syscall" in error)) throw error;
    throw fail("K101", { file, reason: error.message }, error);
  }
}
