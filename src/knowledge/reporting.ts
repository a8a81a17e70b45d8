import type { Stance } from "../record/attribution.ts";
import { readTable } from "../text/table.ts";

/** A verb that attributes: what its subject does with what it governs, and where the content stands. */
export interface ReportingVerb {
  readonly lemma: string;
  readonly stance: Stance;
  readonly content: ReadonlySet<"clause" | "infinitive" | "object" | "of">;
}

export type SourceNounKind = "document" | "outlet" | "body";

/** Who can say something, and with which words. */
export interface Reporting {
  readonly verbs: ReadonlyMap<string, ReportingVerb>;
  readonly sourceNouns: ReadonlyMap<string, SourceNounKind>;
}

export function loadReporting(): Reporting {
  const verbs = readTable("src/knowledge/data/reporting.tsv").map(({ cells }) => ({
    lemma: cells.lemma!,
    stance: cells.stance as Stance,
    content: new Set(cells.content!.split(",")) as ReportingVerb["content"],
  }));
  const nouns = readTable("src/knowledge/data/source-nouns.tsv");
  return {
    verbs: new Map(verbs.map((verb) => [verb.lemma, verb])),
    sourceNouns: new Map(nouns.map(({ cells }) => [cells.noun!, cells.kind as SourceNounKind])),
  };
}
