import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { basename, join, sep } from "node:path";
import { type Lock, lockFolder } from "../../store/index.ts";
import { KhaldunError } from "../../text/errors.ts";

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
  /** Leaves what is there to whoever sweeps next. */
  readonly close: () => void;
}

const LONGEST_NAME = 120;
/** As `keep` names the folder of one file; a lock and whatever else lies there is not ours to take away. */
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Desks on one database share the folder `base`: each has a numbered folder there while it runs, which the others leave
 * alone. What a desk that has ended left, whoever sweeps next takes away.
 */
export function createUploads(base: string): Uploads {
  const root = base + sep;
  const fresh = new Set<string>();
  let own: OwnFolder | undefined;
  /** Folders of files that were sent; what is named may lie deeper, as a member of an archive. */
  const foldersOf = (paths: readonly string[]): readonly string[] =>
    paths
      .filter((path) => path.startsWith(root))
      .map((path) => join(base, ...path.slice(root.length).split(sep).slice(0, 2)));
  const mine = (): string => {
    own ??= takeFolder(base);
    return own.folder;
  };
  return {
    keep: async (name, content) => {
      const folder = join(mine(), randomUUID());
      fresh.add(folder);
      const path = join(folder, safeName(name));
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(path, content, { mode: 0o600 });
        return path;
      } catch (problem) {
        fresh.delete(folder);
        await remove(folder);
        throw problem;
      }
    },
    shown: (words) => {
      const [first, ...others] = words.split(root);
      return [first, ...others.map((other) => other.split(sep).slice(2).join(sep))].join("");
    },
    taken: (paths) => {
      for (const folder of foldersOf(paths)) fresh.delete(folder);
    },
    drop: async (paths) => {
      for (const folder of foldersOf(paths)) if (fresh.delete(folder)) await remove(folder);
    },
    sweep: async (needed) => {
      const kept = new Set([...fresh, ...foldersOf(needed)]);
      for (const name of await readdir(base).catch(() => [])) {
        if (!/^\d+$/.test(name)) continue;
        const folder = join(base, name);
        if (folder === own?.folder) await clear(folder, kept);
        else await clearIfLeft(folder, kept);
      }
    },
    close: () => own?.lock.release(),
  };
}

interface OwnFolder {
  readonly folder: string;
  readonly lock: Lock;
}

/** The first that no desk holds; what lies in it is a dead one's. */
function takeFolder(base: string): OwnFolder {
  for (let number = 1; ; number += 1) {
    const folder = join(base, String(number));
    mkdirSync(folder, { recursive: true });
    const lock = lockIfFree(folder);
    if (lock !== undefined) return { folder, lock };
  }
}

async function clearIfLeft(folder: string, kept: ReadonlySet<string>): Promise<void> {
  const lock = lockIfFree(folder);
  if (lock === undefined) return;
  try {
    await clear(folder, kept);
  } finally {
    lock.release();
  }
}

async function clear(folder: string, kept: ReadonlySet<string>): Promise<void> {
  const there = (await readdir(folder)).filter((name) => ID.test(name)).map((name) => join(folder, name));
  await Promise.all(there.filter((one) => !kept.has(one)).map(remove));
}

function lockIfFree(folder: string): Lock | undefined {
  try {
    return lockFolder(folder);
  } catch (problem) {
    if (problem instanceof KhaldunError && problem.code === "K502") return undefined;
    throw problem;
  }
}

const remove = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

/** The last part of the name, without what a file system or a terminal takes for something else. */
function safeName(name: string): string {
  const last = basename(name.replaceAll("\\", "/")).replace(/[\p{Cc}/:*?"<>|#]/gu, "_");
  const short = last.length > LONGEST_NAME ? last.slice(-LONGEST_NAME) : last;
  return /^[.\s]*$/.test(short) ? "report.txt" : short.replace(/^\.+/, "_");
}
