import { existsSync } from "node:fs";

/** The file that an item was read from: `feed.xml#3` and `reports.jsonl:12` are items of files. */
export function inputOf(name: string): string {
  if (existsSync(name)) return name;
  const file = name.replace(/#.*$|:\d+$/s, "");
  return file !== name && existsSync(file) ? file : name;
}
