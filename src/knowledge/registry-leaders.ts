import { foldName } from "./gazetteer-fold.ts";
import type { Person, PersonRow, Tenure } from "./registry-tables.ts";

/** Who is called so by the surname alone, or by first name and surname without what stands between, on a day. */
export type LeaderByName = (words: string, day?: string) => Person | undefined;

/** Where the family name comes first: "Xi" is Xi Jinping. */
const FAMILY_FIRST: ReadonlySet<string> = new Set(["CHN", "TWN", "PRK", "KOR", "SGP"]);
/** A word that so many persons or more bear as their first name, and fewer as their last, is a given name. */
const BEARERS = 3;
/** How long before the first and after the last office reports call somebody by the surname, in years. */
const REMEMBERED = 8;
const HEAD =
  /^(?:(?:acting|interim|transitional) )?(?:president|prime minister|premier|chancellor|king|supreme leader)$/i;

interface Candidate {
  readonly person: Person;
  /** Written by hand: known by the surname in every year. */
  readonly isLeader: boolean;
}

/**
 * Surnames of those written by hand as leaders and of heads of state and government. Many bear one surname: the day of
 * the report decides who is meant ("Bush", "Clinton", "Assad"), and where it does not, nobody is.
 */
export function createLeaders(people: readonly PersonRow[]): LeaderByName {
  // Cutting up the rows is left until a report names somebody by one word.
  let index: ReadonlyMap<string, readonly Candidate[]> | undefined;
  return (words, day) => {
    index ??= indexOf(people);
    const candidates = index.get(foldName(words)) ?? [];
    return candidates.length === 0 ? undefined : select(candidates, day);
  };
}

function indexOf(people: readonly PersonRow[]): ReadonlyMap<string, readonly Candidate[]> {
  const index = new Map<string, Candidate[]>();
  const ids = new Map<string, Set<string>>();
  const isGivenName = givenNames(people);
  for (const row of people) {
    if (row.isLeader !== true && row.isHead !== true) continue;
    const person = row.person();
    const names = row.keys.flatMap((key) => shortNames(key, person.country));
    const isFamilyFirst = FAMILY_FIRST.has(person.country ?? "");
    for (const name of new Set(names)) {
      if (row.isLeader !== true && !isFamilyFirst && isGivenName(name)) continue;
      // One person may stand in a table by hand and in the one taken over, there under a longer name.
      const known = ids.get(name) ?? new Set();
      if (row.keys.some((key) => known.has(key))) continue;
      ids.set(name, new Set([...known, ...row.keys]));
      index.set(name, [...(index.get(name) ?? []), { person, isLeader: row.isLeader === true }]);
    }
  }
  return index;
}

/** Whether a word is a given name rather than a surname: a "Hassan" of whom nothing else is said is no president. */
function givenNames(people: readonly PersonRow[]): (word: string) => boolean {
  const first = new Map<string, number>();
  const last = new Map<string, number>();
  for (const [key = ""] of people.map(({ keys }) => keys)) {
    if (!key.includes(" ")) continue;
    for (const [counts, word] of [
      [first, key.slice(0, key.indexOf(" "))],
      [last, key.slice(key.lastIndexOf(" ") + 1)],
    ] as const) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return (word) => {
    const bearers = first.get(word) ?? 0;
    return bearers >= BEARERS && bearers > (last.get(word) ?? 0);
  };
}

/** "george h w bush": "bush", "george bush"; a name of one word as it is. */
function shortNames(key: string, country: string | undefined): readonly string[] {
  const words = key.split(" ");
  const surname = FAMILY_FIRST.has(country ?? "") ? words[0]! : words.at(-1)!;
  return words.length < 3 ? [surname] : [surname, `${words[0]} ${words.at(-1)}`];
}

function select(candidates: readonly Candidate[], day: string | undefined): Person | undefined {
  if (day === undefined) return only(candidates);
  const leaders = candidates.filter(({ isLeader }) => isLeader);
  const isActive = ({ person }: Candidate): boolean =>
    person.tenures.length === 0 || person.tenures.some((tenure) => covers(tenure, day));
  const active = candidates.filter(isActive);
  if (active.length > 0)
    return (
      only(heading(leaders, day)) ??
      only(leaders.filter(isActive)) ??
      only(heading(active, day)) ??
      only(active)
    );
  const remembered = candidates.filter(({ person }) =>
    person.tenures.some(({ end }) => end !== "" && yearsBetween(end, day) <= REMEMBERED && end <= day),
  );
  if (remembered.length > 0) return only(remembered.filter(({ isLeader }) => isLeader)) ?? only(remembered);
  return only(
    leaders.filter(({ person: { tenures } }) =>
      tenures.some(({ start }) => start > day && yearsBetween(day, start) <= REMEMBERED),
    ),
  );
}

function heading(candidates: readonly Candidate[], day: string): readonly Candidate[] {
  return candidates.filter(({ person }) =>
    person.tenures.some((tenure) => HEAD.test(tenure.position) && covers(tenure, day)),
  );
}

function only(candidates: readonly Candidate[]): Person | undefined {
  return candidates.length === 1 ? candidates[0]!.person : undefined;
}

function covers({ start, end }: Tenure, day: string): boolean {
  return (
    start !== "" && day.slice(0, start.length) >= start && (end === "" || day.slice(0, end.length) <= end)
  );
}

function yearsBetween(from: string, to: string): number {
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4));
}
