import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { intake, linkStore, startCodingThread } from "../jobs/index.ts";
import { openStore } from "../store/index.ts";
import { packageFile } from "../text/package-files.ts";
import { dataFolder } from "./folders.ts";

export interface Example {
  readonly location: string;
  readonly isNew: boolean;
}

/**
 * A store with the bundled example reports, coded and linked; made once for each version of the program. It gets its
 * name when it is whole: one that was broken off is made anew. `onStart` is called if there is something to wait for.
 */
export async function exampleStore(version: string, onStart: () => void): Promise<Example> {
  const location = join(dataFolder(), `example-${version}`);
  if (existsSync(location)) return { location, isNew: false };
  onStart();
  await mkdir(dirname(location), { recursive: true });
  const draft = await mkdtemp(`${location}-`);
  try {
    await fill(draft);
    await rename(draft, location);
  } catch (problem) {
    await rm(draft, { recursive: true, force: true });
    // Another process may have been the first.
    if (!existsSync(location)) throw problem;
  }
  return { location, isNew: true };
}

async function fill(folder: string): Promise<void> {
  const store = await openStore(folder);
  try {
    const thread = await startCodingThread();
    try {
      const inputs = [packageFile("examples/reports")];
      const { coder, prepare } = thread;
      await intake(store, { inputs, read: {}, coder });
      await linkStore(store, { prepare, who: "khaldun", why: "example reports", days: 14 });
      await store.maintain();
    } finally {
      await thread.close();
    }
  } finally {
    await store.close();
  }
}
