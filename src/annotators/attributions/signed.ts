import type { Reporting } from "../../knowledge/reporting.ts";
import type { Tree } from "../../language/index.ts";
import { ENTITIES } from "../../language/layers.ts";
import { type Document, read } from "../../text/document.ts";
import type { Draft } from "./draft.ts";
import { quotationsOf } from "./quotations.ts";
import { sourcesOf } from "./source.ts";

/** Words that may follow a dash and name who is quoted: "— Awa Diallo, a nurse in Thiès". */
const MOST_WORDS = 12;

/** "“We have no water.” — Awa Diallo, a nurse": whom a dash behind a quotation names, to the end of the line, said it. */
export function signedQuotations(document: Document, tree: Tree, reporting: Reporting): readonly Draft[] {
  const entities = read(document, ENTITIES);
  return quotationsOf(document.text).flatMap((quotation) => {
    const behind = /^\s*(?<dash>[―—–]|--?)\s*(?<name>[^\n“"]+)/.exec(document.text.slice(quotation.end));
    if (behind === null) return [];
    const { dash, name } = behind.groups as { readonly dash: string; readonly name: string };
    const start = quotation.end + behind[0].length - name.length;
    const end = start + name.trimEnd().replace(/\.$/, "").length;
    const [first, last] = tree.range({ start, end });
    const isPerson = entities.some((one) => one.type === "PER" && one.first === first);
    const words = tree.tokens.slice(first, last);
    if (!isPerson || words.length > MOST_WORDS || words.some(({ upos }) => upos === "VERB" || upos === "AUX"))
      return [];
    const at = quotation.end + behind[0].indexOf(dash);
    const head = tree.headOf(first, last);
    return [
      {
        source: [{ start, end }],
        sourceHead: head,
        cue: [{ start: at, end: at + dash.length }],
        cueToken: tree.tokenAt(at),
        content: [quotation],
        kind: sourcesOf(document, tree, head, reporting)[0]!.kind,
        stance: "asserts" as const,
        rule: "signed quotation",
      },
    ];
  });
}
