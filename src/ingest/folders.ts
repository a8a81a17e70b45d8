import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** The files that names stand for: a folder stands for all files in it and below, by name; hidden ones are left out. */
export async function* filesOf(names: readonly string[]): AsyncIterable<string> {
  for (const name of names) {
    const isFolder = name !== "-" && (await stat(name).catch(() => undefined))?.isDirectory() === true;
    if (!isFolder) {
      yield name;
      continue;
    }
    const entries = await readdir(name, { withFileTypes: true });
    const seen = entries
      .filter((entry) => !entry.name.startsWith("."))
      .map((entry) => join(name, entry.name));
    yield* filesOf(seen.sort());
  }
}
