import { describe, expect, it } from "vitest";
import { ROLES } from "../../store/index.ts";
import { createLimiter } from "./limits.ts";
import { accountName } from "./names.ts";
import { hashPassword, isPassword } from "./passwords.ts";
import { ACTIONS, lesserRole, permissions, roleMay } from "./permissions.ts";
import { foreign, notFromHere } from "./same-site.ts";
import { formToken, hashSecret, newSecret, newToken, signatureOf } from "./secrets.ts";
import { sessionCookie, sessionOf } from "./session-cookie.ts";

/** Quick, for tests only. */
const CHEAP = { log2: 4, block: 1, parallel: 1 };

describe("a password", () => {
  it("is known again, in whichever way its letters were typed, and no other is", async () => {
    const stored = await hashPassword("Ångström and tea", CHEAP);
    expect(await isPassword("A\u030angstro\u0308m and tea", stored)).toBe(true);
    expect(await isPassword("angstrom and tea", stored)).toBe(false);
    expect(await isPassword("", stored)).toBe(false);
  });

  it("is stored with its own salt and never as it is", async () => {
    const [one, other] = await Promise.all([
      hashPassword("the same one", CHEAP),
      hashPassword("the same one", CHEAP),
    ]);
    expect(one).not.toBe(other);
    expect(one).not.toContain("the same one");
  });

  it.each(["short", "elevenchars", "x".repeat(513)])("%s is refused", (password) =>
    expect(hashPassword(password, CHEAP)).rejects.toMatchObject({ code: "K151" }),
  );

  it.each([undefined, "", "scrypt$4$1$1$$", "md5$abc"])("nobody's hash %s fits none", async (stored) =>
    expect(await isPassword("", stored)).toBe(false),
  );
});

describe("a secret", () => {
  it("has 256 bits, and what is stored does not give it away", () => {
    const secrets = new Set(Array.from({ length: 50 }, newSecret));
    expect(secrets.size).toBe(50);
    for (const secret of secrets) {
      expect(Buffer.from(secret, "base64url")).toHaveLength(32);
      expect(hashSecret(secret)).not.toContain(secret);
    }
    expect(newToken()).toMatch(/^khaldun_[\w-]{43}$/);
  });

  it("a body is signed as RFC 4231 has it", () =>
    expect(signatureOf("what do ya want for nothing?", "Jefe")).toBe(
      "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    ));
});

describe("roles", () => {
  it("the table has a row for every action", () =>
    expect(permissions().map(({ action }) => action)).toEqual([...ACTIONS]));

  it("each role may what those before it may", () => {
    for (const action of ACTIONS) {
      const may = ROLES.map((role) => roleMay(role, action));
      expect([...may].sort()).toEqual(may);
      expect(may.at(-1)).toBe(true);
    }
  });

  it("the lesser of two", () => {
    expect(lesserRole("admin", "reader")).toBe("reader");
    expect(lesserRole("coder", "reviewer")).toBe("coder");
  });
});

describe("another site", () => {
  const request = (method: string, headers: Record<string, string>, body?: string): Request =>
    new Request("http://desk.example/api/v1/users", {
      method,
      headers: { host: "desk.example", ...headers },
      ...(body === undefined ? {} : { body }),
    });
  const token = formToken("session", "key");
  const JSON_TYPE = { "content-type": "application/json" };

  it.each<[string, Record<string, string>]>([
    ["cross-site", { "sec-fetch-site": "cross-site", ...JSON_TYPE }],
    ["same-site", { "sec-fetch-site": "same-site", ...JSON_TYPE }],
    ["another origin", { origin: "https://elsewhere.example", ...JSON_TYPE }],
    ["an origin that is none", { origin: "null", ...JSON_TYPE }],
    ["its own port", { origin: "http://desk.example:81", ...JSON_TYPE }],
    ["a form without its token", { origin: "http://desk.example", "content-type": "multipart/form-data" }],
    ["a form with a wrong one", { "content-type": "text/plain; charset=utf-8", "x-form-token": "x" }],
    ["no sign of the desk at all", { ...JSON_TYPE }],
    [
      "the desk's own JSON of a session before",
      { "sec-fetch-site": "same-origin", ...JSON_TYPE, "x-form-token": "x" },
    ],
  ])("%s is refused", (_, headers) => expect(foreign(request("POST", headers, "{}"), token)).toBeDefined());

  it.each<[string, Record<string, string>]>([
    ["the desk's own JSON", { "sec-fetch-site": "same-origin", ...JSON_TYPE }],
    ["the desk's own JSON in an older browser", { origin: "http://desk.example", ...JSON_TYPE }],
    [
      "a form with its token",
      { origin: "http://desk.example", "content-type": "multipart/form-data", "x-form-token": token },
    ],
    ["a program with the token", { ...JSON_TYPE, "x-form-token": token }],
  ])("%s is let through", (_, headers) =>
    expect(foreign(request("POST", headers, "{}"), token)).toBeUndefined(),
  );

  it("reading is free, and DELETE has no body that could be a form", () => {
    expect(foreign(request("GET", { "sec-fetch-site": "cross-site" }), token)).toBeUndefined();
    expect(foreign(request("DELETE", { "sec-fetch-site": "same-origin" }), token)).toBeUndefined();
    expect(foreign(request("DELETE", { "sec-fetch-site": "cross-site" }), token)).toBeDefined();
  });
});

describe("a desk without login answers to this machine only", () => {
  const from = (headers: Record<string, string>): string | undefined =>
    notFromHere(new Request("http://x/", { headers }));

  it.each(["localhost", "localhost:4477", "127.0.0.1:80", "[::1]:4477", "LOCALHOST"])("%s", (host) =>
    expect(from({ host })).toBeUndefined(),
  );
  it.each([
    "desk.example",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "10.0.0.1",
    "evil.example:4477",
  ])("not %s", (host) => expect(from({ host })).toContain("localhost only"));
  it.each(["x-forwarded-for", "forwarded", "x-real-ip"])("not through a proxy (%s)", (header) =>
    expect(from({ host: "localhost", [header]: "1.2.3.4" })).toContain("proxy"),
  );
});

describe("a session's cookie", () => {
  it("is out of reach of scripts and other sites", () => {
    const cookie = sessionCookie("abc", true);
    for (const part of ["HttpOnly", "SameSite=Strict", "Path=/", "Secure", "Max-Age=43200"])
      expect(cookie).toContain(part);
    expect(sessionCookie("abc", false)).not.toContain("Secure");
    expect(sessionCookie("", true)).toContain("Max-Age=0");
  });

  it("is found among others", () => {
    expect(sessionOf(new Headers({ cookie: "a=1; khaldun=abc; b=2" }))).toBe("abc");
    expect(sessionOf(new Headers({ cookie: "khaldun=" }))).toBeUndefined();
    expect(sessionOf(new Headers())).toBeUndefined();
  });
});

describe("limits", () => {
  it("the one too many is told how long to wait, for each key by itself", async () => {
    const limiter = createLimiter({ points: 2, seconds: 60 });
    await limiter.count("a");
    await limiter.count("a");
    await limiter.forgive("a");
    await limiter.count("a");
    await expect(limiter.count("a")).rejects.toMatchObject({ code: "K157" });
    await expect(limiter.count("a")).rejects.toThrow(/in (60|59) seconds/);
    await expect(limiter.count("b")).resolves.toBeUndefined();
  });
});

describe("names", () => {
  it("have one spelling", () => expect(accountName(" Amal.K ")).toBe("amal.k"));
  it.each(["", " ", "a b", "-a", "x".repeat(65), "nobody", "<b>", "a/b"])("%j is none", (name) =>
    expect(() => accountName(name)).toThrow(expect.objectContaining({ code: "K158" })),
  );
});
