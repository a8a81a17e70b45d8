import type { ServerContext } from "../context.ts";
import { startRounds } from "../rounds.ts";

const EVERY_MS = 30_000;

type Asking = Pick<ServerContext, "store" | "imports">;

/** Puts a round of every feed whose pause is over in line with the imports; gives how many. */
export async function askFeeds({ store, imports }: Asking): Promise<number> {
  const due = await store.feeds.due();
  for (const { id, url } of due) await imports.add({ files: [], addresses: [url], feed: id });
  return due.length;
}

/** Asks feeds until it is stopped. */
export function startFeeds(context: Asking): () => Promise<void> {
  return startRounds("feeds", EVERY_MS, () => askFeeds(context));
}
