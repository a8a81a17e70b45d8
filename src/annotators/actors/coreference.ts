import { foldName } from "../../knowledge/gazetteer-fold.ts";
import { nominalAntecedent } from "./anaphora.ts";
import { antecedentOf, type Discourse } from "./antecedents.ts";
import { isReciprocal } from "./collective.ts";
import { isPublic } from "./describe-persons.ts";
import { backgroundOf } from "./dominant.ts";
import type { Draft } from "./draft.ts";
import { asMember, membersOf, theyOf } from "./groups.ts";
import { identity } from "./identity.ts";
import { inferred, withForce, withPublicCountries } from "./inferred.ts";
import { genderOf } from "./pronouns.ts";
import type { Reading } from "./reading.ts";

/** A draft that knows whom it means. `from`: index of the mention it took its values from, -1 if its own. */
export interface Linked {
  readonly draft: Draft;
  readonly entity: number;
  readonly from: number;
}

/** Gives every mention the number of its actor, and what follows from it: the country of "the army", who "it" is. */
export function link(drafts: readonly Draft[], reading: Reading): readonly Linked[] {
  const background = backgroundOf(drafts, reading);
  const keys = unifyNames(drafts);
  const linked: Linked[] = [];
  const filled: Draft[] = [];
  const entityOf: number[] = [];
  const byKey = new Map<string, number>();
  const byHead = new Map<number, number>();
  const genders = new Map<number, "m" | "f">();
  const counts = new Map<number, number>();
  const discourse: Discourse = { reading, filled, entityOf, byHead, counts, genders };
  let entities = 0;
  const entityFor = ({ key }: Draft): number =>
    (key === undefined ? undefined : byKey.get(key)) ?? entities++;
  const put = (draft: Draft, entity: number, from: number): void => {
    if (draft.key !== undefined && !byKey.has(draft.key)) byKey.set(draft.key, entity);
    const gender = draft.form === "pronoun" ? genderOf(reading.tokens[draft.head]!.text) : undefined;
    if (gender !== undefined) genders.set(entity, gender);
    linked.push({ draft, entity, from });
    if (!byHead.has(draft.head)) byHead.set(draft.head, filled.length);
    filled.push(draft);
    entityOf.push(entity);
    counts.set(entity, (counts.get(entity) ?? 0) + 1);
  };
  for (const raw of drafts) {
    const index = filled.length;
    if (raw.collective !== undefined) {
      const found = membersOf(raw.collective, raw, linked, reading);
      if ("reason" in found) {
        if (raw.form !== "pronoun") put(withReason(raw, found.reason), entities++, -1);
        continue;
      }
      for (const member of found.members) {
        const name = reading.knowledge.countries.name(member.draft.country ?? "");
        const draft = asMember(raw, member, raw.collective.of, name);
        const isSame = draft.key === member.draft.key;
        put(draft, isSame ? member.entity : entityFor(draft), linked.indexOf(member));
      }
      continue;
    }
    const owners = reciprocalOwners(raw, linked, reading);
    if (owners.length > 0) {
      for (const owner of owners) put(owned(raw, owner.draft, reading), entities++, -1);
      continue;
    }
    const named = asKnown(withKey(raw, keys), filled);
    const draft = withForce(withPossessor(named, linked, reading), linked, reading);
    const from =
      draft.form === "pronoun"
        ? antecedentOf(index, draft, discourse)
        : nominalAntecedent(index, draft, discourse);
    const group = isThey(draft, reading) ? theyOf(draft, from, linked, reading) : [];
    if (group.length > 1) {
      for (const member of group) {
        put(asMember(draft, member, "any", ""), member.entity, linked.indexOf(member));
      }
      continue;
    }
    if (from === undefined && draft.form === "pronoun" && !isHeWorthKeeping(draft, reading)) continue;
    const full = from === undefined ? inferred(draft, background, reading) : taken(draft, filled[from]!);
    put(full, from !== undefined ? entityOf[from]! : entityFor(full), from ?? -1);
  }
  return withPublicCountries(linked, background.dominant);
}

/** A person called again, by a shorter name: country and office are those of the fuller mention. */
function asKnown(draft: Draft, filled: readonly Draft[]): Draft {
  if (draft.kind !== "person" || draft.key === undefined || draft.country !== undefined) return draft;
  const known = filled.find(({ key, country }) => key === draft.key && country !== undefined);
  if (known === undefined) return draft;
  return { ...draft, country: known.country!, countryBasis: "inferred", isPrivate: known.isPrivate };
}

function isThey({ form, head }: Draft, { tokens }: Reading): boolean {
  return form === "pronoun" && /^(?:they|them|their|theirs|themselves)$/i.test(tokens[head]!.text);
}

/** "he" without antecedent is still somebody; "it", "which", "we" are nobody. */
function isHeWorthKeeping(draft: Draft, reading: Reading): boolean {
  return /^(?:he|she|they|him|them)$/i.test(reading.tokens[draft.head]!.text);
}

/** Short forms get the key of the full name: surnames, first names, acronyms; the nearest one before, else after. */
function unifyNames(drafts: readonly Draft[]): ReadonlyMap<string, string> {
  const unified = new Map<string, string>();
  const named = drafts.filter(({ form, key }) => form === "name" && key !== undefined);
  for (const draft of named) {
    if (draft.actorId !== undefined || unified.has(draft.key!)) continue;
    const short = foldName(draft.name ?? "");
    const full = named.find((other) => other.key !== draft.key && isShortFor(short, draft, other));
    if (full !== undefined) unified.set(draft.key!, full.key!);
  }
  return unified;
}

function isShortFor(short: string, draft: Draft, other: Draft): boolean {
  if (short === "" || draft.kind !== other.kind) return false;
  if (draft.kind === "person") {
    return other.aliases.some((alias) => {
      const long = foldName(alias);
      return long.length > short.length && (long.endsWith(` ${short}`) || long.startsWith(`${short} `));
    });
  }
  const long = foldName(other.name ?? "");
  // "Vrije Universiteit" and "Vrije Universiteit Amsterdam": the beginning of a longer name, of two words at least.
  if (short.includes(" ") && long.startsWith(`${short} `))
    return draft.country === undefined || draft.country === other.country;
  return /^\p{Lu}{2,8}$/u.test(draft.name ?? "") && other.aliases.includes(draft.name ?? "");
}

function withKey(draft: Draft, keys: ReadonlyMap<string, string>): Draft {
  const key = draft.key === undefined ? undefined : keys.get(draft.key);
  return key === undefined ? draft : { ...draft, key };
}

/** "both sides" of whom the report has not said who they are: no sector or country is made up. */
function withReason(draft: Draft, reason: "ambiguous" | "not-stated"): Draft {
  return { ...draft, countryUnknown: reason };
}

/** "each other's ambassadors", "the other's diplomats": of all those who do it to each other. */
function reciprocalOwners(draft: Draft, linked: readonly Linked[], reading: Reading): readonly Linked[] {
  const { tree } = reading;
  if (draft.possessor === undefined || !isReciprocal(draft.possessor, reading)) return [];
  const verb = tree.ancestors(draft.head).find((above) => tree.dependents(above, "nsubj").length > 0);
  if (verb === undefined) return [];
  const subjects = tree.dependents(verb, "nsubj").flatMap((at) => [at, ...tree.dependents(at, "conj")]);
  const owners = linked.filter(({ draft: { head } }) => subjects.includes(head));
  return owners.length > 1 ? owners : [];
}

/** "its forces": the country of whoever "it" is. */
function withPossessor(draft: Draft, linked: readonly Linked[], reading: Reading): Draft {
  if (draft.possessor === undefined || draft.country !== undefined) return draft;
  const owner = linked.findLast((one) => one.draft.head === draft.possessor)?.draft;
  if (owner === undefined) return draft;
  return owned(draft, speaksForOwner(owner, linked, reading) ?? owner, reading);
}

/** "Officials in Rwanda said that its citizens had died": who stands for the state that the pronoun means. */
function speaksForOwner(owner: Draft, linked: readonly Linked[], { tokens }: Reading): Draft | undefined {
  const { text, sentence } = tokens[owner.head]!;
  if (owner.country !== undefined || !/^its$/i.test(text)) return undefined;
  return linked.findLast(
    ({ draft: { head, country, sector } }) =>
      head < owner.head &&
      country !== undefined &&
      isPublic(sector) &&
      tokens[head]!.sentence === sentence &&
      tokens[head]!.deprel.startsWith("nsubj"),
  )?.draft;
}

function owned(draft: Draft, owner: Draft, reading: Reading): Draft {
  if (owner.country === undefined) {
    return {
      ...draft,
      mayInfer: false,
      ...(owner.countryUnknown ? { countryUnknown: owner.countryUnknown } : {}),
      ...(owner.countryRivals ? { countryRivals: owner.countryRivals } : {}),
    };
  }
  const token = reading.tokens[draft.possessor!]!;
  const country = { country: owner.country, countryBasis: "inferred" as const };
  const span = { start: token.start, end: token.end };
  const key = draft.agent && identity(draft.agent, owner.country, draft.head, reading);
  return { ...draft, ...country, countrySpan: span, ...(key ? { key } : {}) };
}

/** What a mention takes over from the one it means. Its own words stay its own. */
function taken(draft: Draft, other: Draft): Draft {
  const country = draft.country === undefined && other.country !== undefined;
  const merged: Draft = {
    ...draft,
    ...(country ? { country: other.country, countryBasis: "inferred" as const } : {}),
    ...(draft.country === undefined && other.countryUnknown ? { countryUnknown: other.countryUnknown } : {}),
    ...(draft.country === undefined && other.countryRivals ? { countryRivals: other.countryRivals } : {}),
    ...(draft.key === undefined && other.key !== undefined ? { key: other.key } : {}),
    ...(draft.name === undefined && other.name !== undefined ? { name: other.name } : {}),
    ...(draft.actorId === undefined && other.actorId !== undefined ? { actorId: other.actorId } : {}),
    ...(draft.wikidata === undefined && other.wikidata !== undefined ? { wikidata: other.wikidata } : {}),
    ...(draft.role === undefined && other.role !== undefined ? { role: other.role } : {}),
    ...(other.knowledge !== undefined && draft.form === "pronoun" ? { knowledge: other.knowledge } : {}),
    aliases: other.aliases,
  };
  if (draft.form !== "pronoun") return merged;
  const plural = draft.plural || other.plural;
  return {
    ...merged,
    sector: other.sector,
    sectorBasis: "inferred",
    kind: other.kind,
    isPrivate: other.isPrivate,
    plural,
    ...(other.agent ? { agent: other.agent } : {}),
  };
}
