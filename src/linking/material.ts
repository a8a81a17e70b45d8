import type { Document } from "../text/document.ts";
import type { Span } from "../text/span.ts";
import type { CodedAct } from "./acts.ts";
import { fingerprintsOf, shinglesOf } from "./copies.ts";
import { type LinkMention, mentionReader } from "./mention.ts";
import { profileOf } from "./profile.ts";

/** All that linking needs of a report, as plain JSON: a report is read once, however often it is set beside others. */
export interface LinkMaterial {
  /** Fingerprints of the text, as signed 32-bit numbers. */
  readonly prints: readonly number[];
  /** Terms with the weight of their frequency. */
  readonly terms: Readonly<Record<string, number>>;
  readonly mentions: readonly MentionMaterial[];
}

type WordSet =
  | "words"
  | "context"
  | "names"
  | "figures"
  | "agent"
  | "patient"
  | "where"
  | "when"
  | "dependents";

/** A mention with its sets as lists and its vector as bytes. `event` names what it is a mention of. */
export interface MentionMaterial
  extends Omit<LinkMention, WordSet | "report" | "vector">,
    Readonly<Record<WordSet, readonly string[]>> {
  readonly event: string;
  /** Base64 of one signed byte a dimension; the length is 1 again when it is read. */
  readonly vector: string;
}

export function materialOf(
  document: Document,
  day: string | undefined,
  events: readonly { readonly id: string; readonly span: Span; readonly told?: CodedAct }[],
): LinkMaterial {
  const read = mentionReader(document, 0);
  const { terms } = profileOf(document, day);
  return {
    prints: [...fingerprintsOf([...shinglesOf(document.text)])]
      .filter(Number.isFinite)
      .map((print) => print | 0),
    terms: Object.fromEntries([...terms].map(([term, weight]) => [term, Math.round(weight * 1e4) / 1e4])),
    mentions: events.map(({ id, span, told }) => written(id, { ...read(span), ...told })),
  };
}

function written(event: string, { report: _report, ...mention }: LinkMention): MentionMaterial {
  return {
    ...mention,
    event,
    words: [...mention.words],
    context: [...mention.context],
    names: [...mention.names],
    figures: [...mention.figures],
    agent: [...mention.agent],
    patient: [...mention.patient],
    where: [...mention.where],
    when: [...mention.when],
    dependents: [...mention.dependents],
    vector: bytesOf(mention.vector),
  };
}

/** The mention of the report with this index, as it was. */
export function mentionOf({ event: _event, ...stored }: MentionMaterial, report: number): LinkMention {
  return {
    ...stored,
    report,
    words: new Set(stored.words),
    context: new Set(stored.context),
    names: new Set(stored.names),
    figures: new Set(stored.figures),
    agent: new Set(stored.agent),
    patient: new Set(stored.patient),
    where: new Set(stored.where),
    when: new Set(stored.when),
    dependents: new Set(stored.dependents),
    vector: vectorOf(stored.vector),
  };
}

function bytesOf(vector: Float32Array): string {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  return Buffer.from(Int8Array.from(vector, (value) => Math.round((127 * value) / largest))).toString(
    "base64",
  );
}

function vectorOf(bytes: string): Float32Array {
  const values = Float32Array.from(new Int8Array(Buffer.from(bytes, "base64")));
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
  return values.map((value) => value / length);
}
