import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { fail } from "../text/errors.ts";

/** A password: typed twice without being shown on a terminal, else the first line of standard input. */
export async function readPassword(name: string): Promise<string> {
  if (!process.stdin.isTTY) return firstLine();
  const first = await hidden(`Password of ${name}: `);
  if ((await hidden("Once more: ")) !== first) throw fail("K159");
  return first;
}

async function firstLine(): Promise<string> {
  let text = "";
  for await (const chunk of process.stdin) {
    text += String(chunk);
    if (text.includes("\n")) break;
  }
  return text.split(/\r?\n/, 1)[0]!;
}

/** What is typed is echoed into nothing. */
async function hidden(question: string): Promise<string> {
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output, terminal: true });
  process.stderr.write(question);
  try {
    return await lines.question("");
  } finally {
    lines.close();
    process.stderr.write("\n");
  }
}
