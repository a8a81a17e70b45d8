import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { fail } from "../../text/errors.ts";

/** Of scrypt: 2^15 blocks of 8, three times over; 32 MiB a check. From OWASP's Password Storage Cheat Sheet. */
const COST = { log2: 15, block: 8, parallel: 3 } as const;
const SALT = 16;
const KEY = 32;

/** NIST SP 800-63B: long rather than motley; no rule on which characters. */
const LEAST = 12;
const MOST = 512;
/** For a schema. */
export const PASSWORD_LENGTH = { minLength: LEAST, maxLength: MOST } as const;

interface Cost {
  readonly log2: number;
  readonly block: number;
  readonly parallel: number;
}

/** As it is stored: `scrypt$15$8$3$salt$key`. Throws K151 for a password that is too short or too long. */
export async function hashPassword(password: string, cost: Cost = COST): Promise<string> {
  const length = [...password].length;
  if (length < LEAST || length > MOST) throw fail("K151", { length, allowed: `${LEAST} to ${MOST}` });
  const salt = randomBytes(SALT);
  const key = await derive(password, salt, cost);
  return ["scrypt", cost.log2, cost.block, cost.parallel, text(salt), text(key)].join("$");
}

/**
 * Whether a password is the one of a stored hash. Without a hash - nobody has that name - it works as long and says
 * no, so that the time of the answer does not tell which names exist.
 */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [scheme, log2, block, parallel, salt, key] = (stored ?? NOBODY).split("$");
  if (scheme !== "scrypt" || salt === undefined || key === undefined) return false;
  const wanted = Buffer.from(key, "base64url");
  const cost = { log2: Number(log2), block: Number(block), parallel: Number(parallel) };
  const tried = await derive(password.slice(0, MOST), Buffer.from(salt, "base64url"), cost);
  return wanted.length === KEY && timingSafeEqual(tried, wanted) && stored !== undefined;
}

/** The same letters typed on another keyboard are the same password: Unicode's NFKC. */
function derive(password: string, salt: Uint8Array, { log2, block, parallel }: Cost): Promise<Buffer> {
  const options = { N: 2 ** log2, r: block, p: parallel, maxmem: 2 ** log2 * block * 128 * 2 };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, KEY, options, (problem, key) =>
      problem === null ? resolve(key) : reject(problem),
    );
  });
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64url");
}

const NOBODY = `scrypt$${COST.log2}$${COST.block}$${COST.parallel}$${text(Buffer.alloc(SALT))}$${text(Buffer.alloc(KEY))}`;
