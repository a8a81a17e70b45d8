import { createGuard } from "../../ingest/watch/index.ts";
import type { ServerContext } from "../context.ts";
import { startRounds } from "../rounds.ts";
import { deliver } from "./deliver.ts";

const EVERY_MS = 15_000;

/** Sends what webhooks are to be told, until it is stopped; what is under way is then waited for. */
export function startWebhooks({ store, version, openAddresses = [] }: ServerContext): () => Promise<void> {
  const guard = createGuard(openAddresses);
  return startRounds("webhooks", EVERY_MS, () => deliver(store, guard, version));
}
