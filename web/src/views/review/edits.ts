import type { Event, QuantityKind } from "../../../../src/record/event.ts";
import type { Precision } from "../../../../src/record/time.ts";
import type { Quote } from "../../../../src/text/span.ts";
import type { Verdict } from "./outbox.ts";

/** Fields that are set by selecting words. */
export type WordField = "actors" | "recipients" | "time" | "place" | "attributions" | "quantities";

/** A figure as a reviewer types it; no end is "or more". */
export interface FigureDraft {
  readonly kind: QuantityKind;
  readonly min: number;
  readonly max: number | null;
}
export interface TimeDraft {
  readonly from: string;
  readonly to: string;
  readonly precision: Precision;
}
export interface PlaceDraft {
  readonly name: string;
  readonly kind: "site" | "town" | "admin2" | "admin1" | "region" | "country" | "water" | "international";
  readonly country: string;
}

const edit = (event: string, field: string, value: unknown): Verdict => ({
  event,
  verdict: "edit",
  field,
  value,
});

/** The words are the only party on this side. Country and sector are what the report says of it: nothing, until somebody adds them. */
export function setParty(id: string, field: "actors" | "recipients", quote: Quote): Verdict {
  return edit(id, field, [{ quote }]);
}

/** The words name who says so; what kind of source it is and what it does stays as it was coded. */
export function setSource(id: string, { attributions }: Event, quote: Quote): Verdict {
  const [before] = attributions;
  const kept = before && { kind: before.kind, stance: before.stance, factuality: before.factuality };
  return edit(id, "attributions", [{ source: { quote }, ...kept }]);
}

export function setTime(id: string, { from, to, precision }: TimeDraft, quote: Quote | undefined): Verdict {
  const value = { from, to: to === "" ? from : to, precision };
  return edit(id, "time", quote ? { ...value, quote } : value);
}

export function setPlace(id: string, { name, kind, country }: PlaceDraft, quote: Quote | undefined): Verdict {
  const value = { name, kind, ...(country === "" ? {} : { country }), ...(quote ? { quote } : {}) };
  return edit(id, "place", value);
}

/** The figure takes the place of those of its kind; other kinds stay. */
export function setFigure(id: string, { quantities }: Event, figure: FigureDraft, quote: Quote): Verdict {
  const others = quantities.filter(({ kind }) => kind !== figure.kind);
  return edit(id, "quantities", [...others, { ...figure, quote }]);
}

export function setType(id: string, type: Event["type"]): Verdict {
  return edit(id, "type", type);
}

/** The report does not say: an empty cell, not a wrong one. */
export function setNothing(id: string, field: WordField): Verdict {
  return edit(id, field, field === "time" || field === "place" ? null : []);
}

/** Digits in selected words, as far as they are plain: "1,200" is 1200, "dozens" is for the reviewer to say. */
export function digitsIn(words: string): number | undefined {
  const plain = words.replace(/(?<=\d)[,.\s](?=\d{3}\b)/g, "").match(/\d+/)?.[0];
  return plain === undefined ? undefined : Number(plain);
}
