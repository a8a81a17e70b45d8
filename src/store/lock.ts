import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { fail } from "../text/errors.ts";

/** A folder that is ours until it is let go. */
export interface Lock {
  readonly release: () => void;
}

interface Holder {
  readonly token: string;
  readonly pid: number;
  readonly host: string;
  /** When that process started, as the system counts it: a process id is used again. */
  readonly process: string;
  readonly since: string;
}

const FILE = "LOCK";
/** Longest that taking over a stale lock may last before it is taken for dead itself. */
const TAKEOVER_MS = 10_000;

/**
 * Takes a folder for this process alone. PGlite does not notice a second opener, and both then lose rows silently.
 * The lock of a killed process is recognised and taken over. Throws K502 with the holder.
 */
export function lockFolder(folder: string): Lock {
  const path = join(folder, FILE);
  const mine: Holder = {
    token: randomUUID(),
    pid: process.pid,
    host: hostname(),
    process: startOf(process.pid) ?? "",
    since: new Date().toISOString(),
  };
  if (!create(path, mine) && !takeOver(path, mine)) throw held(folder, path);
  return {
    release: () => {
      if (read(path)?.token === mine.token) rmSync(path, { force: true });
    },
  };
}

/** The file appears whole or not at all: written beside it, then linked to its name, which fails if it is there. */
function create(path: string, holder: Holder): boolean {
  const draft = `${path}.${holder.token}`;
  writeFileSync(draft, `${JSON.stringify(holder)}\n`);
  try {
    linkSync(draft, path);
    return true;
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw problem;
  } finally {
    unlinkSync(draft);
  }
}

/** Only one process at a time may replace a stale lock: two that both saw it would both go in. */
function takeOver(path: string, mine: Holder): boolean {
  const guard = `${path}.takeover`;
  const guardAge = ageOf(guard);
  if (guardAge !== undefined && guardAge > TAKEOVER_MS) rmSync(guard, { force: true });
  if (!create(guard, mine)) return false;
  try {
    const holder = read(path);
    if (holder !== undefined && alive(holder)) return false;
    rmSync(path, { force: true });
    return create(path, mine);
  } finally {
    rmSync(guard, { force: true });
  }
}

function held(folder: string, path: string): Error {
  const holder = read(path);
  return fail("K502", {
    folder,
    holder:
      holder === undefined
        ? "another process"
        : `process ${holder.pid} on ${holder.host} since ${holder.since}`,
    file: path,
  });
}

/** What runs on another machine cannot be looked at: its lock counts. */
function alive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  const started = startOf(holder.pid);
  return started === undefined || holder.process === "" || started === holder.process;
}

/** Boot and tick at which a process started (Linux); elsewhere unknown, and the id alone decides. */
function startOf(pid: number): string | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}/${fields[19]}`;
  } catch {
    return undefined;
  }
}

function read(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

function ageOf(path: string): number | undefined {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return undefined;
  }
}
