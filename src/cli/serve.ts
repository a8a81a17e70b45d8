import { readFileSync } from "node:fs";
import { Command, InvalidArgumentError, Option } from "commander";
import { fail } from "../text/errors.ts";
import { packageFile } from "../text/package-files.ts";
import { userName } from "./link-store.ts";

interface ServeFlags {
  readonly store: string;
  readonly port: number;
  readonly host: string;
}

export function serveCommand(): Command {
  return new Command("serve")
    .description("the desk in a browser and the HTTP API, on a store")
    .requiredOption("--store <location>", "a folder, or a PostgreSQL database by its address")
    .addOption(
      new Option("--port <number>", "where it listens; 0 takes a free one").default(4477).argParser(portOf),
    )
    .option("--host <name>", "on which of this machine's addresses it listens", "127.0.0.1")
    .addHelpText("after", "\nExample:\n  khaldun serve --store newsroom")
    .action(run);
}

/** The server is a large part of the program: it is loaded when it is asked for. */
async function run(flags: ServeFlags): Promise<void> {
  const { isLocal, localGate, startServer } = await import("../server/index.ts");
  if (!isLocal(flags.host)) throw fail("K144", { host: flags.host });
  const { openStore } = await import("../store/index.ts");
  const store = await openStore(flags.store);
  try {
    const context = { store, version: version(), isExample: false, ...localGate(userName()) };
    const running = await startServer(context, flags);
    process.stderr.write(`the desk on ${store.location}: ${running.url} (Ctrl-C ends it)\n`);
    await stopAsked();
    await running.close();
  } finally {
    await store.close();
  }
}

/** A second signal ends the process at once. */
function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

function version(): string {
  return (JSON.parse(readFileSync(packageFile("package.json"), "utf8")) as { version: string }).version;
}

function portOf(value: string): number {
  const port = Number(value);
  if (value.trim() === "" || !Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError("allowed: 0 to 65535");
  return port;
}
