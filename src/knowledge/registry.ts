import { foldName } from "./gazetteer-fold.ts";
import { createLeaders, type LeaderByName } from "./registry-leaders.ts";
import { createOffices, type Office, type Offices, readOffices } from "./registry-offices.ts";
import {
  type Organisation,
  type Person,
  type PersonRow,
  readOrganisations,
  readPersons,
  type Tenure,
} from "./registry-tables.ts";

export type { Organisation, OrganisationKind, Person, Tenure } from "./registry-tables.ts";

/** Who is known by name. Version one; rows are only ever added. */
export interface Registry {
  readonly version: string;
  readonly organisations: readonly Organisation[];
  /** Organisations of that name, those written by hand first. Acronyms need their capitals. */
  readonly organisation: (words: string) => readonly Organisation[];
  /** Persons of that full name or alias. */
  readonly person: (words: string) => readonly Person[];
  /** Who held which office of state when. */
  readonly offices: Offices;
  /** The leader who alone is called so by the surname on that day: "Erdogan". */
  readonly leader: LeaderByName;
  /** Most words that a name beginning with this word has; 0 if no name begins so. */
  readonly reach: (firstWord: string) => number;
  readonly size: { readonly organisations: number; readonly persons: number };
}

let loaded: Registry | undefined;

/** The registry that ships with the package, read once. */
export function loadRegistry(): Registry {
  loaded ??= createRegistry(readOrganisations(), readPersons(), readOffices());
  return loaded;
}

/** A registry of the rows given: tests hand in three. */
export function createRegistry(
  organisations: readonly Organisation[],
  people: readonly PersonRow[],
  offices: readonly Office[] = [],
): Registry {
  const byName = new Map<string, Organisation[]>();
  const reach = new Map<string, number>();
  for (const organisation of organisations) {
    for (const name of [organisation.name, ...organisation.aliases]) {
      const key = foldName(name);
      const known = byName.get(key);
      if (known === undefined) byName.set(key, [organisation]);
      else if (!known.includes(organisation)) known.push(organisation);
      const words = key.split(" ");
      reach.set(words[0]!, Math.max(reach.get(words[0]!) ?? 0, words.length));
    }
  }
  const persons = new Map<string, PersonRow | readonly PersonRow[]>();
  for (const row of people) {
    for (const key of row.keys) {
      const known = persons.get(key);
      persons.set(key, known === undefined ? row : [known, row].flat());
    }
  }
  return Object.freeze({
    version: "khaldun-registry 1",
    organisations,
    offices: createOffices(offices, people),
    organisation: (words: string) =>
      (byName.get(foldName(words)) ?? []).filter((organisation) => isWritten(organisation, words)),
    person: (words: string) => [persons.get(foldName(words)) ?? []].flat().map((row) => row.person()),
    leader: createLeaders(people),
    reach: (firstWord: string) => reach.get(firstWord) ?? 0,
    size: { organisations: organisations.length, persons: people.length },
  });
}

/** `WHO` is no pronoun, `Fars` no verb: a name of one word must have its capitals, a longer one at least one of them. */
function isWritten(organisation: Organisation, words: string): boolean {
  const bare = words.replace(/^the\s+/i, "").replaceAll(".", "");
  const key = foldName(words);
  return [organisation.name, ...organisation.aliases].some((name) => {
    if (foldName(name) !== key) return false;
    if (!/\p{Lu}/u.test(name)) return true;
    if (name.includes(" ")) return hasCapitals(name, bare);
    const capitals = (form: string): number => form.replace(/[^\p{Lu}]/gu, "").length;
    return capitals(bare) >= Math.min(capitals(name.replaceAll(".", "")), 2);
  });
}

/** "Islamic Front" is a name, "Islamic front" may be one of many; "Nusra front" and "HTS group" are names all the same. */
function hasCapitals(name: string, written: string): boolean {
  const last = (words: string): string => words.split(/[\s-]+/).at(-1) ?? "";
  if (!/\p{Lu}/u.test(written)) return false;
  const isGeneric =
    /^(?:group|movement|party|forces?|army|council|network|rebels|agency|militia|coalition)$/i;
  return (
    !/^\p{Lu}/u.test(last(name)) ||
    /^\p{Lu}/u.test(last(written)) ||
    (name.length > 14 && isGeneric.test(last(written)))
  );
}

/** Whether a tenure covers a day; dates that are only years or months cover all of them. */
export function holdsOn(tenure: Tenure, day: string): boolean {
  const starts = tenure.start === "" || day.slice(0, tenure.start.length) >= tenure.start;
  const ends = tenure.end === "" || day.slice(0, tenure.end.length) <= tenure.end;
  return starts && ends;
}

/** The best-known offices first: who is president and minister is called president. */
const RANK = [
  /^(?:president|king|queen|emir|sultan|pope|supreme leader)\b/i,
  /^(?:prime minister|premier|chancellor)\b/i,
];

/** The office to call a person by on a day: one held then, else the last one before, else the first after. */
export function officeOn(person: Person, day: string | undefined): Tenure | undefined {
  const rank = (tenure: Tenure): number => {
    const found = RANK.findIndex(
      (pattern) => pattern.test(tenure.position) && !/assembly|senate|chamber/i.test(tenure.position),
    );
    return found < 0 ? RANK.length : found;
  };
  const best = (tenures: readonly Tenure[]): Tenure | undefined =>
    [...tenures].sort((a, b) => rank(a) - rank(b) || b.start.localeCompare(a.start))[0];
  if (day === undefined) return best(person.tenures);
  const held = best(person.tenures.filter((tenure) => holdsOn(tenure, day)));
  if (held !== undefined) return held;
  const past = person.tenures.filter((tenure) => tenure.start !== "" && tenure.start <= day);
  return past.length > 0 ? best(past) : person.tenures[0];
}
