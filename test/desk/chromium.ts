import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** The browser of this machine: KHALDUN_TEST_CHROMIUM, or the first one on PATH; undefined if there is none. */
export function findChromium(): string | undefined {
  const named = process.env.KHALDUN_TEST_CHROMIUM;
  if (named !== undefined) return named;
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(canRun);
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
