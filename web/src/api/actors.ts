import { queryOptions } from "@tanstack/react-query";
import type { ActorHead, ActorPage } from "../../../src/store/types.ts";
import { get } from "./client.ts";

/** The page of a party, with the offices that the registry knows of people behind its names. */
export interface ActorAnswer extends ActorPage {
  readonly registry: {
    readonly persons: readonly {
      readonly id: string;
      readonly name: string;
      readonly tenures: readonly {
        readonly position: string;
        readonly country?: string;
        readonly start: string;
        readonly end: string;
      }[];
    }[];
  };
}
export type ActorRole = ActorPage["roles"][number]["role"];

export const actorsQuery = (name: string | undefined) =>
  queryOptions({
    queryKey: ["actors", name ?? ""],
    queryFn: ({ signal }) =>
      get<{ readonly items: readonly ActorHead[] }>("actors", {
        parameters: { q: name, most: "500" },
        signal,
      }),
  });

export const actorQuery = (id: string) =>
  queryOptions({
    queryKey: ["actors", "one", id],
    queryFn: ({ signal }) => get<ActorAnswer>(`actors/${encodeURIComponent(id)}`, { signal }),
  });
