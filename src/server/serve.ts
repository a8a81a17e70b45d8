import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { fail } from "../text/errors.ts";
import { createApp } from "./app.ts";
import type { ServerContext } from "./context.ts";
import type { Door, House } from "./door.ts";
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

/** Of the address and the headers of a request: a filter may name hundreds of outlets. Longer ones are answered 431. */
const MOST_HEADER_BYTES = 128 * 1024;

/** Serves a store. Throws K143 if the port is taken. */
export async function startServer(context: ServerContext, address: Address): Promise<Running> {
  const { fetch, stop } = living(context);
  try {
    const running = await listen(fetch, address);
    return { ...running, close: () => stop().then(running.close) };
  } catch (problem) {
    await stop();
    throw problem;
  }
}

/** Serves whatever stands behind a door: the store, or what is in its way. Throws K143 if the port is taken. */
export async function startDesk(door: Door, address: Address): Promise<Running> {
  const running = await listen(door.fetch, address);
  return { ...running, close: () => running.close().then(door.close) };
}

/** The house of a store that is open: its routes, and what goes on there by itself. */
export function houseOf(context: ServerContext): House {
  const { fetch, stop } = living(context);
  const { store, imports } = context;
  return {
    fetch,
    isSound: () =>
      store.statement("select 1", []).then(
        () => true,
        () => false,
      ),
    close: async () => {
      await stop();
      await imports.close();
      await store.close();
    },
  };
}

function living(context: ServerContext) {
  const stops = [startWebhooks(context), startFeeds(context)];
  return {
    fetch: createApp(context).fetch as House["fetch"],
    stop: async (): Promise<void> => {
      for (const stop of stops) await stop();
    },
  };
}

async function listen(fetch: House["fetch"], { host, port }: Address): Promise<Running> {
  const server = createServer({ maxHeaderSize: MOST_HEADER_BYTES }, getRequestListener(fetch as never));
  await new Promise<void>((resolve, reject) => {
    server.once("error", (problem: NodeJS.ErrnoException) =>
      reject(problem.code === "EADDRINUSE" ? fail("K143", { host, port }, problem) : problem),
    );
    server.listen(port, host, resolve);
  });
  const taken = (server.address() as { readonly port: number }).port;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${taken}/`,
    close: () => closed(server),
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
