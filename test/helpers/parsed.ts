import {
  ENTITIES,
  type Entity,
  type EntityType,
  PREDICATES,
  SENTENCES,
  type Sentence,
  TOKENS,
  type Token,
} from "../../src/language/layers.ts";
import type { Report } from "../../src/record/report.ts";
import { REPORT } from "../../src/record/report.ts";
import { createDocument, type Document, withLayer } from "../../src/text/document.ts";

/** A report around a text, for tests: the whole text is one body block. `published` as YYYY-MM-DD. */
export function reportOf(text: string, published?: string): Report {
  return {
    id: "test",
    text,
    language: "en",
    published:
      published === undefined
        ? { status: "unknown", reason: "not-stated", quotes: [] }
        : {
            status: "known",
            basis: "assigned",
            quotes: [],
            confidence: 1,
            from: published,
            to: published,
            precision: "day",
            approximate: false,
            anchor: "explicit",
          },
    blocks: [{ kind: "body", start: 0, end: text.length, text }],
  };
}

/**
 * A parsed document written by hand, so that an annotator's test does not rest on the model. One word a line:
 * `form upos head deprel [lemma] [xpos] [B-PER …]`, heads 1-based inside the sentence, 0 = root, `_` = default
 * (lemma: the lower-cased form); sentences are separated by an empty line; a form ending in `+` joins the next
 * word without a space.
 */
export function parsed(notation: string, published?: string): Document {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const entities: Entity[] = [];
  let text = "";
  for (const block of notation.trim().split(/\n\s*\n/)) {
    const first = tokens.length;
    const rows = block
      .trim()
      .split("\n")
      .map((row) => row.trim().split(/\s+/));
    rows.forEach((row, position) => {
      const [written = "", upos = "X", head = "0", deprel = "dep", lemma, xpos, tag] = row;
      const glued = written.length > 1 && written.endsWith("+");
      const form = glued ? written.slice(0, -1) : written;
      const start = text.length;
      text += glued ? form : `${form} `;
      const token: Token = {
        start,
        end: start + form.length,
        text: form,
        upos,
        deprel,
        lemma: lemma === undefined || lemma === "_" ? form.toLowerCase() : lemma,
        xpos: xpos === undefined || xpos === "_" ? "" : xpos,
        head: head === "0" ? -1 : first + Number(head) - 1,
        sentence: sentences.length,
      };
      tokens.push(token);
      const index = first + position;
      if (tag?.startsWith("B-")) {
        entities.push({
          start,
          end: token.end,
          first: index,
          last: index + 1,
          type: tag.slice(2) as EntityType,
        });
      } else if (tag?.startsWith("I-")) {
        const open = entities.pop()!;
        entities.push({ ...open, end: token.end, last: index + 1 });
      }
    });
    const last = tokens.length;
    const root = tokens.findIndex((token, index) => index >= first && token.head < 0);
    sentences.push({ start: tokens[first]!.start, end: tokens[last - 1]!.end, first, last, root });
  }
  text = text.trimEnd();
  let document = createDocument(text);
  document = withLayer(document, REPORT, reportOf(text, published));
  document = withLayer(document, TOKENS, tokens);
  document = withLayer(document, SENTENCES, sentences);
  document = withLayer(document, ENTITIES, entities);
  return withLayer(document, PREDICATES, []);
}
