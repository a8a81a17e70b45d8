import { readTable } from "../text/table.ts";
import type { PersonRow } from "./registry-tables.ts";

const OFFICES_FILE = "src/knowledge/data/offices.tsv";

/** Until when the tables are complete: the queries to Wikidata, and the tables written by hand. */
export const TAKEN = Object.freeze({ wikidata: "2022-07-19", hand: "2025-11-08" });

/** An office of state as reports name it. */
export interface Office {
  readonly id: string;
  readonly nouns: readonly string[];
  readonly titles: readonly RegExp[];
  /** Offices whose holder stands in while this one is vacant. */
  readonly functional: readonly string[];
}

/** Somebody in an office; `end` as it follows from the table: an open end is closed by the successor. */
export interface Holding {
  readonly personId: string;
  /** Names as `foldName` gives them: one person may stand in two tables. */
  readonly keys: readonly string[];
  readonly wikidata?: string;
  readonly name: string;
  readonly position: string;
  readonly start: string;
  readonly end: string;
  /** Day on which an open end was last known to be open. */
  readonly asOf: string;
}

/** Who held an office at a time, or why that cannot be said. */
export type Held =
  | { readonly kind: "held"; readonly holding: Holding; readonly standsIn: boolean }
  | { readonly kind: "ambiguous"; readonly holdings: readonly Holding[] }
  | { readonly kind: "vacant" }
  | { readonly kind: "registry-ends"; readonly last?: Holding; readonly asOf: string }
  | { readonly kind: "not-in-registry" };

/** What the words before an office say of the time: "the president", "the ousted president", "the president-elect". */
export const STANDINGS = ["present", "former", "ousted", "next"] as const;
export type Standing = (typeof STANDINGS)[number];

export interface Offices {
  /** By the noun as reports write it, lower case. */
  readonly byNoun: (noun: string) => Office | undefined;
  /** Days inclusive, ISO. */
  readonly holder: (office: string, country: string, from: string, to: string, standing?: Standing) => Held;
  /** All who held it, the first first. */
  readonly holdings: (office: string, country: string) => readonly Holding[];
}

export function createOffices(offices: readonly Office[], people: readonly PersonRow[]): Offices {
  const nouns = new Map(offices.flatMap((office) => office.nouns.map((noun) => [noun, office] as const)));
  const byId = new Map(offices.map((office) => [office.id, office]));
  // Cutting up thousands of rows is left until somebody asks who holds an office.
  let index: ReadonlyMap<string, readonly Holding[]> | undefined;
  const holdings = (office: string, country: string): readonly Holding[] => {
    index ??= indexOf(offices, people);
    return index.get(`${office} ${country}`) ?? [];
  };
  return Object.freeze({
    byNoun: (noun: string) => nouns.get(noun),
    holdings,
    holder: (office: string, country: string, from: string, to: string, standing: Standing = "present") => {
      const own = answer(holdings(office, country), from, to, standing);
      if (own.kind === "held" || own.kind === "ambiguous") return own;
      for (const other of byId.get(office)?.functional ?? []) {
        const found = answer(holdings(other, country), from, to, standing);
        if (found.kind === "held") return { ...found, standsIn: true };
      }
      return own;
    },
  });
}

export function readOffices(): readonly Office[] {
  return readTable(OFFICES_FILE).map(({ cells }) => ({
    id: cells.office ?? "",
    nouns: (cells.nouns ?? "").split("|"),
    titles: (cells.titles ?? "").split("‖").map((title) => new RegExp(`^(?:${title})$`)),
    functional: (cells.functional ?? "").split("|").filter((id) => id !== ""),
  }));
}

function indexOf(offices: readonly Office[], people: readonly PersonRow[]): ReadonlyMap<string, Holding[]> {
  const byOffice = new Map<string, Holding[]>();
  const officesOf = new Map<string, readonly string[]>();
  const matching = (title: string): readonly string[] => {
    const known = officesOf.get(title);
    if (known !== undefined) return known;
    const found = offices.filter(({ titles }) => titles.some((one) => one.test(title))).map(({ id }) => id);
    officesOf.set(title, found);
    return found;
  };
  for (const row of people) {
    const { id, wikidata, name, tenures } = row.person();
    for (const { position, country, start, end } of tenures) {
      if (country === undefined || start === "") continue;
      for (const office of matching(position.toLowerCase())) {
        const key = `${office} ${country}`;
        const asOf = row.isByHand === true ? TAKEN.hand : TAKEN.wikidata;
        const { keys } = row;
        const holding = {
          personId: id,
          keys,
          ...(wikidata ? { wikidata } : {}),
          name,
          position,
          start,
          end,
          asOf,
        };
        byOffice.set(key, [...(byOffice.get(key) ?? []), holding]);
      }
    }
  }
  for (const [key, list] of byOffice) byOffice.set(key, inOrder(list));
  return byOffice;
}

/** By start; one person's rows of two tables are one; an open end ends where the next person begins. */
function inOrder(list: readonly Holding[]): Holding[] {
  const merged: Holding[] = [];
  for (const one of [...list].sort((a, b) => a.start.localeCompare(b.start))) {
    const twin = merged.findIndex((other) => isSame(one, other) && overlap(one, other));
    if (twin < 0) merged.push(one);
    else merged[twin] = united(merged[twin]!, one);
  }
  return merged.map((one) => {
    if (one.end !== "") return one;
    const next = merged.find((other) => other.start > one.start && !isSame(one, other));
    return next === undefined ? one : { ...one, end: next.start };
  });
}

function isSame(one: Holding, other: Holding): boolean {
  if (one.personId === other.personId || one.keys.some((key) => other.keys.includes(key))) return true;
  // "Choguel Maiga" and "Choguel Kokalla Maïga", in office since the same day.
  const surname = (holding: Holding): string => holding.keys[0]!.split(" ").at(-1)!;
  return one.start.length === 10 && one.start === other.start && surname(one) === surname(other);
}

function overlap(one: Holding, other: Holding): boolean {
  const shorter = Math.min(one.start.length, other.start.length);
  if (one.start.slice(0, shorter) === other.start.slice(0, shorter)) return true;
  return other.end === "" || other.end >= one.start;
}

/** Terms that follow each other are one; of two tables the later says how it ended, the finer when it began. */
function united(first: Holding, second: Holding): Holding {
  const later = second.asOf > first.asOf ? second : first;
  const isOneTable = first.asOf === second.asOf;
  const last = first.end === "" || (second.end !== "" && first.end > second.end) ? first.end : second.end;
  const wikidata = first.wikidata ?? second.wikidata;
  return {
    ...later,
    start: first.start.length >= second.start.length ? first.start : second.start,
    end: isOneTable ? last : later.end,
    ...(wikidata ? { wikidata } : {}),
  };
}

function answer(list: readonly Holding[], from: string, to: string, standing: Standing): Held {
  if (list.length === 0) return { kind: "not-in-registry" };
  switch (standing) {
    case "former":
      return onlyOne(distinct(list.filter((one) => one.end !== "" && endsBefore(one, from))));
    case "ousted":
      return onlyOne(distinct(list.filter((one) => one.end !== "" && isRecent(one, from))).slice(-1));
    case "next":
      return onlyOne(distinct(list.filter((one) => one.start > to)).slice(0, 1));
    default:
      return during(list, from, to);
  }
}

function during(list: readonly Holding[], from: string, to: string): Held {
  const found = distinct(list.filter((one) => startsBy(one, to) && endsFrom(one, from)));
  // An open end says nothing of the time after the table was taken.
  const stale = found.filter((one) => one.end === "" && from > one.asOf);
  const last = list.at(-1)!;
  if (stale.length > 0) return { kind: "registry-ends", last: stale.at(-1)!, asOf: stale.at(-1)!.asOf };
  // Nobody between two holders: the office was vacant. After the last one the table simply has no more.
  if (found.length === 0) {
    return last.end !== "" && from > last.end
      ? { kind: "registry-ends", last, asOf: last.end }
      : { kind: "vacant" };
  }
  return onlyOne(found);
}

function onlyOne(found: readonly Holding[]): Held {
  if (found.length === 0) return { kind: "vacant" };
  return found.length === 1
    ? { kind: "held", holding: found[0]!, standsIn: false }
    : { kind: "ambiguous", holdings: found };
}

/** The last row of each person. */
function distinct(list: readonly Holding[]): readonly Holding[] {
  return list.filter((one, at) => !list.slice(at + 1).some((other) => isSame(one, other)));
}

/** Dates are years, months or days: one that is coarser than the day asked for covers all its days. */
function startsBy({ start }: Holding, day: string): boolean {
  return start <= day.slice(0, start.length);
}

function endsFrom({ end }: Holding, day: string): boolean {
  return end === "" || day.slice(0, end.length) <= end;
}

function endsBefore({ end }: Holding, day: string): boolean {
  return end < day.slice(0, end.length);
}

/** Overthrown and removed are those who went within two years. */
function isRecent(holding: Holding, day: string): boolean {
  const years = Number(day.slice(0, 4)) - Number(holding.end.slice(0, 4));
  return years <= 2 && startsBy(holding, day) && (endsBefore(holding, day) || day.startsWith(holding.end));
}
