import type { GoldEvent } from "../gold-format.ts";

/** How an event is told, as far as its codes show it. */
export const CONSTRUCTIONS: readonly {
  readonly name: string;
  readonly holds: (event: GoldEvent) => boolean;
}[] = [
  { name: "one word", holds: ({ trigger }) => !trigger.text.includes(" ") },
  { name: "several words", holds: ({ trigger }) => trigger.text.includes(" ") },
  { name: "actor and recipient", holds: ({ actor, recipient }) => actor.length > 0 && recipient.length > 0 },
  { name: "no actor", holds: ({ actor }) => actor.length === 0 },
  { name: "two actors or more", holds: ({ actor }) => actor.length > 1 },
  { name: "in the report's own voice", holds: ({ factuality }) => factuality === "CT+" },
  { name: "only a source says so", holds: ({ factuality }) => factuality === "Uu" },
  { name: "probable or possible", holds: ({ factuality }) => /^P[RS]\+/.test(factuality) },
  { name: "denied", holds: ({ factuality }) => factuality.endsWith("-") },
  { name: "planned", holds: ({ phase }) => phase === "future" },
  { name: "ongoing", holds: ({ phase }) => phase === "ongoing" },
  { name: "tried and failed", holds: ({ attempt }) => attempt },
  { name: "with a figure of people", holds: ({ quantities }) => quantities.length > 0 },
];
