/** The README's first command: installs, builds and codes the bundled example reports. */
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const node = (...options) => execFileSync(process.execPath, options, { cwd: root, stdio: "inherit" });

node(join(root, "scripts", "setup.mjs"), "--build");
const folder = join(root, "examples", "reports");
const reports = readdirSync(folder)
  .sort()
  .map((name) => join(folder, name));
node(join(root, "bin", "khaldun"), "code", ...reports, "--format", "pretty");
process.stderr.write("\nNow try your own:  bin/khaldun code my-report.txt --published 2026-05-06\n");
