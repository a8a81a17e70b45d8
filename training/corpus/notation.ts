import { annotationOf } from "./annotation.ts";

/**
 * A report of the corpus: a head of `key: value` lines, a line `---`, then the text with its codes under each paragraph:
 *
 *   # Police detain 31 at Tbilisi rally
 *   > = @arrests "detain"
 *
 *   Georgia's interior ministry said 31 people were detained.
 *   > SAYS named "Georgia's interior ministry" "said" "31 people ... detained"
 *   > COERCE/arrest @arrests "detained" Uu by GEO COP "police" to GEO CVL "31 people" arrested "31" 31
 *
 * `# ` is the headline, `[teaser] `, `[caption] ` and `[credit] ` mark other blocks; every other line is a paragraph of
 * the body. README.md explains the lines that start with `>`.
 */
export interface CorpusReport {
  readonly id: string;
  readonly fields: Readonly<Record<string, string>>;
  /** The blocks joined by one empty line: what the offsets of everything below count in. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly codes: readonly Code[];
}

export interface Block {
  readonly kind: "headline" | "body" | "teaser" | "caption" | "credit";
  readonly start: number;
  readonly end: number;
}

/** An annotation line, with the block that it stands under and its line number for messages. */
export interface Code {
  readonly line: number;
  readonly block: number;
  readonly annotation: Annotation;
}

/** Words as they are written in the report; `occurrence` counts from 1 within the block. */
export interface Words {
  readonly text: string;
  readonly occurrence?: number;
}

export interface EventLine {
  readonly form: "event";
  readonly type: string;
  readonly second?: string;
  readonly mode?: string;
  readonly label?: string;
  readonly trigger: Words;
  readonly factuality: string;
  readonly phase: string;
  readonly attempt: boolean;
  readonly optional: boolean;
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  readonly place?: { readonly words: Words; readonly country: string };
  readonly date?: {
    readonly words: Words;
    readonly from: string;
    readonly to: string;
    readonly precision: string;
  };
  readonly quantities: readonly {
    readonly kind: string;
    readonly words: Words;
    readonly min: number;
    readonly max: number | null;
  }[];
  readonly contexts: readonly string[];
}

export interface Party {
  readonly country: string;
  readonly sector: string;
  readonly words: Words;
  readonly name?: string;
}

/** Further words for an event that is coded elsewhere in the report. */
export interface MentionLine {
  readonly form: "mention";
  readonly label: string;
  readonly words: Words;
}

export interface SaysLine {
  readonly form: "says";
  readonly kind: string;
  readonly source: Words;
  readonly cue?: Words;
  /** First and last words of the content; the same twice if it was written in full. */
  readonly content: { readonly first: Words; readonly last: Words };
  /** How sure the source is. */
  readonly value: string;
}

/** Words that look like an event and are none. */
export interface DecoyLine {
  readonly form: "decoy";
  readonly words: Words;
}

export type Annotation = EventLine | MentionLine | SaysLine | DecoyLine;

const MARKED = /^\[(teaser|caption|credit)\] (.+)$/;

/** Throws with the line that it cannot read. */
export function readReport(id: string, content: string): CorpusReport {
  const lines = content.split("\n");
  const rule = lines.indexOf("---");
  if (rule < 0) throw new Error(`${id}: no line --- after the head`);
  const blocks: Block[] = [];
  const texts: string[] = [];
  const codes: Code[] = [];
  let length = 0;
  lines.slice(rule + 1).forEach((raw, index) => {
    const line = raw.trim();
    if (line === "") return;
    const number = rule + index + 2;
    if (line.startsWith(">")) {
      const annotation = annotationOf(line.slice(1).trim());
      if (annotation === undefined || blocks.length === 0)
        throw new Error(`${id}:${number} cannot be read: ${line}`);
      codes.push({ line: number, block: blocks.length - 1, annotation });
      return;
    }
    const [kind, text] = blockOf(line);
    const start = length + (blocks.length === 0 ? 0 : 2);
    blocks.push({ kind, start, end: start + text.length });
    texts.push(text);
    length = start + text.length;
  });
  return { id, fields: fieldsOf(lines.slice(0, rule)), text: texts.join("\n\n"), blocks, codes };
}

function blockOf(line: string): readonly [Block["kind"], string] {
  if (line.startsWith("# ")) return ["headline", line.slice(2)];
  const marked = MARKED.exec(line);
  return marked === null ? ["body", line] : [marked[1] as Block["kind"], marked[2]!];
}

function fieldsOf(lines: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    lines.map((line) => line.split(/:\s*(.*)/, 2)).filter((pair) => pair.length === 2),
  );
}
