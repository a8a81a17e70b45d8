import type { Stance } from "../record/attribution.ts";
import { readTable } from "../text/table.ts";

export const CONTENT_SLOTS = [
  "clause",
  "infinitive",
  "object",
  "depicted",
  "gerund",
  "of",
  "for",
  "to",
  "against",
  "at",
  "on",
  "with",
  "about",
  "by",
  "target",
] as const;
/**
 * Where the content stands: a clause, an infinitive, a gerund, an object, what a document shows, what an
 * attitude is to (any object), or behind a preposition.
 */
export type ContentSlot = (typeof CONTENT_SLOTS)[number];

/** A verb that attributes: what its subject does with what it governs, and where the content stands. */
export interface ReportingVerb {
  readonly lemma: string;
  readonly stance: Stance;
  readonly content: ReadonlySet<ContentSlot>;
}

/** A noun that attributes to its owner: what follows it is claimed, or is what a position is on. */
export interface ReportingNoun {
  readonly noun: string;
  readonly stance: Stance;
  readonly kind: "claim" | "position";
  /** `that`, `infinitive`, or the preposition that leads to the content. */
  readonly slots: ReadonlySet<string>;
}

export type SourceNounKind = "document" | "outlet" | "body";
/** A noun of the same table that says nothing, whatever verb it stands with. */
const NOBODY = "nobody";

/** Who can say something, and with which words. */
export interface Reporting {
  readonly verbs: ReadonlyMap<string, ReportingVerb>;
  /** Verbs that take a position on something without claiming that it is so. */
  readonly attitudes: ReadonlyMap<string, ReportingVerb>;
  readonly nouns: ReadonlyMap<string, ReportingNoun>;
  readonly sourceNouns: ReadonlyMap<string, SourceNounKind>;
  /** Nouns that are never a source: "the trick is to say". */
  readonly nobody: ReadonlySet<string>;
  /** Verb and object that together say nothing of the kind: "claim life" ("the blast claimed ten lives"). */
  readonly idioms: ReadonlySet<string>;
  /** Names of media as they are written, without "the". */
  readonly outlets: ReadonlySet<string>;
}

export function loadReporting(): Reporting {
  const nouns = readTable("src/knowledge/data/source-nouns.tsv");
  return {
    verbs: verbsOf("src/knowledge/data/reporting.tsv"),
    attitudes: verbsOf("src/knowledge/data/attitudes.tsv"),
    nouns: nounsOf("src/knowledge/data/reporting-nouns.tsv"),
    sourceNouns: new Map(
      nouns
        .filter(({ cells }) => cells.kind !== NOBODY)
        .map(({ cells }) => [cells.noun!, cells.kind as SourceNounKind]),
    ),
    nobody: new Set(nouns.filter(({ cells }) => cells.kind === NOBODY).map(({ cells }) => cells.noun!)),
    idioms: new Set(
      readTable("src/knowledge/data/reporting-idioms.tsv").flatMap(({ cells }) =>
        cells.objects!.split(",").map((object) => `${cells.lemma} ${object}`),
      ),
    ),
    outlets: new Set(readTable("src/knowledge/data/outlets.tsv").flatMap(({ cells }) => namesOf(cells))),
  };
}

function namesOf({ name = "", aliases = "" }: Readonly<Record<string, string>>): readonly string[] {
  return [name, ...aliases.split("|")].filter((one) => one !== "").map((one) => one.replace(/^The /, ""));
}

function nounsOf(file: string): ReadonlyMap<string, ReportingNoun> {
  const rows = readTable(file).map(({ cells }) => ({
    noun: cells.noun!,
    stance: cells.stance as Stance,
    kind: cells.kind as ReportingNoun["kind"],
    slots: new Set(cells.content!.split(",")),
  }));
  return new Map(rows.map((row) => [row.noun, row]));
}

function verbsOf(file: string): ReadonlyMap<string, ReportingVerb> {
  const rows = readTable(file).map(({ cells }) => ({
    lemma: cells.lemma!,
    stance: cells.stance as Stance,
    content: new Set(cells.content!.split(",")) as ReportingVerb["content"],
  }));
  return new Map(rows.map((verb) => [verb.lemma, verb]));
}
