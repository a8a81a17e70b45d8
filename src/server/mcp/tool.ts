import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import type { Store } from "../../store/index.ts";
import { describe, KhaldunError } from "../../text/errors.ts";

/** A question that an assistant may ask of a store. None changes anything. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodRawShape;
  readonly output: z.ZodRawShape;
  readonly answer: (store: Store, input: never) => Promise<object>;
}

/** Keeps input and answer typed by their schemas. */
export function tool<Input extends z.ZodRawShape, Output extends z.ZodRawShape>(parts: {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Input;
  readonly output: Output;
  readonly answer: (
    store: Store,
    input: z.infer<z.ZodObject<Input>>,
  ) => Promise<z.infer<z.ZodObject<Output>>>;
}): Tool {
  return parts;
}

/** Errors of the catalogue go back as an answer that says the cure; what else goes wrong is the SDK's to report. */
export function register(server: McpServer, store: Store, { answer, ...parts }: Tool): void {
  server.registerTool(
    parts.name,
    {
      title: parts.title,
      description: parts.description,
      inputSchema: z.strictObject(parts.input),
      outputSchema: z.object(parts.output),
      annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    async (input) => {
      try {
        const value = await answer(store, input as never);
        return { content: [{ type: "text", text: JSON.stringify(value) }], structuredContent: { ...value } };
      } catch (problem) {
        if (!(problem instanceof KhaldunError)) throw problem;
        return { content: [{ type: "text", text: describe(problem) }], isError: true };
      }
    },
  );
}
