import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashPassword } from "../../src/server/access/passwords.ts";
import { hashSecret } from "../../src/server/access/secrets.ts";
import { accountGate, createApp, gateFor, openApiOf } from "../../src/server/index.ts";
import { ROLES, type Role } from "../../src/store/index.ts";
import { type Desk, openDesk } from "./desk-store.ts";

/** Quick, for tests only. */
const CHEAP = { log2: 4, block: 1, parallel: 1 };
const PASSWORD = "a lamp in the harbour";
const JSON_TYPE = { "content-type": "application/json" };
const HERE = { origin: "http://localhost" };

let desk: Desk;
const tokens = {} as Record<Role, string>;

beforeAll(async () => {
  desk = await openDesk({}, accountGate);
  for (const role of ROLES) {
    await desk.store.accounts.add(role, role, await hashPassword(PASSWORD, CHEAP));
    tokens[role] = `khaldun_${role}`;
    await desk.store.tokens.add({ hash: hashSecret(tokens[role]), account: role, label: "test", role });
  }
});
afterAll(() => desk.close());

interface Sent {
  readonly as?: Role;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}
async function send(path: string, { as, method = "GET", headers = {}, body }: Sent = {}): Promise<Response> {
  return desk.app.request(path.startsWith("/api") ? path : `/api/v1${path}`, {
    method,
    headers: {
      ...(as === undefined ? {} : { authorization: `Bearer ${tokens[as]}` }),
      ...(body === undefined ? {} : JSON_TYPE),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
const codeOf = async (answer: Response): Promise<unknown> => [
  answer.status,
  ((await answer.json()) as { readonly code: string }).code,
];
async function logIn(name: string, password = PASSWORD): Promise<Response> {
  return send("/session", { method: "POST", headers: HERE, body: { name, password } });
}
async function cookieOf(name: string): Promise<string> {
  return (await logIn(name)).headers.get("set-cookie")!.split(";")[0]!;
}

describe("serving to others", () => {
  it("needs an account, and on this machine none until there is one", async () => {
    expect((await gateFor(desk.store, "0.0.0.0", "ada")).login).toBe(true);
    expect((await gateFor(desk.store, "127.0.0.1", "ada")).login).toBe(true);
  });
});

describe("logging in", () => {
  it("gives a session that reads, and ends it", async () => {
    const cookie = await cookieOf("coder");
    const session = await (await send("/session", { headers: { cookie } })).json();
    expect(session).toMatchObject({ login: true, who: { name: "coder", role: "coder", by: "session" } });
    expect((await send("/events", { headers: { cookie } })).status).toBe(200);
    const out = await send("/session", { method: "DELETE", headers: { cookie, ...HERE } });
    expect([out.status, out.headers.get("set-cookie")]).toEqual([204, expect.stringContaining("Max-Age=0")]);
    expect((await send("/events", { headers: { cookie } })).status).toBe(401);
  });

  it("says the same of a wrong password and of a name that nobody has", async () => {
    const wrong = await codeOf(await logIn("reader", "not that one"));
    expect(wrong).toEqual([401, "K159"]);
    expect(await codeOf(await logIn("stranger"))).toEqual(wrong);
    expect(await codeOf(await logIn("../<b>"))).toEqual(wrong);
  });

  it("is closed for a name after ten wrong passwords from one address, for the right one too", async () => {
    await desk.store.accounts.add("guessed", "reader", await hashPassword(PASSWORD, CHEAP));
    for (let tries = 0; tries < 10; tries += 1) await logIn("guessed", `guess ${tries}`);
    const closed = await logIn("guessed");
    expect(closed.headers.get("retry-after")).toMatch(/^\d+$/);
    expect(await codeOf(closed)).toEqual([429, "K157"]);
    expect((await logIn("coder")).status).toBe(204);
  });

  it("looks at no more than ten of those that come at once", async () => {
    await desk.store.accounts.add("rushed", "reader", await hashPassword(PASSWORD, CHEAP));
    const guesses = [...Array.from({ length: 11 }, (_, guess) => `guess ${guess}`), PASSWORD];
    const statuses = await Promise.all(guesses.map(async (guess) => (await logIn("rushed", guess)).status));
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe("what was not given by us opens nothing", () => {
  it("a forged cookie, an expired one, half of one", async () => {
    const real = await cookieOf("admin");
    await desk.store.sessions.add(hashSecret("yesterday"), "admin", new Date(Date.now() - 1000));
    const forged = [
      "khaldun=yesterday",
      "khaldun=admin",
      real.slice(0, -1),
      `${real}x`,
      "khaldun=",
      "khaldun",
    ];
    for (const cookie of forged)
      expect(await codeOf(await send("/events", { headers: { cookie } }))).toEqual([401, "K154"]);
  });

  it.each(["Bearer", "Bearer x", "Bearer khaldun_", "Bearer khaldun_admin'--", "Basic !!!", "Digest a=b"])(
    "%s, even beside a session",
    async (authorization) => {
      const cookie = await cookieOf("admin");
      const answer = await send("/events", { headers: { authorization, cookie } });
      expect(await codeOf(answer)).toEqual([401, "K154"]);
    },
  );

  it("the stored hash of a token or a session", async () => {
    const hash = hashSecret(tokens.admin);
    const bearer = { authorization: `Bearer khaldun_${hash}` };
    expect((await send("/events", { headers: bearer })).status).toBe(401);
    const cookie = `khaldun=${hashSecret((await cookieOf("admin")).slice("khaldun=".length))}`;
    expect((await send("/events", { headers: { cookie } })).status).toBe(401);
  });

  it("a token as the password of a reader of feeds, for reading only", async () => {
    const basic = { authorization: `Basic ${Buffer.from(`any:${tokens.admin}`).toString("base64")}` };
    expect((await send("/events", { headers: basic })).status).toBe(200);
    const body = { label: "x", role: "admin" };
    const written = await send("/tokens", { method: "POST", headers: { ...basic, ...HERE }, body });
    expect(await codeOf(written)).toEqual([401, "K154"]);
  });
});

describe("another site cannot use the session of a browser", () => {
  const user = { name: "mallory", role: "admin", password: "mallory was here" };

  it.each<[string, Readonly<Record<string, string>>]>([
    ["by a script", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["by a form", { origin: "https://evil.example", "content-type": "text/plain" }],
    ["by a form of the desk's own site without its token", { ...HERE, "content-type": "text/plain" }],
    ["by anything that does not say where it comes from", {}],
  ])("%s", async (_, headers) => {
    const cookie = await cookieOf("admin");
    const answer = await send("/users", { method: "POST", headers: { cookie, ...headers }, body: user });
    expect(await codeOf(answer)).toEqual([403, "K156"]);
    expect(await desk.store.accounts.one("mallory")).toBeUndefined();
  });

  it("a login neither", async () => {
    const headers = { origin: "https://evil.example" };
    const answer = await send("/session", {
      method: "POST",
      headers,
      body: { name: "admin", password: PASSWORD },
    });
    expect(await codeOf(answer)).toEqual([403, "K156"]);
  });
});

describe("accounts and tokens over HTTP", () => {
  it("an admin adds an account, which then logs in; its token ends with it", async () => {
    const password = "seven grey herons";
    const added = await send("/users", {
      as: "admin",
      method: "POST",
      body: { name: "Noor", role: "coder", password },
    });
    expect([added.status, await added.json()]).toMatchObject([201, { name: "noor", role: "coder" }]);
    const headers = {
      cookie: (await logIn("noor", password)).headers.get("set-cookie")!.split(";")[0]!,
      ...HERE,
    };
    const made = await send("/tokens", { method: "POST", headers, body: { label: "script", role: "admin" } });
    const token = (await made.json()) as { readonly token: string; readonly role: string };
    expect([made.status, token.role]).toEqual([201, "coder"]);
    const bearer = { authorization: `Bearer ${token.token}` };
    expect((await send("/events", { headers: bearer })).status).toBe(200);
    expect(await (await send("/tokens", { headers: bearer })).text()).not.toContain(token.token);
    expect((await send("/users/noor", { as: "admin", method: "DELETE" })).status).toBe(204);
    expect((await send("/events", { headers: bearer })).status).toBe(401);
    expect((await send("/events", { headers })).status).toBe(401);
  });

  it("nobody takes back another's token, and a token makes none for more than itself", async () => {
    const all = await desk.store.tokens.list("admin");
    const taken = await send(`/tokens/${all[0]!.id}`, { as: "coder", method: "DELETE" });
    expect(await codeOf(taken)).toEqual([404, "K152"]);
    await desk.store.tokens.add({
      hash: hashSecret("khaldun_small"),
      account: "admin",
      label: "",
      role: "reader",
    });
    const made = await send("/tokens", {
      method: "POST",
      headers: { authorization: "Bearer khaldun_small" },
      body: { label: "more", role: "admin" },
    });
    expect(await made.json()).toMatchObject({ account: "admin", role: "reader" });
  });

  it("a token that ends makes none that outlasts it", async () => {
    const expires = new Date(Date.now() + 3_600_000);
    await desk.store.tokens.add({
      hash: hashSecret("khaldun_hour"),
      account: "coder",
      label: "",
      role: "coder",
      expires,
    });
    for (const days of [undefined, 30]) {
      const made = await send("/tokens", {
        method: "POST",
        headers: { authorization: "Bearer khaldun_hour" },
        body: { label: "longer", role: "coder", days },
      });
      const token = (await made.json()) as { readonly expires: string };
      expect(Date.parse(token.expires)).toBe(expires.getTime());
    }
  });
});

describe("another password", () => {
  const NEW = "two boats and a bell";
  const change = (body: unknown, cookie: string) =>
    send("/session/password", { method: "PUT", headers: { cookie, ...HERE }, body });

  it("of one's own needs the old one and ends the account's other sessions", async () => {
    await desk.store.accounts.add("omar", "coder", await hashPassword(PASSWORD, CHEAP));
    const [mine, elsewhere] = [await cookieOf("omar"), await cookieOf("omar")];
    expect(await codeOf(await change({ old: "not that one", new: NEW }, mine))).toEqual([401, "K159"]);
    expect(await codeOf(await change({ old: PASSWORD, new: "short" }, mine))).toEqual([400, "K151"]);
    expect((await change({ old: PASSWORD, new: NEW }, mine)).status).toBe(204);
    const reads = [mine, elsewhere].map(
      async (cookie) => (await send("/events", { headers: { cookie } })).status,
    );
    expect(await Promise.all(reads)).toEqual([200, 401]);
    expect([(await logIn("omar")).status, (await logIn("omar", NEW)).status]).toEqual([401, 204]);
  });

  it("is given by an admin, ends all sessions, and stands in the log", async () => {
    await desk.store.accounts.add("pia", "coder", await hashPassword(PASSWORD, CHEAP));
    const cookie = await cookieOf("pia");
    const set = (name: string) =>
      send(`/users/${name}/password`, { as: "admin", method: "PUT", body: { password: NEW } });
    expect((await set("pia")).status).toBe(204);
    expect((await send("/events", { headers: { cookie } })).status).toBe(401);
    expect((await logIn("pia", NEW)).status).toBe(204);
    expect(await codeOf(await set("nobody-here"))).toEqual([404, "K152"]);
    const { items } = await desk.store.audit.list({}, "user.password");
    expect(items[0]).toMatchObject({ who: "admin", subject: "pia" });
  });

  it("is not guessed with a session: wrong old ones count as at the log-in", async () => {
    await desk.store.accounts.add("ines", "coder", await hashPassword(PASSWORD, CHEAP));
    const cookie = await cookieOf("ines");
    for (let guess = 0; guess < 10; guess += 1) await change({ old: `guess ${guess}`, new: NEW }, cookie);
    expect(await codeOf(await change({ old: PASSWORD, new: NEW }, cookie))).toEqual([429, "K157"]);
  });
});

describe("behind a proxy", () => {
  const app = (proxies: readonly string[]) =>
    createApp({ ...desk.context, ...accountGate(desk.store), proxies });
  const from = (one: ReturnType<typeof app>, caller: string, password: string) =>
    one.request(
      "/api/v1/session",
      {
        method: "POST",
        headers: { ...JSON_TYPE, ...HERE, "x-forwarded-for": caller },
        body: JSON.stringify({ name: password === PASSWORD ? "coder" : `guess${password}`, password }),
      },
      { incoming: { socket: { remoteAddress: "::ffff:127.0.0.1" } } },
    );
  const guessThirty = async (one: ReturnType<typeof app>, caller: string) => {
    for (let guess = 0; guess < 30; guess += 1) await from(one, caller, String(guess));
  };

  it("who guesses shuts out himself and not everybody; what he writes before his address does not help", async () => {
    const one = app(["127.0.0.1"]);
    await guessThirty(one, "203.0.113.9");
    const statuses = ["198.51.100.7", "203.0.113.9", "198.51.100.8, 203.0.113.9"].map(
      async (caller) => (await from(one, caller, PASSWORD)).status,
    );
    expect(await Promise.all(statuses)).toEqual([204, 429, 429]);
  }, 60_000);

  it("strangers who guess one name shut its owner out nowhere with ten, and not where he was before with many", async () => {
    const one = createApp({ ...desk.context, ...accountGate(desk.store), proxies: ["127.0.0.1"] });
    await desk.store.accounts.add("mona", "reader", await hashPassword(PASSWORD, CHEAP));
    const statusFrom = async (caller: string, password: string): Promise<number> => {
      const answer = await one.request(
        "/api/v1/session",
        {
          method: "POST",
          headers: { ...JSON_TYPE, ...HERE, "x-forwarded-for": caller },
          body: JSON.stringify({ name: "mona", password }),
        },
        { incoming: { socket: { remoteAddress: "127.0.0.1" } } },
      );
      return answer.status;
    };
    const guessTen = async (caller: string) => {
      for (let guess = 0; guess < 10; guess += 1) await statusFrom(caller, `guess ${guess}`);
    };
    await guessTen("203.0.113.1");
    expect(await statusFrom("203.0.113.1", PASSWORD)).toBe(429);
    expect(await statusFrom("198.51.100.7", PASSWORD)).toBe(204);
    for (let stranger = 2; stranger <= 11; stranger += 1) await guessTen(`203.0.113.${stranger}`);
    expect(await statusFrom("203.0.113.12", "one more")).toBe(429);
    expect(await statusFrom("198.51.100.7", PASSWORD)).toBe(204);
  }, 60_000);

  it("that was not named, the header is nobody's word", async () => {
    const one = app([]);
    await guessThirty(one, "203.0.113.9");
    expect((await from(one, "198.51.100.7", PASSWORD)).status).toBe(429);
  }, 60_000);
});

describe("the last admin", () => {
  it("is not removed, by himself or at the command line, while others have accounts", async () => {
    expect(await codeOf(await send("/users/admin", { as: "admin", method: "DELETE" }))).toEqual([
      409,
      "K175",
    ]);
    await expect(desk.store.accounts.remove("admin")).rejects.toMatchObject({ code: "K175" });
    expect((await send("/users", { as: "admin" })).status).toBe(200);
  });

  it("nor is the only account, by the desk that asks it to log in", async () => {
    const lone = await openDesk({}, accountGate);
    try {
      await lone.store.accounts.add("noor", "admin", await hashPassword(PASSWORD, CHEAP));
      await lone.store.tokens.add({
        hash: hashSecret("khaldun_noor"),
        account: "noor",
        label: "",
        role: "admin",
      });
      const answer = await lone.app.request("/api/v1/users/noor", {
        method: "DELETE",
        headers: { authorization: "Bearer khaldun_noor" },
      });
      expect(await codeOf(answer)).toEqual([409, "K175"]);
      await lone.store.accounts.remove("noor");
      expect(await lone.store.accounts.list()).toEqual([]);
    } finally {
      await lone.close();
    }
  });
});

describe("hurry", () => {
  it("is answered 429 with the seconds to wait, once a minute has had its requests", async () => {
    const app = createApp({ ...desk.context, ...accountGate(desk.store) });
    const statuses = new Map<number, number>();
    for (let request = 0; request < 1201; request += 1) {
      const { status } = await app.request("/api/v1/session");
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([...statuses]).toEqual([
      [200, 1200],
      [429, 1],
    ]);
    const answer = await app.request("/api/v1/session");
    expect(answer.headers.get("retry-after")).toMatch(/^\d+$/);
  });
});

describe("the log", () => {
  it("has every data set that was taken out, with its filter, and no page that was read", async () => {
    for (const path of ["/exports?types=ASSAULT&format=geojson", "/events?format=csv", "/events?size=3"])
      await (await send(path, { as: "reader" })).text();
    await (await send("/api/acled/read?limit=1", { as: "reader" })).text();
    const page = await (await send("/audit?size=1000", { as: "admin" })).json();
    const { items } = page as { items: { who: string; action: string; details?: { asked?: object } }[] };
    const taken = items.filter(({ action }) => action.startsWith("GET "));
    expect(taken.map(({ who, action, details }) => [who, action, details?.asked]).reverse()).toEqual([
      ["reader", "GET /api/v1/exports", { types: "ASSAULT", format: "geojson" }],
      ["reader", "GET /api/v1/events", { format: "csv" }],
      ["reader", "GET /api/acled/read", { limit: "1" }],
    ]);
  });

  it("has who did what, and never a password or a token", async () => {
    await logIn("reader", "a very wrong one");
    await send("/users/nobody-here", { as: "admin", method: "DELETE" });
    await send("/users", {
      as: "coder",
      method: "POST",
      body: { name: "x", role: "admin", password: "long enough it is" },
    });
    const page = await (await send("/audit?size=1000", { as: "admin" })).json();
    const { items } = page as { items: { who: string; action: string; details?: { status?: number } }[] };
    const lines = items.map(({ who, action, details }) => `${who} ${action} ${details?.status ?? ""}`.trim());
    expect(lines).toEqual(
      expect.arrayContaining([
        "nobody session.refused",
        "admin user.add",
        "admin DELETE /api/v1/users/{name} 404",
        "coder POST /api/v1/users 403",
      ]),
    );
    const words = JSON.stringify(page);
    for (const secret of [
      PASSWORD,
      "a very wrong one",
      "seven grey herons",
      "long enough it is",
      ...Object.values(tokens),
    ])
      expect(words).not.toContain(secret);
  });
});

/** The least role that may use each address; `-` needs none. */
const LEAST: Readonly<Record<string, Role | "-">> = {
  "GET /api/v1/openapi.json": "-",
  "GET /api/v1/docs": "-",
  "GET /api/v1/docs.css": "-",
  "GET /api/v1/session": "-",
  "POST /api/v1/session": "-",
  "DELETE /api/v1/session": "-",
  "PUT /api/v1/session/password": "reader",
  "GET /api/v1/events": "reader",
  "GET /api/v1/events/count": "reader",
  "GET /api/v1/claims": "reader",
  "GET /api/v1/mentions": "reader",
  "GET /api/v1/sources": "reader",
  "GET /api/v1/sources/unnamed": "reader",
  "GET /api/v1/outlets": "reader",
  "GET /api/v1/events/{id}": "reader",
  "GET /api/v1/facets": "reader",
  "GET /api/v1/timeline": "reader",
  "GET /api/v1/places": "reader",
  "GET /api/v1/network": "reader",
  "GET /api/v1/names": "reader",
  "GET /api/v1/actors": "reader",
  "GET /api/v1/actors/{id}": "reader",
  "GET /api/v1/reports": "reader",
  "GET /api/v1/reports/{key}": "reader",
  "GET /api/v1/reports/{key}/versions": "reader",
  "GET /api/v1/stories": "reader",
  "GET /api/v1/stories/{id}": "reader",
  "GET /api/v1/happenings/{id}": "reader",
  "GET /api/v1/exports": "reader",
  "GET /api/v1/exports/preview": "reader",
  "GET /api/v1/exports/schema": "reader",
  "GET /api/v1/codebook": "reader",
  "GET /api/v1/changes": "reader",
  "GET /api/v1/status": "reader",
  "GET /api/v1/tables/{format}": "reader",
  "GET /api/v1/stories/{id}/claims": "reader",
  "GET /api/v1/stories/{id}/decisions": "reader",
  "POST /api/v1/brief": "reader",
  "GET /api/v1/reviews": "reader",
  "GET /api/v1/reviews/mine": "reader",
  "GET /api/v1/reviews/overruled": "reader",
  "GET /api/v1/reviews/queue": "reader",
  "GET /api/v1/reviews/reasons": "reader",
  "GET /api/v1/reviews/agreement": "reader",
  "GET /api/v1/reviews/evaluation": "reader",
  "GET /api/v1/reviews/export": "reader",
  "POST /api/v1/reviews": "coder",
  "POST /api/v1/reviews/undo": "coder",
  "POST /api/v1/reviews/relink": "coder",
  "POST /api/v1/reviews/divide": "coder",
  "POST /api/v1/reviews/stories": "coder",
  "POST /api/v1/reviews/adjudicate": "reviewer",
  "GET /api/v1/imports": "reader",
  "POST /api/v1/imports": "coder",
  "GET /api/v1/imports/{run}/progress": "reader",
  "POST /api/v1/imports/{run}/stop": "coder",
  "POST /api/v1/imports/{run}/retry": "coder",
  "GET /api/v1/feeds": "reader",
  "POST /api/v1/feeds": "coder",
  "DELETE /api/v1/feeds/{id}": "coder",
  "POST /api/v1/feeds/{id}/ask": "coder",
  "GET /api/v1/failures": "reader",
  "POST /api/v1/failures/retry": "coder",
  "GET /api/v1/searches": "reader",
  "POST /api/v1/searches": "reader",
  "DELETE /api/v1/searches/{id}": "reader",
  "GET /api/v1/searches/{id}/feed.xml": "reader",
  "GET /api/v1/webhooks": "reviewer",
  "POST /api/v1/webhooks": "reviewer",
  "DELETE /api/v1/webhooks/{id}": "reviewer",
  "GET /api/acled/read": "reader",
  "GET /api/deleted/read": "reader",
  "GET /api/gedevents/{version}": "reader",
  "GET /gdeltv2/lastupdate.txt": "reader",
  "GET /gdeltv2/{file}": "reader",
  "GET /api/v1/tokens": "reader",
  "POST /api/v1/tokens": "reader",
  "DELETE /api/v1/tokens/{id}": "reader",
  "GET /api/v1/users": "admin",
  "POST /api/v1/users": "admin",
  "DELETE /api/v1/users/{name}": "admin",
  "PUT /api/v1/users/{name}/password": "admin",
  "GET /api/v1/audit": "admin",
};

describe("every address by every role", () => {
  const operations = (): readonly string[] =>
    Object.entries(openApiOf(desk.app, "1").paths ?? {}).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );

  it("the table has a row for every address of the OpenAPI document", () =>
    expect(operations().filter((operation) => !(operation in LEAST))).toEqual([]));

  it.each([undefined, ...ROLES])("as %s", async (role) => {
    const wrong: string[] = [];
    for (const operation of operations()) {
      const [method, path] = operation.split(" ") as [string, string];
      const { status } = await send(path.replace(/\{\w+\}/g, "0"), {
        ...(role === undefined ? {} : { as: role }),
        method,
        // What is sent fits nothing, so that nothing is done where it is let through.
        body: method === "POST" || method === "PUT" ? { nothing: true } : undefined,
        headers: HERE,
      });
      const least = LEAST[operation];
      const may =
        least === "-" || (role !== undefined && ROLES.indexOf(role) >= ROLES.indexOf(least as Role));
      if (may === (status === 401 || status === 403)) wrong.push(`${operation}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });
});
