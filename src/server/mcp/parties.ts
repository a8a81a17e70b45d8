import { loadRegistry, type Organisation, type Person } from "../../knowledge/registry.ts";
import type { Store } from "../../store/index.ts";
import { alsoCalled } from "../actors/also-called.ts";
import { withoutHoles } from "../claim.ts";

/** Spellings beyond these are other names. */
const MOST_NAMES = 20;

export interface KnownParty {
  /** By which a filter finds it: of the registry, or the name. */
  readonly id: string;
  readonly name: string;
  readonly country?: string;
  readonly sector?: string;
  /** 0 to 1: how alike the names are written. */
  readonly likeness: number;
}
export interface Resolved {
  readonly store: readonly KnownParty[];
  readonly organisations: readonly Organisation[];
  readonly persons: readonly Person[];
}

/** Whom a name may mean, in the store and in the registry: what reports call "M23" the store has under its full name. */
export async function partiesLike(store: Pick<Store, "names">, name: string): Promise<Resolved> {
  const registry = loadRegistry();
  const organisations = registry.organisation(name);
  const persons = registry.person(name);
  const { items } = await store.names(name, { size: MOST_NAMES }, alsoCalled(name));
  const byLikeness = items.map(({ likeness, actorId, name: known = "", country, sector }) => ({
    id: actorId ?? known,
    name: known,
    ...withoutHoles({ country, sector }),
    likeness,
  }));
  const first = new Map<string, KnownParty>();
  for (const party of byLikeness) {
    const { likeness: _, ...who } = party;
    const key = JSON.stringify(who);
    if (!first.has(key)) first.set(key, party);
  }
  return { store: [...first.values()].slice(0, MOST_NAMES), organisations, persons };
}
