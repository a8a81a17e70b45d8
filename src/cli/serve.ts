import { Command, InvalidArgumentError, Option } from "commander";
import { userName } from "./link-store.ts";
import { addressOption, contactOf, packageVersion } from "./options.ts";

interface ServeFlags {
  readonly store?: string;
  readonly port: number;
  readonly host: string;
  readonly contact?: string;
  readonly allowAddress: readonly string[];
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
    .addOption(addressOption())
    .addHelpText("after", "\nExample:\n  khaldun serve --store newsroom")
    .action(run);
}

/** The server is a large part of the program: it is loaded when it is asked for. */
async function run(flags: ServeFlags): Promise<void> {
  const { deskContext, exampleStore, gateFor, startServer } = await import("../server/index.ts");
  const stop = stopAsked();
  const version = packageVersion();
  const isExample = flags.store === undefined;
  const location =
    flags.store ??
    (await exampleStore(version, () => say("coding the bundled example reports, once …"))).location;
  const { openStore } = await import("../store/index.ts");
  const store = await openStore(location);
  try {
    const { contact, allowAddress: opened } = flags;
    const context = deskContext(store, {
      version,
      isExample,
      user: userName(),
      gate: await gateFor(store, flags.host, userName()),
      opened,
      ...(contact === undefined ? {} : { contact }),
    });
    try {
      const running = await startServer(context, flags);
      say(`the desk on ${isExample ? "the bundled example reports" : store.location}: ${running.url}`);
      say(isExample ? "your own reports: khaldun serve --store FOLDER; Ctrl-C ends it" : "Ctrl-C ends it");
      await stop;
      await running.close();
    } finally {
      await context.imports.close();
    }
  } finally {
    await store.close();
  }
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

function portOf(value: string): number {
  const port = Number(value);
  if (value.trim() === "" || !Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError("allowed: 0 to 65535");
  return port;
}
