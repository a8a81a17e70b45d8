import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * The file that an item was read from: `feed.xml#3` and `reports.jsonl:12` are items of files, and so is what lies in
 * an archive, `old.zip/report.txt`.
 */
export function inputOf(name: string): string {
  if (existsSync(name)) return name;
  const file = name.replace(/#.*$|:\d+$/s, "");
  if (file !== name && existsSync(file)) return file;
  return archiveOf(file) ?? name;
}

function archiveOf(name: string): string | undefined {
  for (let above = dirname(name); above !== dirname(above); above = dirname(above)) {
    // Not statSync alone: below a file it throws.
    if (existsSync(above)) return statSync(above).isFile() ? above : undefined;
  }
  return undefined;
}
