import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import type { Store } from "../../store/index.ts";
import { createMcpServer } from "./server.ts";

/** Speaks MCP on standard input and output until the other side closes. Nothing else may write to standard output. */
export async function serveMcpOnStdio(store: Store, version: string): Promise<void> {
  const server = createMcpServer(store, version);
  const closed = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
    process.stdin.once("end", resolve);
  });
  await server.connect(new StdioServerTransport());
  await closed;
  await server.close();
}
