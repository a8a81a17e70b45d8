import { createGuard } from "../../ingest/watch/index.ts";
import type { ServerContext } from "../context.ts";
import { deliver } from "./deliver.ts";

const EVERY_MS = 15_000;

/** Sends what webhooks are to be told, until it is stopped; what is under way is then waited for. */
export function startWebhooks({ store, version, openAddresses = [] }: ServerContext): () => Promise<void> {
  const guard = createGuard(openAddresses);
  let under: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    under ??= deliver(store, guard, version)
      .catch((problem: Error) => process.stderr.write(`webhooks: ${problem.message}\n`))
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
