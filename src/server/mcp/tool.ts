import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { ResourceLink } from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import type { Freshness, Store } from "../../store/index.ts";
import { describe, KhaldunError } from "../../text/errors.ts";
import { type Anchored, linksTo } from "./links.ts";

/** A question that an assistant may ask of a store. None changes anything. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodRawShape;
  readonly output: z.ZodRawShape;
  readonly answer: (store: Store, input: never) => Promise<object>;
  /** The words that an answer rests on: links to their passages go with it. */
  readonly quotes?: (answer: never) => readonly Anchored[];
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
  readonly quotes?: (answer: z.infer<z.ZodObject<Output>>) => readonly Anchored[];
}): Tool {
  return parts;
}

const asOfSchema = z
  .object({
    taken: z.string().optional().describe("when the store last took in a report"),
    published: z.string().optional().describe("day of its newest report"),
  })
  .describe("how far the store has come; nothing later can be in it");

/** Errors of the catalogue go back as an answer that says the cure; what else goes wrong is the SDK's to report. */
export function register(server: McpServer, store: Store, one: Tool): void {
  server.registerTool(
    one.name,
    {
      title: one.title,
      description: one.description,
      inputSchema: strict(one.input),
      outputSchema: z.object({ ...one.output, asOf: asOfSchema }),
      annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    async (input) => {
      try {
        const asOf = await store.freshness();
        const value = await one.answer(store, input as never);
        return answerOf({ ...value, asOf }, linksTo(one.quotes?.(value as never) ?? []));
      } catch (problem) {
        if (!(problem instanceof KhaldunError)) throw problem;
        return { content: [{ type: "text", text: describe(problem) }], isError: true };
      }
    },
  );
}

function answerOf(value: { readonly asOf: Freshness }, links: readonly ResourceLink[]) {
  return {
    content: [{ type: "text" as const, text: JSON.stringify(value) }, ...links],
    structuredContent: { ...value },
  };
}

/** Whoever misspells a name reads which there are. */
function strict(shape: z.ZodRawShape) {
  const names = Object.keys(shape).join(", ");
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `unknown: ${issue.keys.join(", ")}; allowed: ${names === "" ? "nothing" : names}`
        : undefined,
  });
}
