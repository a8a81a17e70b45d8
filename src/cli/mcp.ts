import { readFileSync } from "node:fs";
import { Command } from "commander";
import { packageFile } from "../text/package-files.ts";
import { storeOption } from "./options.ts";

export function mcpCommand(): Command {
  return new Command("mcp")
    .description("lets an assistant ask a store, read-only: an MCP server on standard input and output")
    .addOption(storeOption())
    .addHelpText("after", "\nExample:\n  khaldun mcp --store newsroom")
    .action(run);
}

async function run(flags: { readonly store: string }): Promise<void> {
  const { serveMcpOnStdio } = await import("../server/index.ts");
  const { openStore } = await import("../store/index.ts");
  const store = await openStore(flags.store);
  try {
    await serveMcpOnStdio(store, version());
  } finally {
    await store.close();
  }
}

function version(): string {
  return (JSON.parse(readFileSync(packageFile("package.json"), "utf8")) as { version: string }).version;
}
