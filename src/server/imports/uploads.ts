import { randomUUID } from "node:crypto";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { basename, join, sep } from "node:path";

/** Files that were sent, each in a folder of its own: two of one name do not meet, and none gets out of it. */
export interface Uploads {
  readonly keep: (name: string, content: Uint8Array) => Promise<string>;
  /** A path, or words that name one, without the folders that are nobody's business. */
  readonly shown: (words: string) => string;
  /** These are read by somebody now: from here on a sweep takes away what nobody needs. */
  readonly taken: (paths: readonly string[]) => void;
  /** Takes away those that nobody came to read. */
  readonly drop: (paths: readonly string[]) => Promise<void>;
  /** Takes away what is not among these paths; what was just kept for an import to come stays. */
  readonly sweep: (needed: readonly string[]) => Promise<void>;
}

const LONGEST_NAME = 120;

export function createUploads(folder: string): Uploads {
  const root = folder + sep;
  const fresh = new Set<string>();
  const remove = (name: string): Promise<void> => rm(join(folder, name), { recursive: true, force: true });
  const ownFolders = (paths: readonly string[]): readonly string[] =>
    paths.flatMap((path) => (path.startsWith(root) ? [folderOf(path, root)] : []));
  return {
    keep: async (name, content) => {
      const id = randomUUID();
      fresh.add(id);
      const path = join(folder, id, safeName(name));
      try {
        await mkdir(join(folder, id), { recursive: true });
        await writeFile(path, content, { mode: 0o600 });
        return path;
      } catch (problem) {
        fresh.delete(id);
        await remove(id);
        throw problem;
      }
    },
    shown: (words) => {
      const [first, ...others] = words.split(root);
      return [first, ...others.map((other) => other.slice(other.indexOf(sep) + 1))].join("");
    },
    taken: (paths) => {
      for (const id of ownFolders(paths)) fresh.delete(id);
    },
    drop: async (paths) => {
      for (const id of ownFolders(paths)) if (fresh.delete(id)) await remove(id);
    },
    sweep: async (needed) => {
      const kept = new Set(ownFolders(needed));
      const there = await readdir(folder).catch(() => []);
      await Promise.all(there.filter((name) => !kept.has(name) && !fresh.has(name)).map(remove));
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
