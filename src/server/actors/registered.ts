import { loadRegistry, type Tenure } from "../../knowledge/registry.ts";
import { TAKEN } from "../../knowledge/registry-offices.ts";
import { loadStatements, type Statement } from "../../knowledge/registry-statements.ts";
import type { ActorPage } from "../../store/index.ts";

/** What the registry that ships with the program says of a party; it is knowledge, no report says it. */
export interface Registered {
  readonly organisations: readonly {
    readonly id: string;
    readonly name: string;
    readonly aliases: readonly string[];
    readonly kind: string;
    readonly country?: string;
    readonly sector: string;
    readonly from?: string;
    readonly to?: string;
    readonly source: string;
  }[];
  readonly persons: readonly {
    readonly id: string;
    readonly name: string;
    readonly wikidata?: string;
    readonly tenures: readonly Tenure[];
  }[];
  /** Dated facts with their sources; `names` are those of subjects and objects that have one. */
  readonly statements: readonly Omit<Statement, "file" | "line">[];
  readonly names: Readonly<Record<string, string>>;
  /** Days until which the tables were taken: what is younger they do not know. */
  readonly taken: Readonly<Record<string, string>>;
}

/** By the ids and names of its parties in the store; a country by its code. */
export function registeredOf(page: ActorPage): Registered {
  const registry = loadRegistry();
  const ids = new Set(page.parties.flatMap(({ actorId }) => actorId ?? []));
  if (/^[A-Z]{3}$/.test(page.who)) ids.add(page.who);
  const names = [...new Set([page.who, ...page.parties.flatMap(({ name }) => name ?? [])])];
  const persons = new Map(names.flatMap((name) => registry.person(name)).map((one) => [one.id, one]));
  const statements = loadStatements()
    .all.filter(({ subject, object }) => ids.has(subject) || ids.has(object))
    .map(({ file: _file, line: _line, ...statement }) => statement);
  const told = new Set([...ids, ...statements.flatMap(({ subject, object }) => [subject, object])]);
  const organisations = registry.organisations.filter(({ id }) => told.has(id));
  return {
    organisations: organisations.filter(({ id }) => ids.has(id)),
    persons: [...persons.values()].map(({ id, name, wikidata, tenures }) => ({
      id,
      name,
      ...(wikidata === undefined ? {} : { wikidata }),
      tenures,
    })),
    statements,
    names: Object.fromEntries(organisations.map(({ id, name }) => [id, name])),
    taken: TAKEN,
  };
}
