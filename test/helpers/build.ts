import { execFileSync } from "node:child_process";
import { packageFile } from "../../src/text/package-files.ts";

/** Vitest's global set-up: the program is built from the source as it stands, so that its tests run the real one. */
export function setup(): void {
  execFileSync(process.execPath, [packageFile("scripts/setup.mjs"), "--build"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}
