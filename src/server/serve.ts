import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { fail } from "../text/errors.ts";
import { createApp } from "./app.ts";
import type { ServerContext } from "./context.ts";
import { startFeeds } from "./feeds/loop.ts";
import { startWebhooks } from "./webhooks/loop.ts";

export interface Address {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
}

export interface Running {
  /** As a browser takes it. */
  readonly url: string;
  /** Takes no more requests, lets those under way end, then cuts those that hang on. */
  readonly close: () => Promise<void>;
}

/** How long an answer may still take once the end was asked for; a stream of progress never ends by itself. */
const LAST_WAIT_MS = 3000;

/** Serves a store. Throws K143 if the port is taken. */
export async function startServer(context: ServerContext, { host, port }: Address): Promise<Running> {
  const server = createServer(getRequestListener(createApp(context).fetch));
  await new Promise<void>((resolve, reject) => {
    server.once("error", (problem: NodeJS.ErrnoException) =>
      reject(problem.code === "EADDRINUSE" ? fail("K143", { host, port }, problem) : problem),
    );
    server.listen(port, host, resolve);
  });
  const stops = [startWebhooks(context), startFeeds(context)];
  const taken = (server.address() as { readonly port: number }).port;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${taken}/`,
    close: async () => {
      for (const stop of stops) await stop();
      await closed(server);
    },
  };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), LAST_WAIT_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
