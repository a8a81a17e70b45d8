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

/** One's own; throws the server's problem if the old one is not right. */
export const changePassword = (old: string, password: string): Promise<void> =>
  send("PUT", "session/password", { old, new: password });

/** Another's, as an admin. */
export const givePassword = (name: string, password: string): Promise<void> =>
  send("PUT", `users/${encodeURIComponent(name)}/password`, { password });

export const addAccount = (account: Account & { readonly password: string }): Promise<Account> =>
  send<Account>("POST", "users", account);
