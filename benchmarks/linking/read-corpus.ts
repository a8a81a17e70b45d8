import { join } from "node:path";
import type { Language } from "../../src/language/index.ts";
import type { Document } from "../../src/text/document.ts";
import type { Span } from "../../src/text/span.ts";
import { readLines } from "../gold-format.ts";
import { documentOf } from "../language/index.ts";

/** A line of ecbplus-*.jsonl, as far as it is used. */
interface Line {
  readonly id: string;
  readonly seminal_event: string;
  readonly sentences: readonly { readonly sent: number; readonly tokens: readonly string[] }[];
  readonly mentions: readonly {
    readonly kind: string;
    readonly sent: number;
    readonly tokens: readonly number[];
    readonly chain: string;
  }[];
}

export interface LinkReport {
  readonly id: string;
  readonly story: string;
  readonly document: Document;
  /** Event mentions with the chain that the corpus puts them in. */
  readonly mentions: readonly (Span & { readonly chain: string })[];
}

/** ECB+ as raw text, a sentence a line, read by the language model. */
export async function readCorpus(
  data: string,
  part: string,
  language: Language,
): Promise<readonly LinkReport[]> {
  const reports: LinkReport[] = [];
  for (const line of readLines<Line>(join(data, "data", "linking", `ecbplus-${part}.jsonl`))) {
    const { text, places } = textOf(line);
    const [document] = await language.annotate([documentOf(line.id, text)]);
    const mentions = line.mentions
      .filter(({ kind }) => kind === "event")
      .map(({ sent, tokens, chain }) => {
        const words = places.get(sent)!;
        return { start: words[tokens[0]!]!.start, end: words[tokens.at(-1)!]!.end, chain };
      });
    reports.push({ id: line.id, story: line.seminal_event, document: document!, mentions });
  }
  return reports;
}

function textOf({ sentences }: Line): { text: string; places: ReadonlyMap<number, readonly Span[]> } {
  let text = "";
  const places = new Map<number, readonly Span[]>();
  for (const { sent, tokens } of sentences) {
    const spans = tokens.map((token) => {
      const start = text.length;
      text += `${token} `;
      return { start, end: start + token.length };
    });
    places.set(sent, spans);
    text = `${text.trimEnd()}\n`;
  }
  return { text, places };
}
