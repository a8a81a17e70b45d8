import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Bench, type BenchResult, table } from "./bench.ts";

/**
 * npm run bench -- NAME [--data DIR] [--json] [--save] [more]      runs one benchmark, or `all`
 * Exits 1 if a benchmark fails (missing data, for one), 2 for an unknown name.
 */
const here = dirname(fileURLToPath(import.meta.url));
const names = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "results")
  .map((entry) => entry.name);

const { wanted, data, json, save, rest } = readArguments(process.argv.slice(2));
if (wanted === undefined || (wanted !== "all" && !names.includes(wanted))) {
  process.stderr.write(
    `usage: npm run bench -- NAME [--data DIR] [--json] [--save]\nnames: all, ${names.join(", ")}\n`,
  );
  process.exit(2);
}
for (const name of wanted === "all" ? names : [wanted]) {
  try {
    const module = (await import(pathToFileURL(join(here, name, "index.ts")).href)) as { run: Bench };
    const result = await module.run({ data, rest });
    if (save) saveResult(name, result);
    if (json) {
      process.stdout.write(`${JSON.stringify({ name, title: result.title, figures: result.figures })}\n`);
    } else {
      for (const detail of result.details ?? []) process.stdout.write(`${detail}\n`);
      process.stdout.write(`${table(result)}\n\n`);
    }
  } catch (problem) {
    process.stderr.write(`${name}: ${problem instanceof Error ? problem.message : String(problem)}\n`);
    process.exitCode = 1;
  }
}

/** Results that the docs rest on: committed with date, commit, machine and load. */
function saveResult(name: string, { title, figures }: BenchResult): void {
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  const machine = `${cpus()[0]?.model.trim() ?? "unknown"}, ${cpus().length} cores`;
  const load = loadavg()
    .map((value) => value.toFixed(2))
    .join(", ");
  const record = { date: new Date().toISOString().slice(0, 10), commit, machine, load, name, title, figures };
  writeFileSync(join(here, "results", `${name}.json`), `${JSON.stringify(record, undefined, 2)}\n`);
}

function readArguments(words: readonly string[]): {
  wanted: string | undefined;
  data: string;
  json: boolean;
  save: boolean;
  rest: readonly string[];
} {
  const rest = [...words];
  const json = rest.includes("--json");
  const save = rest.includes("--save");
  const at = rest.indexOf("--data");
  const data = at >= 0 ? (rest[at + 1] ?? "") : join(here, "../../shared");
  const kept = rest.filter(
    (word, index) => word !== "--json" && word !== "--save" && (at < 0 || (index !== at && index !== at + 1)),
  );
  return { wanted: kept[0], data, json, save, rest: kept.slice(1) };
}
