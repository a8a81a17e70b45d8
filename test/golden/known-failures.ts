import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const file = join(dirname(fileURLToPath(import.meta.url)), "known-failures.tsv");
const unexplained = "?";

/** Per report: each difference that is known, with the reason why it is still there. */
export type KnownFailures = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Throws at a line without a reason: a failure that nobody has looked at is not known. */
export function readKnownFailures(updating: boolean): KnownFailures {
  const found = new Map<string, Map<string, string>>();
  if (!existsSync(file)) return found;
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const [slug = "", key = "", reason = ""] = line.split("\t");
    if (!updating && (reason === "" || reason === unexplained)) {
      throw new Error(`known-failures.tsv: no reason given for ${slug}: ${key}`);
    }
    found.set(slug, (found.get(slug) ?? new Map<string, string>()).set(key, reason));
  }
  return found;
}

/** Lines whose case passes go, the others keep their reason, and new ones ask for theirs. */
export function writeKnownFailures(
  known: KnownFailures,
  found: ReadonlyMap<string, readonly string[]>,
): void {
  const lines = [...found].flatMap(([slug, keys]) =>
    keys.map((key) => `${slug}\t${key}\t${known.get(slug)?.get(key) ?? unexplained}`),
  );
  const head =
    "# What is still wrong in the golden reports, one difference a line, with its reason. A line whose case passes must go.\n# report, difference, reason\n";
  writeFileSync(file, `${head}${lines.join("\n")}\n`);
}
