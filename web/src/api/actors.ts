import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { ActorHead, ActorPage, Paged } from "../../../src/store/types.ts";
import { get } from "./client.ts";

/** The page of a party, with the offices that the registry knows of people behind its names. */
export interface ActorAnswer extends ActorPage {
  readonly registry: {
    readonly organisations: readonly {
      readonly id: string;
      readonly name: string;
      readonly aliases: readonly string[];
    }[];
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
  infiniteQueryOptions({
    queryKey: ["actors", name ?? ""],
    queryFn: ({ pageParam, signal }) =>
      get<Paged<ActorHead>>("actors", {
        parameters: { q: name, size: "200", after: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });

export const actorQuery = (id: string) =>
  queryOptions({
    queryKey: ["actors", "one", id],
    queryFn: ({ signal }) => get<ActorAnswer>(`actors/${encodeURIComponent(id)}`, { signal }),
  });
