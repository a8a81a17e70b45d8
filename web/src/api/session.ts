import { queryOptions } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { get, send } from "./client.ts";

/** Who is asking, what they may do, and the token that goes with forms. */
export interface Session {
  /** One must log in to go on. */
  readonly login: boolean;
  readonly who?: { readonly name: string; readonly role: Role; readonly by: "local" | "session" | "token" };
  readonly mayDo: readonly Right[];
  readonly formToken?: string;
}
export type Role = "reader" | "coder" | "reviewer" | "admin";
export type Right = "read" | "keep" | "export" | "review" | "import" | "adjudicate" | "notify" | "administer";

/** Whether the server knows who sits here. */
export type Standing =
  | { readonly is: "in" }
  | { readonly is: "unknown" }
  /** It did, until the session ended. */
  | { readonly is: "ended"; readonly name: string };

const IN: Standing = { is: "in" };
let standing: Standing = IN;
let known: string | undefined;
let token: string | undefined;
const listeners = new Set<() => void>();

function set(next: Standing): void {
  standing = next;
  for (const listener of listeners) listener();
}

export async function sessionNow(signal?: AbortSignal): Promise<Session> {
  const session = await get<Session>("session", signal ? { signal } : {});
  if (session.who?.by === "session") known = session.who.name;
  token = session.formToken;
  if (session.login && session.who === undefined) heardUnknown();
  return session;
}

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }) => sessionNow(signal),
  staleTime: 300_000,
});

/** Hears of every answer that asks who we are: that brings the log-in. On one's own machine none does. */
export function heardUnknown(): void {
  if (standing.is === "in") set(known === undefined ? { is: "unknown" } : { is: "ended", name: known });
}

/** Throws the server's problem if name and password do not belong together. */
export async function logIn(
  name: string,
  password: string,
  heard: (session: Session) => void,
): Promise<void> {
  const before = known;
  await send("POST", "session", { name, password });
  const session = await sessionNow();
  // What the one typed is not for the other's eyes, and not to be sent in the other's name.
  if (before !== undefined && session.who?.name !== before) return location.reload();
  heard(session);
  set(IN);
}

/** Whatever the page holds of this person goes with it. */
export async function logOut(): Promise<void> {
  await send("DELETE", "session");
  location.reload();
}

/** False from the end of a session until the same person is back: meanwhile somebody else may have logged in. */
export const isSamePerson = (): boolean => standing.is === "in";

/** The name under which somebody is logged in; undefined on one's own machine, where nobody is. */
export const nameLoggedIn = (): string | undefined => known;

/** The token of the session that this page was opened with, so that nothing goes out under another; none until it is known. */
export const tokenOfPage = (): string | undefined => token;

/** True if the browser's session is still this person's, with its token in hand; the page of somebody else is opened anew. */
export async function isStillMine(): Promise<boolean> {
  const before = known;
  const session = await sessionNow();
  if (session.who?.name === before || before === undefined) return true;
  location.reload();
  return false;
}

export function whenStandingChanges(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useStanding = (): Standing => useSyncExternalStore(whenStandingChanges, () => standing);
