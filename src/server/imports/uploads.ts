import { randomUUID } from "node:crypto";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { basename, join, sep } from "node:path";

/** Files that were sent, each in a folder of its own: two of one name do not meet, and none gets out of it. */
export interface Uploads {
  readonly keep: (name: string, content: Uint8Array) => Promise<string>;
  readonly shown: (path: string) => string;
  /** Takes away what is not among these paths. */
  readonly sweep: (needed: readonly string[]) => Promise<void>;
}

const LONGEST_NAME = 120;

export function createUploads(folder: string): Uploads {
  const root = folder + sep;
  return {
    keep: async (name, content) => {
      const own = join(folder, randomUUID());
      await mkdir(own, { recursive: true });
      const path = join(own, safeName(name));
      await writeFile(path, content, { mode: 0o600 });
      return path;
    },
    shown: (path) => (path.startsWith(root) ? path.slice(path.indexOf(sep, root.length) + 1) : path),
    sweep: async (needed) => {
      const kept = new Set(needed.flatMap((path) => (path.startsWith(root) ? [folderOf(path, root)] : [])));
      const there = await readdir(folder).catch(() => []);
      const idle = there.filter((name) => !kept.has(name));
      await Promise.all(idle.map((name) => rm(join(folder, name), { recursive: true, force: true })));
    },
  };
}

function folderOf(path: string, root: string): string {
  return path.slice(root.length).split(sep)[0]!;
}

/** The last part of the name, without what a file system or a terminal takes for something else. */
function safeName(name: string): string {
  const last = basename(name.replaceAll("\\", "/")).replace(/[\p{Cc}/:*?"<>|#]/gu, "_");
  const short = last.length > LONGEST_NAME ? last.slice(-LONGEST_NAME) : last;
  return /^[.\s]*$/.test(short) ? "report.txt" : short.replace(/^\.+/, "_");
}
