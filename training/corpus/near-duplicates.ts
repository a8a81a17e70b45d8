import type { CorpusReport } from "./notation.ts";
import { sentencesOf } from "./statistics.ts";

export interface NearDuplicate {
  readonly one: string;
  readonly other: string;
  /** Share of the runs of three words of the shorter sentence that the other has too. */
  readonly overlap: number;
}

interface Shingled {
  readonly text: string;
  readonly id: string;
  readonly shingles: ReadonlySet<string>;
}

/** Pairs of sentences of different reports, or the same, that share at least half of their runs of three words. */
export function nearDuplicates(reports: readonly CorpusReport[], threshold = 0.5): readonly NearDuplicate[] {
  const sentences = reports.flatMap((report) =>
    sentencesOf(report).map((place): Shingled => {
      const text = report.text.slice(place.start, place.end).trim();
      return { text, id: report.id, shingles: shinglesOf(text) };
    }),
  );
  const where = new Map<string, Shingled[]>();
  const found: NearDuplicate[] = [];
  for (const sentence of sentences.filter((one) => one.shingles.size >= 4)) {
    const shared = new Map<Shingled, number>();
    for (const shingle of sentence.shingles) {
      for (const other of where.get(shingle) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
      where.set(shingle, [...(where.get(shingle) ?? []), sentence]);
    }
    for (const [other, count] of shared) {
      const overlap = count / Math.min(sentence.shingles.size, other.shingles.size);
      if (overlap >= threshold)
        found.push({ one: `${other.id}: ${other.text}`, other: `${sentence.id}: ${sentence.text}`, overlap });
    }
  }
  return found;
}

function shinglesOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`));
}
