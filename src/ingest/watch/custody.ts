import type { Followed } from "./follow.ts";

/** Where a report comes from: enough to ask for the same again and to see whether it is the same. */
export interface Custody {
  /** The address that was asked for, and the one that answered. */
  readonly asked: string;
  readonly url: string;
  readonly redirects: readonly string[];
  /** The feed, sitemap or argument that named it. */
  readonly from: string;
  readonly when: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  /** Of the body after unpacking, as a saved file would have it. */
  readonly sha256: string;
  readonly bytes: number;
}

/** `when` the answer came, and the digest of its body. */
export function custodyOf(
  answer: Followed,
  { url, from }: { readonly url: string; readonly from: string },
  when: string,
  sha256: string,
): Custody {
  const { "set-cookie": _, ...headers } = answer.headers;
  return {
    asked: url,
    url: answer.url,
    redirects: answer.redirects,
    from,
    when,
    status: answer.status,
    headers: withoutUndefined(headers),
    sha256,
    bytes: answer.bytes.length,
  };
}

type Defined<Value> = { readonly [Key in keyof Value]: Exclude<Value[Key], undefined> };

/** Without the fields that hold nothing, as JSON would write it. */
export function withoutUndefined<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Defined<Value>;
}
