import { queryOptions } from "@tanstack/react-query";
import type { ActorHead, ActorPage } from "../../../src/store/types.ts";
import { get } from "./client.ts";

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
    queryFn: ({ signal }) => get<ActorPage>(`actors/${encodeURIComponent(id)}`, { signal }),
  });
