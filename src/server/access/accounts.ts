import type { Account, Role, Store, Token } from "../../store/index.ts";
import { accountName } from "./names.ts";
import { hashPassword } from "./passwords.ts";
import { lesserRole } from "./permissions.ts";
import { hashSecret, newToken } from "./secrets.ts";

/** Throws K151 (password), K153 (in use), K158 (name). `who` is whoever adds it, for the log. */
export async function addAccount(
  store: Store,
  who: string,
  { name, role, password }: { readonly name: string; readonly role: Role; readonly password: string },
): Promise<Account> {
  const account = await store.accounts.add(accountName(name), role, await hashPassword(password));
  await store.audit.append({ who, action: "user.add", subject: account.name, details: { role } });
  return account;
}

/**
 * Gives an account another password and ends its sessions, but for one (`kept`, as the store knows it). Its tokens stay.
 * Throws K151 (password), K152 if there is no such account.
 */
export async function setPassword(
  store: Store,
  who: string,
  { name, password, kept }: { readonly name: string; readonly password: string; readonly kept?: string },
): Promise<void> {
  const known = accountName(name);
  await store.accounts.setPassword(known, await hashPassword(password), kept);
  await store.audit.append({ who, action: "user.password", subject: known });
}

/** Throws K152 if there is none, K175 for the last admin among other accounts. */
export async function removeAccount(store: Store, who: string, name: string): Promise<void> {
  const known = accountName(name);
  await store.accounts.remove(known);
  await store.audit.append({ who, action: "user.remove", subject: known });
}

export interface TokenWish {
  readonly account: string;
  readonly label: string;
  /** Never more than the account's own. */
  readonly role: Role;
  /** Days that it holds; for ever if absent. */
  readonly days?: number;
  /** The end of the token that asks for this one: none made by it holds longer. */
  readonly until?: string;
}

export interface ShownToken extends Token {
  /** Only now: the store keeps its hash. */
  readonly token: string;
}

const DAY_MS = 86_400_000;

/** Throws K152 if there is no such account. */
export async function addToken(store: Store, who: string, wish: TokenWish): Promise<ShownToken> {
  const { label, days, until } = wish;
  const ends = [
    ...(days === undefined ? [] : [Date.now() + days * DAY_MS]),
    ...(until === undefined ? [] : [Date.parse(until)]),
  ];
  const account = accountName(wish.account);
  const holder = await store.accounts.one(account);
  const role = holder === undefined ? wish.role : lesserRole(wish.role, holder.role);
  const token = newToken();
  const stored = await store.tokens.add({
    hash: hashSecret(token),
    account,
    label,
    role,
    ...(ends.length === 0 ? {} : { expires: new Date(Math.min(...ends)) }),
  });
  await store.audit.append({ who, action: "token.add", subject: account, details: { id: stored.id, role } });
  return { ...stored, token };
}

/** Of one account, or whoever's. Throws K152 if there is none. */
export async function revokeToken(store: Store, who: string, id: number, account?: string): Promise<void> {
  await store.tokens.revoke(id, account);
  await store.audit.append({ who, action: "token.revoke", subject: String(id) });
}
