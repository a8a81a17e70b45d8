import type { EventType, Sector } from "../ontology/plover/codes.ts";
import { readTable } from "../text/table.ts";

/** Where a participant stands: `subject`, `object`, `poss`, `amod`, `compound`, a preposition, or `none`. */
export type Slot = string;

/** One sense of a verb or noun: this wording is this event, with its participants in these places. */
export interface PredicateSense {
  readonly lemma: string;
  readonly pos: "VERB" | "NOUN";
  /** Lemmas that must stand with it; all of them. */
  readonly with: readonly string[];
  readonly type: EventType;
  readonly mode: string;
  readonly actor: readonly Slot[];
  readonly recipient: readonly Slot[];
  /** How often this wording is this event, 0-1. */
  readonly weight: number;
  /** Only an event if there is somebody to whom it is done. */
  readonly needsRecipient: boolean;
  /** Only an event if it is done to people: "captured 34 fighters", but not "captured the town". */
  readonly needsPeople: boolean;
  /** Only an event if an infinitive says what is wanted: "asked them to leave", but not "asked about them". */
  readonly needsInfinitive: boolean;
  /** Only if the word that goes with it is its object, of which nothing more is said. */
  readonly needsObject: boolean;
  /** Only without an object: "demonstrated in the square", not "demonstrated support". */
  readonly needsNoObject: boolean;
  /** Only an event if one of these does it: "the troops left", but not "the guests left". Empty: anybody. */
  readonly needsActor: readonly Sector[];
  readonly line: number;
}

/** Senses by part of speech and lemma. */
export interface Predicates {
  readonly senses: (lemma: string, pos: "VERB" | "NOUN") => readonly PredicateSense[];
  /** The verb of the lexicon that a form as written belongs to, for a parser that got the lemma wrong. */
  readonly verbOf: (form: string) => string | undefined;
  readonly all: readonly PredicateSense[];
}

export function loadPredicates(): Predicates {
  const all = readTable("src/knowledge/data/predicates.tsv").flatMap(({ line, cells }) =>
    combinations([cells.lemma!, ...(cells.with === "" ? [] : cells.with!.split(" "))]).map(
      ([lemma, ...company]): PredicateSense => ({
        lemma: lemma!,
        pos: cells.pos as "VERB" | "NOUN",
        with: company,
        type: cells.type as EventType,
        mode: cells.mode!,
        actor: cells.actor!.split(","),
        recipient: cells.recipient!.split(","),
        weight: Number(cells.weight),
        needsRecipient: cells.needs!.split(" ").includes("recipient"),
        needsPeople: cells.needs!.split(" ").includes("people"),
        needsNoObject: cells.needs!.split(" ").includes("alone"),
        needsObject: cells.needs!.split(" ").includes("object"),
        needsInfinitive: cells.needs!.split(" ").includes("infinitive"),
        needsActor:
          /actor:(\S+)/
            .exec(cells.needs!)?.[1]
            ?.split(",")
            .map((code) => code as Sector) ?? [],
        line,
      }),
    ),
  );
  const index = new Map<string, PredicateSense[]>();
  for (const sense of all) {
    const key = `${sense.pos} ${sense.lemma}`;
    const known = index.get(key);
    if (known === undefined) index.set(key, [sense]);
    else known.push(sense);
  }
  const forms = new Map(
    all
      .filter((sense) => sense.pos === "VERB")
      .flatMap(({ lemma }) => regularForms(lemma).map((form) => [form, lemma] as const)),
  );
  return {
    all,
    senses: (lemma, pos) => index.get(`${pos} ${lemma}`) ?? [],
    verbOf: (form) => forms.get(form),
  };
}

/** "ban|close outlet|station": every wording that a row stands for. */
function combinations(words: readonly string[]): readonly (readonly string[])[] {
  return words.reduce<readonly (readonly string[])[]>(
    (found, word) => found.flatMap((begun) => word.split("|").map((choice) => [...begun, choice])),
    [[]],
  );
}

/** "-s", "-ed" and "-ing" of a regular verb, with a doubled consonant too where spelling allows it. */
function regularForms(verb: string): readonly string[] {
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  if (/[^e]e$/.test(verb)) return [`${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  const third = /(?:s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`;
  const doubled = /[^aeiou][aeiou][bdglmnprtv]$/.test(verb) ? [verb + verb.at(-1)!] : [];
  return [third, ...[verb, ...doubled].flatMap((stem) => [`${stem}ed`, `${stem}ing`])];
}
