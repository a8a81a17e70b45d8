import { queryOptions } from "@tanstack/react-query";
import { get } from "./client.ts";

/** Who is asking, what they may do, and the token that goes with forms. */
export interface Session {
  /** One must log in to go on. */
  readonly login: boolean;
  readonly who?: { readonly name: string; readonly role: string; readonly by: "local" | "session" | "token" };
  readonly mayDo: readonly string[];
  readonly formToken?: string;
}

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }) => get<Session>("session", { signal }),
  staleTime: 300_000,
});
