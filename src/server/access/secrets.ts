import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** Marks what it is, so that a token in a public file is found by whoever looks for lost ones. */
export const TOKEN_MARK = "khaldun_";

/** 256 random bits for a session or a CSRF key, as one word. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

export function newToken(): string {
  return TOKEN_MARK + newSecret();
}

/** What the store keeps of a secret of 256 random bits: no salt is needed, nobody can try them all. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** What a form has to show beside the session: whoever made it could read a page of that session. */
export function formToken(session: string, key: string): string {
  return createHmac("sha256", key).update(`form/${session}`).digest("base64url");
}

/** HMAC-SHA256 of a body, as GitHub and others write it: `sha256=` and hexadecimal. */
export function signatureOf(body: string, secret: string): string {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}

/** In a time that does not tell how much agrees. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash("sha256").update(text).digest());
  return timingSafeEqual(a!, b!);
}
