import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

let root: string | undefined;

/**
 * The path of a file that ships with the package, such as `models/en/model.json`. Works the same from `src` and
 * from the built `dist`, which lie at different depths: the root is the nearest folder above with our package.json.
 */
export function packageFile(relative: string): string {
  root ??= findRoot(dirname(fileURLToPath(import.meta.url)));
  return join(root, relative);
}

function findRoot(folder: string): string {
  if (existsSync(join(folder, "package.json")) && existsSync(join(folder, "models"))) return folder;
  const parent = dirname(folder);
  return parent === folder ? folder : findRoot(parent);
}
