import { z } from "zod";
import { loadRegistry } from "../../../knowledge/registry.ts";
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

export const resolveActor = tool({
  name: "resolve_actor",
  title: "Who a name stands for",
  description:
    "Parties of the store whose name looks like the one given (spelling mistakes allowed), and what the registry knows of the name: organisations, and persons with the offices they held. Give an id or a name of the store to search_events.",
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
        offices: z.array(z.string()).describe("office: first day to last day"),
      }),
    ),
  },
  answer: async (store, { name }) => {
    const registry = loadRegistry();
    const { items: hits } = await store.names(name, { size: MOST_NAMES });
    return {
      store: hits.map(({ likeness, actorId, name: known, country, sector }) => ({
        ...withoutHoles({ name: known, id: actorId, country, sector }),
        likeness,
      })),
      organisations: registry
        .organisation(name)
        .map(({ id, name: known, country, sector, kind, source }) =>
          withoutHoles({ id, name: known, country, sector, kind, source }),
        ),
      persons: registry.person(name).map(({ wikidata, country, sector, tenures }) => ({
        ...withoutHoles({ id: wikidata, country, sector }),
        offices: tenures.map((one) => `${one.position}: ${one.start || "?"} to ${one.end || "open"}`),
      })),
    };
  },
});
