import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { InvalidArgumentError, Option } from "commander";
import { FORMAT_NAMES } from "../formats/index.ts";
import { COLUMN_FIELDS, INPUT_KINDS, type InputKind, isoDay, type ReadOptions } from "../ingest/index.ts";
import { CATALOGUE, fail } from "../text/errors.ts";
import { OFFSET_UNITS, type OffsetUnit } from "../text/offsets.ts";
import { packageFile } from "../text/package-files.ts";

/** Options that several commands share, each with its check; docs/ has a line for every one (a test compares). */
export interface InputFlags {
  readonly published?: string;
  readonly encoding?: string;
  readonly language?: string;
  readonly input?: InputKind;
  readonly columns?: ReadOptions["columns"];
  readonly quiet?: boolean;
}

export function inputOptions(): readonly Option[] {
  return [
    new Option("--published <date>", "publication date of the reports, YYYY-MM-DD").argParser(dateOf),
    new Option("--encoding <name>", "encoding of the files, if it cannot be seen from them"),
    new Option("--language <code>", "en: code as English without guessing the language").choices(["en"]),
    new Option("--input <kind>", "what the inputs are, if it cannot be seen from them").choices([
      ...INPUT_KINDS,
    ]),
    new Option("--columns <map>", "which columns of a table hold what: text=Body,published=Day").argParser(
      columnsOf,
    ),
    new Option("--quiet", "no progress on stderr"),
  ];
}

export function offsetsOption(): Option {
  return new Option("--offsets <unit>", "unit of the offsets")
    .choices([...OFFSET_UNITS])
    .default("code-points" satisfies OffsetUnit);
}

export function formatOption(): Option {
  return new Option(
    "--format <name>",
    "how to write the events (default: pretty on a terminal, else jsonl)",
  ).choices([...FORMAT_NAMES]);
}

export function storeOption(): Option {
  return new Option(
    "--store <location>",
    "a folder, or a PostgreSQL database by its address",
  ).makeOptionMandatory();
}

export function jobsOption(): Option {
  return new Option("--jobs <count>", "worker threads").default(1).argParser((value) => {
    const count = Number(value);
    if (!Number.isInteger(count) || count < 1)
      throw new InvalidArgumentError(`allowed: 1 to ${availableParallelism()}`);
    return count;
  });
}

/** Events below it are left out: fewer of them, and more of those right (docs/accuracy.md). */
export function thresholdOption(): Option {
  return new Option("--threshold <confidence>", "leave out events of less confidence, 0 to 1")
    .default(0)
    .argParser((value) => {
      const threshold = Number(value);
      if (value.trim() === "" || !(threshold >= 0 && threshold <= 1))
        throw new InvalidArgumentError("allowed: 0 to 1");
      return threshold;
    });
}

/** Opens an address that the guard against private ones would refuse; may be given several times. */
export function addressOption(): Option {
  return new Option("--allow-address <host:port>", "fetch from this address although it is not public")
    .default([])
    .argParser((value: string, given: readonly string[]) => {
      if (!/^(?:\[[^\]]+\]|[^:/]+):\d+$/.test(value)) throw new InvalidArgumentError("write HOST:PORT");
      return [...given, value];
    });
}

/** How publishers reach whoever fetches. */
export function contactOf(value: string): string {
  if (!/^(?:\S+@\S+\.\S+|https?:\/\/\S+)$/.test(value))
    throw new InvalidArgumentError("write a mail address or a web address");
  return value;
}

export function packageVersion(): string {
  return (JSON.parse(readFileSync(packageFile("package.json"), "utf8")) as { version: string }).version;
}

/** Throws K303 if no input is named; a terminal without input would wait for ever. */
export function inputsOf(names: readonly string[]): readonly string[] {
  if (names.length > 0) return names;
  if (process.stdin.isTTY) throw fail("K303");
  return ["-"];
}

export function readOptionsOf(flags: InputFlags): ReadOptions {
  return {
    ...(flags.published === undefined ? {} : { published: flags.published }),
    ...(flags.encoding === undefined ? {} : { encoding: flags.encoding }),
    ...(flags.input === undefined ? {} : { input: flags.input }),
    ...(flags.columns === undefined ? {} : { columns: flags.columns }),
    ...(flags.language === undefined ? {} : { anyLanguage: true }),
  };
}

function columnsOf(value: string): NonNullable<ReadOptions["columns"]> {
  const pairs = value.split(",").map((pair) => pair.split("=").map((part) => part.trim()));
  for (const [field, title, ...more] of pairs) {
    if (!COLUMN_FIELDS.some((one) => one === field) || !title || more.length > 0)
      throw new InvalidArgumentError(
        `write FIELD=TITLE, several with commas between; fields: ${COLUMN_FIELDS.join(", ")}`,
      );
  }
  return Object.fromEntries(pairs);
}

function dateOf(value: string): string {
  const day = isoDay(value);
  if (day === undefined) throw new InvalidArgumentError(CATALOGUE.K302.cure);
  return day;
}
