import { fail } from "../../text/errors.ts";
import { readTable } from "../../text/table.ts";

const FILE = "src/annotators/places/data/cues.tsv";

export const CUE_CLASSES = [
  "speech-verb",
  "agent-verb",
  "addressee-verb",
  "attack-verb",
  "state-verb",
  "give-verb",
  "actor-noun",
  "action-noun",
  "addressed-noun",
  "relation-noun",
  "geographic-noun",
  "site-noun",
  "building-noun",
  "ground-noun",
  "rank-noun",
  "state-noun",
  "unit-noun",
  "town-noun",
  "water-noun",
  "land-noun",
  "locative-preposition",
  "motion-preposition",
  "compass",
  "compass-noun",
  "calendar",
  "person-name",
  "place-object-verb",
  "not-alone",
  "body-noun",
] as const;
export type CueClass = (typeof CUE_CLASSES)[number];

/** Words that decide what a place name does in its sentence. */
export interface Cues {
  readonly is: (lemma: string, ...classes: readonly CueClass[]) => boolean;
}

let loaded: Cues | undefined;

export function loadCues(): Cues {
  loaded ??= readCues();
  return loaded;
}

/** The word, and what it may come from if the lemma was not found: "accused", "ministers". */
function formsOf(word: string): readonly string[] {
  if (word.length < 5) return [word];
  if (word.endsWith("ed")) return [word, word.slice(0, -2), word.slice(0, -1)];
  return word.endsWith("s") ? [word, word.slice(0, -1)] : [word];
}

function readCues(): Cues {
  const words = new Map<CueClass, Set<string>>(CUE_CLASSES.map((name) => [name, new Set()]));
  for (const { line, cells } of readTable(FILE)) {
    const known = CUE_CLASSES.find((name) => name === cells.class);
    if (known === undefined) throw fail("K403", { file: FILE, line, reason: `class ${cells.class}` });
    words.get(known)!.add(cells.lemma ?? "");
  }
  return Object.freeze({
    is: (lemma: string, ...classes: readonly CueClass[]) => {
      const forms = formsOf(lemma.toLowerCase());
      return classes.some((name) => forms.some((form) => words.get(name)!.has(form)));
    },
  });
}
