import { foldName } from "../../knowledge/gazetteer-fold.ts";
import { nominalAntecedent } from "./anaphora.ts";
import { antecedentOf, type Discourse } from "./antecedents.ts";
import { dominantCountry } from "./dominant.ts";
import type { Draft } from "./draft.ts";
import { identity } from "./identity.ts";
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
  const dominant = dominantCountry(drafts, reading);
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
  for (const raw of drafts) {
    const index = filled.length;
    const draft = withPossessor(withKey(raw, keys), linked, reading);
    const from =
      draft.form === "pronoun"
        ? antecedentOf(index, draft, discourse)
        : nominalAntecedent(index, draft, discourse);
    if (from === undefined && draft.form === "pronoun" && !isHeWorthKeeping(draft, reading)) continue;
    const full = from === undefined ? inferred(draft, dominant, reading) : taken(draft, filled[from]!);
    const known = full.key === undefined ? undefined : byKey.get(full.key);
    const entity = from !== undefined ? entityOf[from]! : (known ?? entities++);
    if (full.key !== undefined && !byKey.has(full.key)) byKey.set(full.key, entity);
    const gender = draft.form === "pronoun" ? genderOf(reading.tokens[draft.head]!.text) : undefined;
    if (gender !== undefined) genders.set(entity, gender);
    linked.push({ draft: full, entity, from: from ?? -1 });
    filled.push(full);
    entityOf.push(entity);
    byHead.set(draft.head, index);
    counts.set(entity, (counts.get(entity) ?? 0) + 1);
  }
  return linked;
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
  return /^\p{Lu}{2,8}$/u.test(draft.name ?? "") && other.aliases.includes(draft.name ?? "");
}

function withKey(draft: Draft, keys: ReadonlyMap<string, string>): Draft {
  const key = draft.key === undefined ? undefined : keys.get(draft.key);
  return key === undefined ? draft : { ...draft, key };
}

/** "its forces": the country of whoever "it" is. */
function withPossessor(draft: Draft, linked: readonly Linked[], reading: Reading): Draft {
  if (draft.possessor === undefined || draft.country !== undefined) return draft;
  const owner = linked.findLast((one) => one.draft.head === draft.possessor)?.draft;
  if (owner === undefined) return draft;
  if (owner.country === undefined) {
    return {
      ...draft,
      mayInfer: false,
      ...(owner.countryUnknown ? { countryUnknown: owner.countryUnknown } : {}),
    };
  }
  const token = reading.tokens[draft.possessor]!;
  const country = { country: owner.country, countryBasis: "inferred" as const };
  const span = { start: token.start, end: token.end };
  const key = draft.agent && identity(draft.agent, owner.country, draft.head, reading);
  return { ...draft, ...country, countrySpan: span, ...(key ? { key } : {}) };
}

/** A bare "the army", "police", "residents" of a report that is about one country. */
function inferred(draft: Draft, dominant: string | undefined, reading: Reading): Draft {
  if (!draft.mayInfer || draft.country !== undefined || draft.countryUnknown !== undefined) return draft;
  if (draft.form === "pronoun") return draft;
  const local = isLocal(draft) ? countryOfScene(draft, reading) : undefined;
  if (local !== undefined) return { ...draft, country: local, countryBasis: "inferred" };
  if (dominant === undefined) return draft;
  const key = draft.agent && draft.definite !== "a" && identity(draft.agent, dominant, draft.head, reading);
  return { ...draft, country: dominant, countryBasis: "inferred", ...(key ? { key } : {}) };
}

/** Victims, crowds, gunmen: they are where the sentence is set. */
function isLocal({ agent, kind }: Draft): boolean {
  return (
    agent !== undefined && (kind === "population" || kind === "unnamed") && agent.agent.class !== "force"
  );
}

/** The one country whose places, as places, a sentence names. */
function countryOfScene(draft: Draft, { places, tokens }: Reading): string | undefined {
  const sentence = tokens[draft.head]!.sentence;
  const found = new Set<string>();
  for (const { metonym, country, first } of places) {
    if (!metonym && country !== undefined && tokens[first]?.sentence === sentence) found.add(country);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

/** What a mention takes over from the one it means. Its own words stay its own. */
function taken(draft: Draft, other: Draft): Draft {
  const country = draft.country === undefined && other.country !== undefined;
  const merged: Draft = {
    ...draft,
    ...(country ? { country: other.country, countryBasis: "inferred" as const } : {}),
    ...(draft.country === undefined && other.countryUnknown ? { countryUnknown: other.countryUnknown } : {}),
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
