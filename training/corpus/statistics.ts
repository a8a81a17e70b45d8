import type { Place } from "./locate.ts";
import type { CorpusReport } from "./notation.ts";
import { type ResolvedReport, resolve } from "./resolve.ts";

export interface Statistics {
  readonly reports: number;
  readonly reportsWithoutEvent: number;
  readonly sentences: number;
  /** Sentences that hold no word of an event. */
  readonly sentencesWithoutEvent: number;
  readonly words: number;
  readonly events: number;
  readonly attributions: number;
  readonly decoys: number;
  /** Name of a table to its counts, most frequent first. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** Sentences by Unicode's rules within each block: good enough to count by. */
export function sentencesOf(report: CorpusReport): readonly Place[] {
  return report.blocks.flatMap((block) =>
    [...segmenter.segment(report.text.slice(block.start, block.end))].map((one) => ({
      start: block.start + one.index,
      end: block.start + one.index + one.segment.length,
    })),
  );
}

export function statisticsOf(reports: readonly CorpusReport[]): Statistics {
  const resolved = reports.map(resolve);
  const events = resolved.flatMap((one) => one.events.map((event) => event.code));
  const sentences = resolved.flatMap((one) =>
    sentencesOf(one.report).map((sentence) => triggersOf(one).some((place) => holds(sentence, place))),
  );
  return {
    reports: reports.length,
    reportsWithoutEvent: resolved.filter((one) => one.events.length === 0).length,
    sentences: sentences.length,
    sentencesWithoutEvent: sentences.filter((has) => !has).length,
    words: reports.reduce((sum, report) => sum + report.text.split(/\s+/).length, 0),
    events: events.length,
    attributions: resolved.reduce((sum, one) => sum + one.says.length, 0),
    decoys: resolved.reduce((sum, one) => sum + one.decoys.length, 0),
    counts: {
      type: tally(events.map((event) => event.type)),
      mode: tally(events.map((event) => `${event.type}/${event.mode ?? "-"}`)),
      factuality: tally(events.map((event) => event.factuality)),
      phase: tally(events.map((event) => event.phase)),
      attempt: tally(events.map((event) => String(event.attempt))),
      source: tally(resolved.flatMap((one) => one.says.map((says) => says.code.kind))),
      quantity: tally(events.flatMap((event) => event.quantities.map((one) => one.kind))),
      style: tally(reports.map((report) => report.fields.style ?? "-")),
      region: tally(reports.map((report) => report.fields.region ?? "-")),
      hand: tally(reports.map((report) => report.fields.hand ?? "-")),
    },
  };
}

function triggersOf(resolved: ResolvedReport): readonly Place[] {
  return resolved.events.flatMap((event) => [event.trigger, ...event.mentions]);
}

function holds(outer: Place, inner: Place): boolean {
  return outer.start <= inner.start && inner.start < outer.end;
}

function tally(names: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([one, n], [other, m]) => m - n || one.localeCompare(other)));
}
