import { z } from "zod";
import { withoutHoles } from "../../claim.ts";
import { partiesLike } from "../parties.ts";
import { tool } from "../tool.ts";

const kind = { country: z.string().optional(), sector: z.string().optional() };

export const resolveActor = tool({
  name: "resolve_actor",
  title: "Who a name stands for",
  description:
    "Parties of the store whose name looks like the one given (spelling mistakes allowed), and what the registry knows of the name: organisations, and persons with the offices they held. Give an `id` of `store` to search_events: what only the registry knows is in no report. Who has no name (the army, demonstrators) is found by country and sector: COD MIL.",
  input: { name: z.string().min(1).max(200) },
  output: {
    store: z.array(
      z.object({
        id: z.string().describe("for `actors`, `recipients` and `sources` of search_events"),
        name: z.string(),
        ...kind,
        likeness: z.number().describe("0 to 1: how alike the names are written"),
      }),
    ),
    organisations: z.array(
      z.object({ id: z.string(), name: z.string(), ...kind, kind: z.string(), source: z.string() }),
    ),
    persons: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        wikidata: z.string().optional(),
        ...kind,
        offices: z.array(z.string()).describe("office: first day to last day"),
      }),
    ),
  },
  answer: async (store, { name: asked }) => {
    const { store: known, organisations, persons } = await partiesLike(store, asked);
    return {
      store: [...known],
      organisations: organisations.map(({ id, name, country, sector, kind: what, source }) => ({
        id,
        name,
        ...withoutHoles({ country, sector }),
        kind: what,
        source,
      })),
      persons: persons.map(({ id, name, wikidata, country, sector, tenures }) => ({
        id,
        name,
        ...withoutHoles({ wikidata, country, sector }),
        offices: tenures.map((one) => `${one.position}: ${one.start || "?"} to ${one.end || "open"}`),
      })),
    };
  },
});
