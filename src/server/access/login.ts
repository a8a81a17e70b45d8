import type { Store } from "../../store/index.ts";
import { fail, KhaldunError } from "../../text/errors.ts";
import { createLimiter, WRONG_FOR_NAME, WRONG_FROM_ADDRESS } from "./limits.ts";
import { accountName } from "./names.ts";
import { isPassword } from "./passwords.ts";
import { hashSecret, newSecret } from "./secrets.ts";
import { SESSION_SECONDS } from "./session-cookie.ts";

export interface Login {
  readonly name: string;
  readonly password: string;
}

/**
 * Makes sessions for whoever knows a password. Throws K159 for a wrong one, the same for a name that nobody has, and
 * K157 after too many for one name or from one address: a right one then does not help either.
 */
export function openSession(
  store: Store,
): (login: Login, address: string) => Promise<{ readonly name: string; readonly secret: string }> {
  const forName = createLimiter(WRONG_FOR_NAME);
  const fromAddress = createLimiter(WRONG_FROM_ADDRESS);
  return async (login, address) => {
    const name = nameOf(login.name);
    // Counted before it is looked at: many that come at once are not all looked at before the first is counted.
    await forName.count(name);
    await fromAddress.count(address);
    const account = await store.accounts.one(name);
    if (!(await isPassword(login.password, account?.password))) {
      await store.audit.append({ who: "nobody", action: "session.refused", subject: name });
      throw fail("K159");
    }
    await Promise.all([forName.forgive(name), fromAddress.forgive(address)]);
    const secret = newSecret();
    await store.sessions.sweep();
    await store.sessions.add(hashSecret(secret), name, new Date(Date.now() + SESSION_SECONDS * 1000));
    return { name, secret };
  };
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
