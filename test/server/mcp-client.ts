import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { expect } from "vitest";

export async function clientOf(url: URL | string): Promise<Client> {
  const client = new Client({ name: "test", version: "1" });
  await client.connect(new StreamableHTTPClientTransport(new URL("mcp", url)));
  return client;
}

/** What a tool answers; the client holds it against the tool's own schema. */
export async function ask<Answer>(
  client: Client,
  name: string,
  input: Record<string, unknown>,
): Promise<Answer> {
  const answer = await client.callTool({ name, arguments: input });
  expect(answer.isError, JSON.stringify(answer.content)).toBeFalsy();
  return answer.structuredContent as Answer;
}

/** What it says where it does not answer. */
export async function refusal(client: Client, name: string, input: Record<string, unknown>): Promise<string> {
  const answer = await client.callTool({ name, arguments: input });
  expect(answer.isError, JSON.stringify(answer.content)).toBe(true);
  return (answer.content as readonly { readonly text: string }[])[0]!.text;
}

export interface Link {
  readonly type: string;
  readonly uri: string;
  readonly name: string;
}

/** Links to passages that go with an answer. */
export async function linksOf(
  client: Client,
  name: string,
  input: Record<string, unknown>,
): Promise<readonly Link[]> {
  const { content } = await client.callTool({ name, arguments: input });
  return (content as readonly Link[]).filter(({ type }) => type === "resource_link");
}
