import { Argument, Command } from "commander";
import type { Store } from "../store/index.ts";
import { fail } from "../text/errors.ts";
import { storeOption } from "./options.ts";
import { write } from "./run.ts";

const ACTIONS = ["stats", "verify", "failures", "uncoded", "runs", "backup", "restore"] as const;
type Action = (typeof ACTIONS)[number];

export function storeCommand(): Command {
  return new Command("store")
    .description("looks after a store: stats, verify, failures, uncoded, runs, backup FILE, restore FILE")
    .addArgument(new Argument("<action>", "what to do").choices([...ACTIONS]))
    .argument("[file]", "of the backup")
    .addOption(storeOption())
    .addHelpText("after", "\nExample:\n  khaldun store backup newsroom.backup --store newsroom")
    .action(run);
}

async function run(
  action: Action,
  file: string | undefined,
  flags: { readonly store: string },
): Promise<void> {
  if (file === undefined && (action === "backup" || action === "restore")) throw fail("K514", { action });
  const { openStore } = await import("../store/index.ts");
  const store = await openStore(flags.store);
  try {
    for await (const line of await answers(store, action, file ?? ""))
      await write(`${JSON.stringify(line)}\n`);
  } finally {
    await store.close();
  }
}

/** What is printed: lines of JSON. A problem that `verify` finds makes the exit code 1. */
async function answers(
  store: Store,
  action: Action,
  file: string,
): Promise<readonly unknown[] | AsyncIterable<unknown>> {
  switch (action) {
    case "stats":
      return [await store.stats()];
    case "failures":
      return store.failures();
    case "uncoded":
      return store.notCoded();
    case "runs":
      return store.runs();
    case "backup":
      return [{ file, rows: await store.backup(file) }];
    case "restore":
      return [{ file, rows: await store.restore(file) }];
    case "verify": {
      const problems = await store.verify();
      if (problems.length > 0) process.exitCode = 1;
      return problems.length > 0 ? problems : [{ sound: true }];
    }
  }
}
