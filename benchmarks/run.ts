import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Bench, table } from "./bench.ts";

/**
 * npm run bench -- NAME [--data DIR] [--json] [more]      runs one benchmark, or `all`
 * Exits 1 if a benchmark fails (missing data, for one), 2 for an unknown name.
 */
const here = dirname(fileURLToPath(import.meta.url));
const names = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "results")
  .map((entry) => entry.name);

const { wanted, data, json, rest } = readArguments(process.argv.slice(2));
if (wanted === undefined || (wanted !== "all" && !names.includes(wanted))) {
  process.stderr.write(
    `usage: npm run bench -- NAME [--data DIR] [--json]\nnames: all, ${names.join(", ")}\n`,
  );
  process.exit(2);
}
for (const name of wanted === "all" ? names : [wanted]) {
  try {
    const module = (await import(pathToFileURL(join(here, name, "index.ts")).href)) as { run: Bench };
    const result = await module.run({ data, rest });
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

function readArguments(words: readonly string[]): {
  wanted: string | undefined;
  data: string;
  json: boolean;
  rest: readonly string[];
} {
  const rest = [...words];
  const json = rest.includes("--json");
  const at = rest.indexOf("--data");
  const data = at >= 0 ? (rest[at + 1] ?? "") : join(here, "../../shared");
  const kept = rest.filter(
    (word, index) => word !== "--json" && (at < 0 || (index !== at && index !== at + 1)),
  );
  return { wanted: kept[0], data, json, rest: kept.slice(1) };
}
