import { queryOptions } from "@tanstack/react-query";
import type { Feed, Paged } from "../../../src/store/types.ts";
import { get, send } from "./client.ts";
import type { ImportProgress } from "./imports.ts";

export type { Feed } from "../../../src/store/types.ts";

export const feedsQuery = queryOptions({
  queryKey: ["feeds"],
  queryFn: ({ signal }) => get<Paged<Feed>>("feeds", { signal }),
});

export const watchFeed = (url: string, minutes: number): Promise<Feed> =>
  send("POST", "feeds", { url, minutes });
export const askFeed = (id: number): Promise<ImportProgress> => send("POST", `feeds/${id}/ask`);
export const forgetFeed = (id: number): Promise<void> => send("DELETE", `feeds/${id}`);
