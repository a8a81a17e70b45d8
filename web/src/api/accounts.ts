import { queryOptions } from "@tanstack/react-query";
import { get, send } from "./client.ts";
import type { Role } from "./session.ts";

/** Somebody who may log in. */
export interface Account {
  readonly name: string;
  readonly role: Role;
}

export const accountsQuery = queryOptions({
  queryKey: ["users"],
  queryFn: ({ signal }) => get<{ readonly items: readonly Account[] }>("users", { signal }),
});

export const addAccount = (account: Account & { readonly password: string }): Promise<Account> =>
  send<Account>("POST", "users", account);
