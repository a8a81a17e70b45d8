import { fail } from "./errors.ts";
import { readTable } from "./table.ts";

/** Words of a table by their class, as far as they decide how something is read. */
export interface Cues<Class extends string> {
  /** Whether the word stands in the table as one of that class, exactly as it is written there. */
  readonly is: (word: string, name: Class) => boolean;
  /** Whether the word ends as one of that class does: "airstrike" as "strike". */
  readonly endsAs: (word: string, name: Class) => boolean;
}

/** The table `file` with the columns `class` and `word`, read when first asked. Throws K403 for a class that is none of `classes`. */
export function cuesOf<Class extends string>(file: string, classes: readonly Class[]): Cues<Class> {
  let loaded: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  const words = (name: Class): ReadonlySet<string> => {
    loaded ??= readCues(file, classes);
    return loaded.get(name)!;
  };
  return {
    is: (word, name) => words(name).has(word),
    endsAs: (word, name) => {
      const lower = word.toLowerCase();
      return [...words(name)].some((ending) => lower.endsWith(ending));
    },
  };
}

function readCues(file: string, classes: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const words = new Map<string, Set<string>>(classes.map((name) => [name, new Set()]));
  for (const { line, cells } of readTable(file)) {
    const known = words.get(cells.class ?? "");
    if (known === undefined) throw fail("K403", { file, line, reason: `class ${cells.class}` });
    known.add(cells.word ?? "");
  }
  return words;
}
