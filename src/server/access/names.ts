import { fail } from "../../text/errors.ts";

const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u;
/** Words that the log uses for what is no account. */
const TAKEN: ReadonlySet<string> = new Set(["nobody", "local", "somebody"]);

/** The name of an account in one spelling. Throws K158. */
export function accountName(value: string): string {
  const name = value.trim().normalize("NFKC").toLowerCase();
  if (!NAME.test(name) || TAKEN.has(name))
    throw fail("K158", { value: value.slice(0, 80), allowed: "1 to 64 letters, digits and . _ -" });
  return name;
}
