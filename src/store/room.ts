import { statfs } from "node:fs/promises";
import { fail } from "../text/errors.ts";

/**
 * Left free on a store's disk, in bytes: four files of the log, and a batch. PGlite does not survive a disk that is full
 * to the brim: a commit that cannot be logged never comes back.
 */
const KEPT_FREE = 64 * 2 ** 20;

const WRITES = /\b(?:insert\s+into|update|delete\s+from|create\s+table|vacuum)\b/i;

/** Throws K517 before a statement that writes, if the disk is as good as full. Reading goes on. */
export async function ensureRoom(folder: string, words = "create table"): Promise<void> {
  if (!WRITES.test(words)) return;
  const free = await freeBytes(folder);
  if (free < KEPT_FREE) throw fail("K517", { folder, free: megabytes(free), needed: megabytes(KEPT_FREE) });
}

export async function hasRoom(folder: string): Promise<boolean> {
  return (await freeBytes(folder)) >= KEPT_FREE;
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / 2 ** 20)} MB`;
}
