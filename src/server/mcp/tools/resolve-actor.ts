import { z } from "zod";
import { loadRegistry } from "../../../knowledge/registry.ts";
import type { Store } from "../../../store/index.ts";
import { withoutHoles } from "../../claim.ts";
import { tool } from "../tool.ts";

const party = z.object({
  name: z.string().optional(),
  id: z.string().optional(),
  country: z.string().optional(),
  sector: z.string().optional(),
});

/** Spellings beyond these are other names. */
const MOST_NAMES = 20;
/** Names of the registry under which the store is looked through. */
const MOST_FORMS = 6;

export const resolveActor = tool({
  name: "resolve_actor",
  title: "Who a name stands for",
  description:
    "Parties of the store whose name looks like the one given (spelling mistakes allowed), and what the registry knows of the name: organisations, and persons with the offices they held. Give an id or a name of `store` to search_events: what only the registry knows is in no report.",
  input: { name: z.string().min(1).max(200) },
  output: {
    store: z.array(
      party.extend({
        likeness: z.number().describe("0 to 1: how alike the names are written"),
      }),
    ),
    organisations: z.array(party.extend({ kind: z.string().optional(), source: z.string().optional() })),
    persons: z.array(
      party.extend({
        wikidata: z.string().optional(),
        offices: z.array(z.string()).describe("office: first day to last day"),
      }),
    ),
  },
  answer: async (store, { name }) => {
    const registry = loadRegistry();
    const organisations = registry.organisation(name);
    const persons = registry.person(name);
    const names = [name, ...[...organisations, ...persons].map((known) => known.name)];
    return {
      store: await alike(store, [...new Set(names)].slice(0, MOST_FORMS)),
      organisations: organisations.map(({ id, name: known, country, sector, kind, source }) =>
        withoutHoles({ id, name: known, country, sector, kind, source }),
      ),
      persons: persons.map(({ id, name: known, wikidata, country, sector, tenures }) => ({
        ...withoutHoles({ id, name: known, wikidata, country, sector }),
        offices: tenures.map((one) => `${one.position}: ${one.start || "?"} to ${one.end || "open"}`),
      })),
    };
  },
});

/** Parties of the store under any of these names, the most alike first: it writes "M23" as the registry does. */
async function alike(store: Store, names: readonly string[]) {
  const pages = await Promise.all(names.map((name) => store.names(name, { size: MOST_NAMES })));
  const found = pages
    .flatMap(({ items }) => items)
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ likeness, actorId, name, country, sector }) => ({
      ...withoutHoles({ id: actorId, name, country, sector }),
      likeness,
    }));
  const key = ({ likeness: _, ...known }: (typeof found)[number]): string => JSON.stringify(known);
  return found
    .filter((one, index) => found.findIndex((other) => key(other) === key(one)) === index)
    .slice(0, MOST_NAMES);
}
