import type { Coder } from "../../src/coder/coder.ts";
import { SENTENCES, TOKENS } from "../../src/language/index.ts";
import { read } from "../../src/text/document.ts";
import { offsetMap } from "../../src/text/offsets.ts";
import type { Span } from "../../src/text/span.ts";
import type { MarkedPair } from "../../training/corpus/marked.ts";
import { type GoldDocument, type GoldReport, type GoldSpan, reportOf } from "../gold-format.ts";

/** A pair of the gold: a second type may be as good. */
export interface GoldPair extends MarkedPair {
  readonly also: string | null;
}

/** Sentences of real reports in which an event stands with both its parties, each by itself, as far as our sentences go. */
export async function goldPairs(
  documents: readonly GoldDocument[],
  codings: readonly GoldReport[],
  coder: Coder,
): Promise<readonly GoldPair[]> {
  const found: GoldPair[] = [];
  for (const { id, events } of codings) {
    const report = reportOf(documents.find((one) => one.id === id)!);
    const document = await coder.annotate(report);
    const { toUtf16 } = offsetMap(report.text);
    const place = ({ start, end }: GoldSpan): Span => ({ start: toUtf16(start), end: toUtf16(end) });
    const sentences = read(document, SENTENCES);
    const tokens = read(document, TOKENS);
    for (const { type, mode, alt_type: also, optional, trigger, actor, recipient } of events) {
      const at = tokens.find(({ end }) => end > place(trigger).start);
      const sentence = at === undefined ? undefined : sentences[at.sentence];
      if (optional || sentence === undefined) continue;
      const inside = (parties: readonly GoldSpan[]): Span | undefined =>
        parties.map(place).find(({ start, end }) => start >= sentence.start && end <= sentence.end);
      const [one, other] = [inside(actor), inside(recipient)];
      if (one === undefined || other === undefined) continue;
      const moved = (span: Span): Span => ({
        start: span.start - sentence.start,
        end: span.end - sentence.start,
      });
      const text = report.text.slice(sentence.start, sentence.end);
      found.push({ type, mode: mode ?? "", also, text, actor: moved(one), recipient: moved(other) });
    }
  }
  return found;
}
