import { queryOptions } from "@tanstack/react-query";
import type { Paged, StoredEvent } from "../../../src/store/types.ts";
import { get } from "./client.ts";

/** Every claim of a story, as events. */
export const claimsOfStoryQuery = (story: string) =>
  queryOptions({
    queryKey: ["events", "of story", story],
    queryFn: ({ signal }) =>
      get<Paged<StoredEvent>>("events", { parameters: { stories: story, size: "500" }, signal }),
  });
