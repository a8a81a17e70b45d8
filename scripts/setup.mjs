/**
 * Makes a fresh clone ready: installs what package-lock.json names, once, and builds what the program runs from.
 * Plain Node, no dependencies, so that every command of the README works as the first one.
 *   node scripts/setup.mjs [--build]
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const stamp = join(root, "node_modules", ".khaldun-setup");

function run(command, ...options) {
  // npm is a script on Windows, which only a shell finds.
  execFileSync(command, options, { cwd: root, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(`Khaldun needs Node 20.19 or newer; this is ${process.versions.node}.\n`);
  process.exit(2);
}

function install() {
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  process.stderr.write("installing (npm ci) …\n");
  run("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function newest(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
}

function isNewer(built, sources) {
  return existsSync(built) && statSync(built).mtimeMs > Math.max(...sources.map(newest));
}

function build() {
  if (isNewer(join(root, "dist", "cli", "main.mjs"), [join(root, "src")])) return;
  process.stderr.write("building …\n");
  // The declarations take five times as long as the program, and only a published package needs them.
  run("npm", "run", "--silent", "build:program", "--", "--no-dts");
}

function buildDesk() {
  if (isNewer(join(root, "dist", "web", "index.html"), [join(root, "web")])) return;
  process.stderr.write("building the desk …\n");
  run("npm", "run", "--silent", "build:desk");
}

checkNode();
install();
if (process.argv.includes("--build")) {
  build();
  buildDesk();
}
