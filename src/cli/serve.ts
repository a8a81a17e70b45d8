import { isIP } from "node:net";
import { Command, InvalidArgumentError, Option } from "commander";
import type { DoorOptions } from "../server/index.ts";
import { userName } from "./link-store.ts";
import { addressOption, contactOf, packageVersion } from "./options.ts";

interface ServeFlags {
  readonly store?: string;
  readonly port: number;
  readonly host: string;
  readonly contact?: string;
  readonly allowAddress: readonly string[];
  readonly migrate: boolean;
  readonly proxy: readonly string[];
}

export function serveCommand(): Command {
  return new Command("serve")
    .description("the desk in a browser and the HTTP API, on a store")
    .option(
      "--store <location>",
      "a folder, or a PostgreSQL database by its address; without it the bundled examples",
    )
    .addOption(
      new Option("--port <number>", "where it listens; 0 takes a free one").default(4477).argParser(portOf),
    )
    .option("--host <name>", "on which of this machine's addresses it listens", "127.0.0.1")
    .option(
      "--contact <address>",
      "a mail or web address, told to the servers whose pages are imported",
      contactOf,
    )
    .option("--migrate", "bring a store of an older schema up to date without asking in the desk", false)
    .option(
      "--proxy <address...>",
      "IP address of a proxy in front, whose X-Forwarded-For tells callers apart",
      proxyOf,
      [],
    )
    .addOption(addressOption())
    .addHelpText("after", "\nExample:\n  khaldun serve --store newsroom")
    .action(run);
}

/** What the desk itself can say and wait for; everything else is said here and ends the program. */
const WAITS: ReadonlySet<string> = new Set(["K172", "K502", "K503", "K504", "K505", "K510", "K517"]);

/** The server is a large part of the program: it is loaded when it is asked for. */
async function run(flags: ServeFlags): Promise<void> {
  const { builtDesk, createDoor, exampleStore, isLocal, startDesk } = await import("../server/index.ts");
  const stop = stopAsked();
  const version = packageVersion();
  const isExample = flags.store === undefined;
  const location =
    flags.store ??
    (await exampleStore(version, () => say("coding the bundled example reports, once …"))).location;
  const { withoutPassword } = await import("../store/index.ts");
  const desk = builtDesk();
  const door = createDoor({
    location: withoutPassword(location),
    isLocal: isLocal(flags.host),
    migrating: flags.migrate || isExample ? "do" : "ask",
    open: houseIn(location, flags, { version, isExample }),
    ...(desk === undefined ? {} : { desk }),
  });
  const running = await startDesk(door, flags).catch(async (problem: unknown) => {
    await door.close();
    throw problem;
  });
  try {
    const obstacle = await door.tried;
    if (obstacle !== undefined && !WAITS.has(obstacle.code)) throw obstacle;
    const shown = isExample ? "the bundled example reports" : withoutPassword(location);
    if (obstacle !== undefined) say(`${obstacle.message}\n${obstacle.cure}`);
    say(`the desk${obstacle === undefined ? "" : " waits for the store"} on ${shown}: ${running.url}`);
    say(isExample ? "your own reports: khaldun serve --store FOLDER; Ctrl-C ends it" : "Ctrl-C ends it");
    await stop;
  } finally {
    await running.close();
  }
}

/** Opens the store and everything that lives on it. */
function houseIn(
  location: string,
  { host, contact, allowAddress: opened, proxy: proxies }: ServeFlags,
  about: { readonly version: string; readonly isExample: boolean },
): DoorOptions["open"] {
  return async (migrating) => {
    const { deskContext, gateFor, houseOf } = await import("../server/index.ts");
    const { openStore } = await import("../store/index.ts");
    const store = await openStore(location, migrating);
    try {
      const gate = await gateFor(store, host, userName());
      const options = { ...about, user: userName(), gate, opened, proxies };
      return houseOf(deskContext(store, { ...options, ...(contact === undefined ? {} : { contact }) }));
    } catch (problem) {
      await store.close();
      throw problem;
    }
  };
}

function say(words: string): void {
  process.stderr.write(`${words}\n`);
}

/** A second signal ends the process at once. */
function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

function proxyOf(value: string, before: readonly string[]): readonly string[] {
  if (isIP(value) === 0) throw new InvalidArgumentError("allowed: an IP address");
  return [...before, value];
}

function portOf(value: string): number {
  const port = Number(value);
  if (value.trim() === "" || !Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError("allowed: 0 to 65535");
  return port;
}
