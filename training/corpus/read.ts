import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CorpusReport, readReport } from "./notation.ts";

/** `reports` is the corpus; `second-coding` some of the same texts, coded again by a second hand. */
export type Coding = "reports" | "second-coding";

/** All reports of the corpus, by name of their file. */
export function readCorpus(coding: Coding = "reports"): readonly CorpusReport[] {
  const folder = join(dirname(fileURLToPath(import.meta.url)), coding);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => readReport(name.slice(0, -".txt".length), readFileSync(join(folder, name), "utf8")));
}
