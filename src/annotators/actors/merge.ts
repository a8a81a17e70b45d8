import type { Linked } from "./coreference.ts";
import { isPublic } from "./describe-persons.ts";
import type { Draft } from "./draft.ts";
import type { ActorMention } from "./layer.ts";

/** The mentions as others see them: what one mention of a person says holds for all of them. */
export function mentionsOf(linked: readonly Linked[]): readonly ActorMention[] {
  const persons = new Map<number, readonly Draft[]>();
  const registered = new Map<number, Draft>();
  const sectors = new Map<number, Draft["sector"]>();
  for (const { draft, entity } of linked) {
    if (draft.form !== "pronoun" && draft.sector !== "UNK" && !sectors.has(entity))
      sectors.set(entity, draft.sector);
    if (draft.form === "name" && draft.actorId !== undefined && draft.kind !== "person")
      registered.set(entity, draft);

    if (draft.kind === "person" || draft.kind === "role")
      persons.set(entity, [...(persons.get(entity) ?? []), draft]);
  }
  return linked.map(({ draft, entity, from }) => {
    const same = persons.get(entity) ?? [];
    const known = draft.kind === "state" || draft.actorId !== undefined ? undefined : registered.get(entity);
    const whole =
      known !== undefined
        ? { ...draft, ...identityOf(known) }
        : same.some(({ kind }) => kind === "person")
          ? asOne(draft, same)
          : draft;
    const sector = whole.sector === "UNK" ? sectors.get(entity) : undefined;
    // "Clean Rivers, an activist group": what one mention says the body is holds for all.
    return publish(
      sector === undefined ? whole : { ...whole, sector, sectorBasis: "inferred" },
      entity,
      from,
    );
  });
}

/** What the registry knows of an organisation that the report names later: "a regional force known as …". */
function identityOf(known: Draft): Partial<Draft> {
  return {
    ...(known.name ? { name: known.name } : {}),
    ...(known.actorId ? { actorId: known.actorId } : {}),
    ...(known.country ? { country: known.country, countryBasis: "inferred" as const } : {}),
    mayInfer: false,
  };
}

/** Country, office and sector that any mention of the person states. */
function asOne(draft: Draft, same: readonly Draft[]): Draft {
  const named =
    same.find(({ form, actorId }) => form === "name" && actorId !== undefined) ??
    same.find(({ form }) => form === "name");
  const stated =
    same.find(({ sectorBasis }) => sectorBasis === "normalised") ??
    same.find(({ sectorBasis }) => sectorBasis === "knowledge");
  const placed =
    same.find(({ countryBasis }) => countryBasis === "normalised") ??
    same.find(({ countryBasis }) => countryBasis === "knowledge");
  const role = draft.role ?? same.find((one) => one.role !== undefined)?.role;
  const weakSector = draft.sectorBasis === "inferred" && stated !== undefined;
  const weakCountry =
    (draft.country === undefined || draft.countryBasis === "inferred") && placed !== undefined;
  const sector = weakSector ? stated.sector : draft.sector;
  return {
    ...draft,
    ...(named?.name ? { name: named.name } : {}),
    ...(weakSector ? { sector, sectorBasis: "inferred" as const } : {}),
    ...(weakCountry && placed.country ? { country: placed.country, countryBasis: "inferred" as const } : {}),
    ...(role ? { role } : {}),
    isPrivate:
      named !== undefined &&
      same.every(({ isPrivate, form }) => isPrivate || form !== "name") &&
      !isPublic(sector),
  };
}

function publish(draft: Draft, entity: number, from: number): ActorMention {
  const {
    key,
    agent,
    possessor,
    definite,
    mayInfer,
    region,
    aliases,
    collective,
    countryUnknown,
    ...mention
  } = draft;
  const { office: _office, ...unheld } = mention;
  return {
    // "a former minister" may be any.
    ...(definite === "a" ? unheld : mention),
    ...(draft.country === undefined ? { countryUnknown: countryUnknown ?? "not-stated" } : {}),
    entity,
    basis: from >= 0 ? "inferred" : draft.actorId !== undefined ? "knowledge" : "quoted",
  };
}
