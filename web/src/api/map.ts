import { queryOptions } from "@tanstack/react-query";
import type { Boxed, Network } from "../../../src/store/types.ts";
import type { Search } from "../search.ts";
import { get } from "./client.ts";

/** More places than a map can show legibly; the answer says if there are others. */
const MOST_PLACES = 2000;
const MOST_DYADS = 500;

export const placesQuery = (filter: Search) =>
  queryOptions({
    queryKey: ["places", filter],
    queryFn: ({ signal }) =>
      get<Boxed>("places", {
        parameters: {
          ...filter,
          west: "-180",
          south: "-90",
          east: "180",
          north: "90",
          most: String(MOST_PLACES),
        },
        signal,
      }),
  });

export const networkQuery = (filter: Search) =>
  queryOptions({
    queryKey: ["network", filter],
    queryFn: ({ signal }) =>
      get<Network>("network", { parameters: { ...filter, most: String(MOST_DYADS) }, signal }),
  });
