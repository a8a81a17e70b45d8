import type { Store } from "../../store/index.ts";
import { fail, KhaldunError } from "../../text/errors.ts";
import { createLimiter, WRONG_FOR_NAME, WRONG_FOR_NAME_THERE, WRONG_FROM_ADDRESS } from "./limits.ts";
import { accountName } from "./names.ts";
import { isPassword } from "./passwords.ts";
import { hashSecret, newSecret } from "./secrets.ts";
import { SESSION_SECONDS } from "./session-cookie.ts";

export interface Login {
  readonly name: string;
  readonly password: string;
}

/**
 * Gives the name of whoever knows its password. Throws K159 for a wrong one, the same for a name that nobody has, and
 * K157 after too many: a right one then does not help either. Strangers who guess one name from many addresses do not
 * shut its owner out where he logged in before.
 */
export function passwordCheck(store: Store): (login: Login, address: string) => Promise<string> {
  const forNameThere = createLimiter(WRONG_FOR_NAME_THERE);
  const forName = createLimiter(WRONG_FOR_NAME);
  const fromAddress = createLimiter(WRONG_FROM_ADDRESS);
  /** A name and an address from which it was logged in; as many as there were right passwords. */
  const known = new Set<string>();
  return async (login, address) => {
    const name = nameOf(login.name);
    const there = `${name} ${address}`;
    const isKnown = known.has(there);
    // Counted before it is looked at: many that come at once are not all looked at before the first is counted.
    await forNameThere.count(there);
    await fromAddress.count(address);
    if (!isKnown) await forName.count(name);
    const account = await store.accounts.one(name);
    if (!(await isPassword(login.password, account?.password))) {
      await store.audit.append({ who: "nobody", action: "session.refused", subject: name });
      throw fail("K159");
    }
    await Promise.all([
      forNameThere.forgive(there),
      fromAddress.forgive(address),
      ...(isKnown ? [] : [forName.forgive(name)]),
    ]);
    known.add(there);
    return name;
  };
}

/** A new session of an account; gives its secret. */
export async function openSession(store: Store, name: string): Promise<string> {
  const secret = newSecret();
  await store.sessions.sweep();
  await store.sessions.add(hashSecret(secret), name, new Date(Date.now() + SESSION_SECONDS * 1000));
  return secret;
}

/** What cannot be a name is nobody's: no other answer than for a name that nobody has. */
function nameOf(given: string): string {
  try {
    return accountName(given);
  } catch (problem) {
    if (problem instanceof KhaldunError) return "nobody";
    throw problem;
  }
}
