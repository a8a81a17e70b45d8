import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Store } from "../store/index.ts";
import { packageFile } from "../text/package-files.ts";
import { type Gate, localGate } from "./access/gate.ts";
import type { ServerContext } from "./context.ts";
import { uploadFolder } from "./folders.ts";
import { createImports } from "./imports/index.ts";

export interface DeskOptions {
  readonly version: string;
  readonly isExample: boolean;
  /** Who sits at this machine. */
  readonly user: string;
  /** For servers whose pages are fetched: how to reach whoever runs this. */
  readonly contact?: string;
  /** Addresses that are fetched although they are not public, as `host:port`. */
  readonly opened: readonly string[];
  /** Addresses of proxies in front, whose X-Forwarded-For is believed. */
  readonly proxies?: readonly string[];
  /** Who gets in; whoever sits at this machine if not given. */
  readonly gate?: Gate;
  /** Milliseconds between two requests to one host; five seconds if not given. */
  readonly delay?: number;
  /** Milliseconds in which one file or page has to be read; a minute if not given. */
  readonly readingLimit?: number;
  /** For the files that are sent; in the user's data folder if not given. */
  readonly uploads?: string;
}

/** All that the routes need for a store that is served to whoever sits at this machine. */
export function deskContext(store: Store, options: DeskOptions): ServerContext {
  const { version, isExample, user, contact, opened, delay, readingLimit } = options;
  const { gate = localGate(user), uploads = uploadFolder(store.location) } = options;
  const desk = builtDesk();
  return {
    store,
    version,
    isExample,
    ...(desk === undefined ? {} : { desk }),
    imports: createImports({
      store,
      uploads,
      version,
      opened,
      who: user,
      ...(contact === undefined ? {} : { contact }),
      ...(delay === undefined ? {} : { delay }),
      ...(readingLimit === undefined ? {} : { readingLimit }),
    }),
    openAddresses: opened,
    ...(options.proxies === undefined ? {} : { proxies: options.proxies }),
    ...gate,
  };
}

/** The folder of the built desk; undefined if it is not built. */
export function builtDesk(): string | undefined {
  const folder = packageFile("dist/web");
  return existsSync(join(folder, "index.html")) ? folder : undefined;
}
