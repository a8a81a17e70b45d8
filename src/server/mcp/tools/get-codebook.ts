import { z } from "zod";
import { contexts, EVENT_TYPES, eventTypes, SECTORS } from "../../../ontology/index.ts";
import { tool } from "../tool.ts";

export const getCodebook = tool({
  name: "get_codebook",
  title: "What the codes mean",
  description:
    "PLOVER 2.0 as this store uses it: without a type the 16 types and the contexts in a line each and the sectors, with one its definition, its modes, examples, and what it is not.",
  input: { type: z.enum(EVENT_TYPES).optional() },
  output: {
    types: z.array(
      z.object({
        name: z.string(),
        definition: z.string(),
        modes: z.array(z.object({ name: z.string(), definition: z.string() })).optional(),
        examples: z.array(z.string()).optional(),
        notThis: z.array(z.string()).optional(),
      }),
    ),
    contexts: z.array(z.object({ name: z.string(), definition: z.string() })).optional(),
    sectors: z.array(z.string()).optional(),
  },
  answer: async (_store, { type }) => {
    if (type === undefined)
      return {
        types: eventTypes().map(({ name, definition }) => ({ name, definition })),
        contexts: contexts().map(({ name, definition }) => ({ name, definition })),
        sectors: [...SECTORS],
      };
    const { name, definition, modes, examples, notThis } = eventTypes().find((entry) => entry.name === type)!;
    return {
      types: [
        {
          name,
          definition,
          modes: modes.map((mode) => ({ name: mode.name, definition: mode.definition })),
          examples: [...examples],
          notThis: [...notThis],
        },
      ],
    };
  },
});
