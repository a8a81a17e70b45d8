import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import type { ServerContext } from "../context.ts";
import { type DeskRoutes, newRoutes } from "../routing.ts";
import { createMcpServer } from "./server.ts";

/** Longest question of an assistant, in bytes. */
const LONGEST = 1_000_000;

/**
 * MCP over streamable HTTP, without sessions: every request brings all that it needs and gets one JSON answer, so that
 * any number of assistants leave nothing behind. GET and DELETE are answered 405 as the protocol has it.
 */
export function mcpRoutes({ store, version }: ServerContext): DeskRoutes {
  const routes = newRoutes();
  routes.post("/mcp", async (c) => {
    const transport = new WebStandardStreamableHTTPServerTransport({
      enableJsonResponse: true,
      maxRequestBodySize: LONGEST,
    });
    const server = createMcpServer(store, version);
    await server.connect(transport);
    const answer = await transport.handleRequest(c.req.raw);
    const body = await answer.arrayBuffer();
    await server.close();
    return new Response(body.byteLength === 0 ? null : body, answer);
  });
  routes.on(["GET", "DELETE"], "/mcp", (c) => c.body(null, 405, { allow: "POST" }));
  return routes;
}
