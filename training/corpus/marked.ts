import { readFileSync } from "node:fs";
import type { Span } from "../../src/text/span.ts";

/** A sentence in which two parties are marked, and what the one does to the other. */
export interface MarkedPair {
  readonly type: string;
  readonly mode: string;
  readonly text: string;
  readonly actor: Span;
  readonly recipient: Span;
}

/** Lines of type, mode, and sentence with the actor in <s>…</s> and the recipient in <t>…</t>, tabs between. */
export function readMarkedPairs(file: string): readonly MarkedPair[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [type = "", mode = "", marked = ""] = line.split("\t");
      return { type, mode, ...unmarked(marked) };
    });
}

function unmarked(marked: string): Pick<MarkedPair, "text" | "actor" | "recipient"> {
  const at = new Map<string, number>();
  let text = "";
  for (const part of marked.split(/(<\/?[st]>)/)) {
    if (/^<\/?[st]>$/.test(part)) at.set(part, text.length);
    else text += part;
  }
  const span = (letter: string): Span => ({ start: at.get(`<${letter}>`)!, end: at.get(`</${letter}>`)! });
  return { text, actor: span("s"), recipient: span("t") };
}
