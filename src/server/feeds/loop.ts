import type { ServerContext } from "../context.ts";

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
  let under: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    under ??= askFeeds(context)
      .catch((problem: Error) => process.stderr.write(`feeds: ${problem.message}\n`))
      .finally(() => {
        under = undefined;
      });
  }, EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await under;
  };
}
